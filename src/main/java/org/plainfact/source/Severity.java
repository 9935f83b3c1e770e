package org.plainfact.source;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** Nothing is written; exit code 1. */
    ERROR,
    /** Told, and the build goes on. */
    WARNING,
    /** Advice on how a text reads: told to those who ask for it. */
    SUGGESTION;

    /** The word in a printed finding. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
