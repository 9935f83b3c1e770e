package org.plainfact.picture;

/**
 * What is to be drawn.
 *
 * @param html a document with its style sheets in it, CSS 2.1 and some of 3 without flexible boxes and grids; what is
 *     not well-formed is read as browsers read it
 * @param width in CSS pixels; the picture has as many
 * @param height likewise
 */
public record Sheet(String html, int width, int height, Rules rules) {
    /** Of one side, in pixels: what a picture of that size takes is known to be there. */
    private static final int LARGEST = 4096;

    private static final int LONGEST = 1 << 20;

    public Sheet {
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException(
                    "a sheet has 1 to " + LARGEST + " pixels a side: " + width + " × " + height);
        }
        if (html.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
    }

    /**
     * What must hold of the text on a sheet.
     *
     * @param safe no text comes nearer to an edge than this
     * @param seen how wide the sheet is when it is looked at, in CSS pixels: 390 on a phone
     * @param smallest size of type that can be read there, in CSS pixels of that screen
     */
    public record Rules(Edges safe, double seen, double smallest) {
        /** As on a phone of 390 CSS pixels' width, with type of at least 8.6 of them: 24 on a sheet of 1080. */
        public static Rules phone(Edges safe) {
            return new Rules(safe, 390, 8.6);
        }

        public Rules {
            if (!(seen > 0) || !(smallest >= 0)) {
                throw new IllegalArgumentException("seen at " + seen + ", smallest type " + smallest);
            }
        }
    }

    /** Widths at the four edges of a sheet, in its pixels. */
    public record Edges(int top, int right, int bottom, int left) {
        public static final Edges NONE = new Edges(0, 0, 0, 0);

        public Edges {
            if (top < 0 || right < 0 || bottom < 0 || left < 0) {
                throw new IllegalArgumentException("negative: " + top + " " + right + " " + bottom + " " + left);
            }
        }
    }

    /** How many of the sheet's pixels make one of the screen that it is seen on. */
    double scale() {
        return width / rules.seen();
    }
}
