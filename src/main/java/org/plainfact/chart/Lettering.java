package org.plainfact.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room text takes, without its typeface. Widths are those of common sans-serif faces, on the wide side: a label that
 * is thought to fit does.
 */
final class Lettering {
    private static final double BOLD = 1.06;
    private static final String NARROW = "ijlI.,;:'|!’‘ ";
    private static final String SLIM = "frt()[]{}-\"/\\“”*°¹²³";
    private static final String BROAD = "mwMW%@&—ÆŒ";

    private Lettering() {}

    /** In the unit of {@code size}. */
    static double width(String text, double size, boolean bold) {
        double em = text.codePoints().mapToDouble(Lettering::em).sum();
        return em * size * (bold ? BOLD : 1);
    }

    private static double em(int c) {
        if (NARROW.indexOf(c) >= 0) {
            return 0.31;
        }
        if (SLIM.indexOf(c) >= 0) {
            return 0.41;
        }
        if (BROAD.indexOf(c) >= 0) {
            return 0.94;
        }
        if (isMark(c)) {
            return 0;
        }
        if (isWide(c)) {
            return 1.06;
        }
        return Character.isUpperCase(c) ? 0.7 : c < 0x250 ? 0.565 : 0.75;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    /** Set in a square: the scripts of East Asia, and pictures. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x11ff
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7ff
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe4f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0x1f000;
    }

    /** Lines of at most a width; a word that is longer is parted, nothing is left out. */
    static List<String> lines(String text, double width, double size, boolean bold) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (width(joined, size, bold) <= width) {
                line.setLength(0);
                line.append(joined);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(parted(word, width, size, bold, lines));
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** What is left of a word when all full lines of it have been taken off. */
    private static String parted(String word, double width, double size, boolean bold, List<String> lines) {
        StringBuilder part = new StringBuilder();
        for (int c : word.codePoints().toArray()) {
            String longer = part + Character.toString(c);
            if (!part.isEmpty() && !isMark(c) && width(longer, size, bold) > width) {
                lines.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(c);
        }
        return part.toString();
    }
}
