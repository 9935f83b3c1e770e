package org.plainfact.content;

/**
 * A text that counts how often it is read and stops a parser that reads it far too often. Flexmark takes time
 * exponential in the length of some short texts; ordinary ones cost it 12 to 18 reads a character.
 */
final class MeteredText implements CharSequence {
    private static final long READS_PER_CHARACTER = 1_000;
    private static final long READS_FOR_ANY_TEXT = 5_000_000;
    private static final long READS_AT_MOST = 100_000_000;

    private final String text;
    private long left;
    private int last;

    MeteredText(String text) {
        this.text = text;
        this.left = Math.min(READS_AT_MOST, READS_FOR_ANY_TEXT + READS_PER_CHARACTER * text.length());
    }

    /** The character read last: about where the parser was when it gave up. */
    int last() {
        return last;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        last = index;
        if (--left < 0) {
            throw new TooCostly();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The reads are used up. */
    static final class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooCostly() {
            super("too many reads", null, false, false);
        }
    }
}
