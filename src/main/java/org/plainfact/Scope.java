package org.plainfact;

import picocli.CommandLine.Option;

/** Options of the commands that go through a project: which texts they take in beside what is public. */
final class Scope {
    @Option(names = "--drafts", description = "Take in drafts too.")
    private boolean drafts;

    @Option(names = "--future", description = "Take in what is dated in the future too.")
    private boolean future;

    boolean drafts() {
        return drafts;
    }

    boolean future() {
        return future;
    }
}
