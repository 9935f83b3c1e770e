package org.plainfact.picture;

/**
 * Something wrong with a drawing.
 *
 * @param text the words that it concerns, shortened; empty where it concerns none
 * @param place the innermost element with a class, such as {@code p.lead}; empty where there is none
 * @param problem one sentence without a full stop
 * @param hint how to mend it
 */
public record Flaw(Kind kind, String text, String place, String problem, String hint) {
    /** In the order of the alphabet of their ids, which a finding can have as its rule. */
    public enum Kind {
        /** Type and what lies behind it are too alike: under WCAG's level AA. */
        CONTRAST("low-contrast"),
        /** Text is cut off or covered. */
        CUT("cut-text"),
        /** No typeface has the character. */
        GLYPH("missing-glyph"),
        /** Two texts lie on each other. */
        OVERLAP("overlapping-text"),
        /** Text sticks out of its box. */
        OVERFLOW("overflowing-text"),
        /** The sheet asks for what is not drawn: a file, a picture, an unknown property. */
        REFUSED("not-drawn"),
        /** Type is too small where the sheet is seen. */
        SMALL("small-type"),
        /** Text is where an app covers or crops the picture. */
        UNSAFE("outside-safe-zone");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** In kebab case. */
        public String id() {
            return id;
        }
    }
}
