package org.plainfact.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing in the making, as SVG. Marks have classes, which the theme colours, and sizes; every text is remembered with
 * the box that it takes.
 */
final class Canvas {
    /** Names of patterns begin with it, so that they are those of this drawing alone. */
    private final String id;

    private final double width;
    private final StringBuilder marks = new StringBuilder();
    private final List<Box> texts = new ArrayList<>();
    private double height;

    Canvas(String id, double width) {
        this.id = id;
        this.width = width;
    }

    /** Where something stands: x to the right, y downwards. */
    record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean inside(Box outer) {
            return left >= outer.left && top >= outer.top && right <= outer.right && bottom <= outer.bottom;
        }

        Box around(double margin) {
            return new Box(left - margin, top - margin, right + margin, bottom + margin);
        }
    }

    /** Which end of a text stands at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * How a text is set.
     *
     * @param kind its class
     */
    record Style(String kind, double size, boolean bold) {
        double width(String text) {
            return Lettering.width(text, size, bold);
        }

        List<String> lines(String text, double width) {
            return Lettering.lines(text, width, size, bold);
        }

        /** From one line of a text to the next. */
        double line() {
            return Math.round(size * 1.28);
        }
    }

    double width() {
        return width;
    }

    /** Grows the drawing so that it reaches at least so far down. */
    void reach(double bottom) {
        height = Math.max(height, bottom);
    }

    /** One line; what stands in {@code behind} is of less weight. */
    void text(double x, double y, Anchor anchor, Style style, String words, String behind) {
        String all = behind.isEmpty() ? words : words + " " + behind;
        texts.add(box(x, y, anchor, style, all));
        marks.append("<text class=\"")
                .append(style.kind())
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        if (anchor != Anchor.START) {
            marks.append(" text-anchor=\"")
                    .append(anchor == Anchor.END ? "end" : "middle")
                    .append('"');
        }
        marks.append(" font-size=\"").append(number(style.size())).append('"');
        if (style.bold()) {
            marks.append(" font-weight=\"600\"");
        }
        marks.append('>').append(escape(words));
        if (!behind.isEmpty()) {
            marks.append(" <tspan class=\"state\" font-weight=\"400\">")
                    .append(escape(behind))
                    .append("</tspan>");
        }
        marks.append("</text>\n");
    }

    void text(double x, double y, Anchor anchor, Style style, String words) {
        text(x, y, anchor, style, words, "");
    }

    /** @return below the last line */
    double lines(double x, double top, Anchor anchor, Style style, List<String> lines) {
        double y = top;
        for (String line : lines) {
            text(x, y + style.size(), anchor, style, line);
            y += style.line();
        }
        return y;
    }

    static Box box(double x, double y, Anchor anchor, Style style, String words) {
        double wide = style.width(words);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - wide / 2;
            case END -> x - wide;
        };
        return new Box(left, y - style.size() * 0.8, left + wide, y + style.size() * 0.25);
    }

    void line(String kind, double x1, double y1, double x2, double y2) {
        marks.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(kind, number(x1), number(y1), number(x2), number(y2)));
    }

    void path(String kind, String data) {
        marks.append("<path class=\"")
                .append(kind)
                .append("\" d=\"")
                .append(data)
                .append("\"/>\n");
    }

    /** A surface in the pattern of a family; what is plainly known is filled. */
    void area(Family family, double x, double y, double wide, double high) {
        String pattern = family == Family.KNOWN ? "" : " fill=\"url(#" + id + "-" + family.word() + ")\"";
        rect("area " + family.word(), x, y, wide, high, pattern);
    }

    /** The same without a filling: what a value may be, but need not. */
    void open(Family family, double x, double y, double wide, double high) {
        rect("open " + family.word(), x, y, wide, high, "");
    }

    /** Never so thin that it cannot be seen. */
    private void rect(String kind, double x, double y, double wide, double high, String more) {
        marks.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n"
                .formatted(kind, number(x), number(y), number(Math.max(wide, 1)), number(Math.max(high, 1)), more));
    }

    /** A point in the shape of a family: a disc, a ring, a rhomb, a broken ring. */
    void point(Family family, double x, double y, double radius) {
        String kind = "point " + family.word();
        switch (family) {
            case KNOWN, WORKED, FUTURE ->
                marks.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                        .formatted(kind, number(x), number(y), number(radius)));
            case CLAIMED ->
                path(
                        kind,
                        "M" + number(x) + " " + number(y - radius * 1.3) + "l" + number(radius * 1.3) + " "
                                + number(radius * 1.3) + "l" + number(-radius * 1.3) + " " + number(radius * 1.3)
                                + "l" + number(-radius * 1.3) + " " + number(-radius * 1.3) + "z");
        }
    }

    /** One decimal is a tenth of a pixel or less. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    Drawing drawing(String title, String description) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"plot\" viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"%s-title %s-desc\">\n"
                .formatted(number(width), number(height), id, id));
        svg.append("<title id=\"")
                .append(id)
                .append("-title\">")
                .append(escape(title))
                .append("</title>\n");
        svg.append("<desc id=\"")
                .append(id)
                .append("-desc\">")
                .append(escape(description))
                .append("</desc>\n");
        String patterns = patterns();
        if (!patterns.isEmpty()) {
            svg.append("<defs>\n").append(patterns).append("</defs>\n");
        }
        svg.append(marks).append("</svg>");
        return new Drawing(svg.toString(), new Box(0, 0, width, height), List.copyOf(texts));
    }

    /** Those that are used. */
    private String patterns() {
        StringBuilder out = new StringBuilder();
        for (Family family : Family.values()) {
            if (marks.indexOf("url(#" + id + "-" + family.word() + ")") >= 0) {
                out.append(
                        "<pattern id=\"%s-%s\" class=\"%s\" patternUnits=\"userSpaceOnUse\" width=\"6\" height=\"6\">"
                                .formatted(id, family.word(), family.word()));
                out.append("<rect class=\"ground\" width=\"6\" height=\"6\"/>");
                out.append(strokes(family));
                out.append("</pattern>\n");
            }
        }
        return out.toString();
    }

    private static String strokes(Family family) {
        String up = "M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3";
        return switch (family) {
            case KNOWN -> "";
            case WORKED -> "<path class=\"stroke\" d=\"" + up + "\"/>";
            case CLAIMED -> "<path class=\"stroke\" d=\"" + up + "M-1.5 4.5l3 3M0 0l6 6M4.5-1.5l3 3\"/>";
            case FUTURE -> "<circle class=\"dot\" cx=\"3\" cy=\"3\" r=\"1\"/>";
        };
    }

    /**
     * A finished drawing.
     *
     * @param texts the boxes of all its texts
     */
    record Drawing(String svg, Box view, List<Box> texts) {}
}
