package org.plainfact.content;

/** A text that is not printed because that would cost too much; becomes a finding in {@link MarkdownReader}. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final int offset;
    private final String hint;

    /** @param offset in the text where the trouble is */
    Refused(String rule, int offset, String problem, String hint) {
        super(problem, null, false, false);
        this.rule = rule;
        this.offset = offset;
        this.hint = hint;
    }

    String rule() {
        return rule;
    }

    int offset() {
        return offset;
    }

    String hint() {
        return hint;
    }
}
