package org.plainfact.source;

/**
 * A text that counts how often it is read and stops a reader that reads it far too often: parsers and regular expressions
 * take time exponential in the length of some short texts. It counts reads and no seconds, so the same text is given up
 * on every machine.
 */
public final class MeteredText implements CharSequence {
    private final String text;
    private long left;
    private int last;

    /** @param reads how many characters may be read before {@link TooCostly} is thrown */
    public MeteredText(String text, long reads) {
        this.text = text;
        this.left = reads;
    }

    /** The character read last: about where the reader was when it gave up. */
    public int last() {
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
    public static final class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooCostly() {
            super("too many reads", null, false, false);
        }
    }
}
