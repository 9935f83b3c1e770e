package org.plainfact.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A text set in type, on one line.
 *
 * @param width in the unit of the font's size
 * @param missing characters that no face has; a box stands in their place
 */
record Line(List<Glyph> glyphs, double width, List<Integer> missing) {
    private static final int NOTHING = 0;

    /**
     * A glyph in its place.
     *
     * @param x from the start of the line
     */
    record Glyph(Face face, int id, int codePoint, double x) {}

    /**
     * @param letter added after each character, in the unit of the font's size
     * @param space added after each space besides
     */
    static Line of(String text, Font font, double letter, double space) {
        List<Glyph> glyphs = new ArrayList<>(text.length());
        List<Integer> missing = new ArrayList<>();
        double x = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            if (invisible(codePoint)) {
                continue;
            }
            Glyph glyph = glyph(codePoint, font, x);
            boolean blank = Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint);
            if (glyph.id() == NOTHING && !blank) {
                missing.add(codePoint);
            }
            x += kerning(glyphs, glyph) * font.size();
            glyphs.add(new Glyph(glyph.face(), glyph.id(), codePoint, x));
            double advance = glyph.id() == NOTHING && blank
                    ? blank(codePoint)
                    : glyph.face().advance(glyph.id());
            x += advance * font.size() + letter + (blank ? space : 0);
        }
        return new Line(List.copyOf(glyphs), x, List.copyOf(missing));
    }

    private static Glyph glyph(int codePoint, Font font, double x) {
        for (Face face : font.faces()) {
            int id = face.glyph(codePoint);
            if (id != NOTHING) {
                return new Glyph(face, id, codePoint, x);
            }
        }
        return new Glyph(font.face(), NOTHING, codePoint, x);
    }

    private static double kerning(List<Glyph> before, Glyph glyph) {
        if (before.isEmpty() || !before.getLast().face().equals(glyph.face())) {
            return 0;
        }
        return glyph.face().kerning(before.getLast().id(), glyph.id());
    }

    /** Of a space that no face has, in ems: the narrow ones a fifth, as type founders make them. */
    private static double blank(int codePoint) {
        return codePoint == '\u2009' || codePoint == '\u202F' || codePoint == '\u200A' ? 0.2 : 0.25;
    }

    /** Joiners, marks of direction and selectors of variants change their neighbours and are not seen. */
    private static boolean invisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT
                || type == Character.CONTROL && !Character.isWhitespace(codePoint)
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
