package org.plainfact.source;

/** Whether a finding stops the site from being written. */
public enum Severity {
    /** Nothing is written; exit code 1. */
    ERROR,
    /** Told, and the build goes on. */
    WARNING;

    /** The word in a printed finding. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
