package org.plainfact;

import picocli.CommandLine.Option;

/** The option of the commands that can refuse what JBake would not. */
final class Strictness {
    @Option(
            names = "--strict",
            description = "In a site made for JBake, take for errors what JBake would pass over in silence.")
    private boolean strict;

    boolean strict() {
        return strict;
    }
}
