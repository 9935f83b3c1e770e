package org.plainfact.tex;

import java.util.Optional;

/**
 * A formula, read.
 *
 * @param mathml of MathML Core, safe to stand in a page: what browsers show without a script
 * @param text the same in one line of plain text: {@code (a + b)/c²}
 */
public record Formula(String mathml, String text) {
    /**
     * Reads a formula. What is understood is the part of TeX's mathematics that {@link Symbols} and
     * {@code src/test/resources/spec/role/math.md} list; nothing is defined, loaded or repeated, so the work is
     * proportional to the length.
     *
     * @param display whether it stands by itself, with the limits of sums above and below them
     * @throws Malformed where it is not understood
     */
    public static Formula of(String tex, boolean display) {
        Written all = new Reader(tex, display).read();
        String attribute = display ? " display=\"block\"" : "";
        return new Formula("<math" + attribute + ">" + all.mathml() + "</math>", all.text());
    }

    /** A formula that is not understood. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int offset;
        private final transient Optional<String> hint;

        Malformed(int offset, String problem, Optional<String> hint) {
            super(problem, null, false, false);
            this.offset = offset;
            this.hint = hint;
        }

        /** In the formula, of the first character that is not understood. */
        public int offset() {
            return offset;
        }

        public String problem() {
            return String.valueOf(getMessage());
        }

        public Optional<String> hint() {
            return hint;
        }
    }
}
