package org.plainfact.directive;

import org.plainfact.source.Findings;

/** Turns the text of content files into blocks. One expander serves a whole build. Safe for several threads. */
public final class Expander {
    private final Library library;
    private final Links links;
    private final Findings findings;

    public Expander(Library library, Links links, Findings findings) {
        this.library = library;
        this.links = links;
        this.findings = findings;
    }

    /** A new page, on which nothing is used yet and no anchor is taken. */
    public Expansion page() {
        return new Expansion(this);
    }

    Library library() {
        return library;
    }

    Links links() {
        return links;
    }

    Findings findings() {
        return findings;
    }
}
