package org.plainfact.impact;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plainfact.source.SourceSpan;

/**
 * One thing that somebody reads, sees named or hears read aloud.
 *
 * @param anchor the nearest id at or before it, empty at the top of a page; a pointer in JSON
 * @param text in one line
 * @param links where it leads to
 * @param place where it was written, if that is known already
 */
public record Reading(Kind kind, String anchor, String text, Set<String> links, Optional<SourceSpan> place) {
    public Reading {
        links = Set.copyOf(links);
    }

    Reading(Kind kind, String anchor, String text) {
        this(kind, anchor, text, Set.of(), Optional.empty());
    }

    /** What it is to those who meet it. */
    public enum Kind {
        HEADING,
        SENTENCE,
        CELL,
        /** A word in a drawing. */
        CHART,
        /** Words in place of a picture, or that explain a thing when it is pointed at. */
        ALT,
        /** Title and description, for search engines and for those who share the page. */
        HEAD,
        FEED,
        SLIDE,
        CAPTION,
        /** A line or value of a file that is not a page. */
        FILE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
