package org.plainfact.bench;

/** What has happened since the last build of a site. */
enum BuildKind {
    COLD("from nothing"),
    UNCHANGED("unchanged"),
    EDITED("one article edited"),
    TEMPLATE("shared template changed");

    private final String words;

    BuildKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
