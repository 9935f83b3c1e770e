package org.plainfact.check;

import org.plainfact.source.MeteredText;

/** Texts for regular expressions that somebody else wrote. */
final class Metered {
    /** A pattern of some dozen words reads a character some hundred times. */
    private static final long READS_PER_CHARACTER = 2_000;

    private static final long READS_FOR_ANY_TEXT = 200_000;

    private Metered() {}

    static MeteredText of(String text) {
        return new MeteredText(text, READS_FOR_ANY_TEXT + READS_PER_CHARACTER * text.length());
    }
}
