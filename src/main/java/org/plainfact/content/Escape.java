package org.plainfact.content;

/** The one place where text becomes HTML. */
final class Escape {
    private Escape() {}

    static String attribute(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        append(out, text, 0, text.length());
        return out.toString();
    }

    /** Appends text so that it is safe between tags and between double quotes. */
    static void append(StringBuilder out, CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> {
                    if (i + 1 == to || text.charAt(i + 1) != '\n') {
                        out.append('\n');
                    }
                }
                default -> out.append(forbidden(c) ? '\uFFFD' : c);
            }
        }
    }

    /** What HTML does not allow in a text: control characters and code points that are no characters. */
    static boolean forbidden(int codePoint) {
        return (codePoint < 0x20 && codePoint != '\n' && codePoint != '\t' && codePoint != '\r')
                || (codePoint >= 0x7F && codePoint <= 0x9F)
                || noCharacter(codePoint);
    }

    /** What Unicode says will never be a character. */
    static boolean noCharacter(int codePoint) {
        return (codePoint >= 0xFDD0 && codePoint <= 0xFDEF) || (codePoint & 0xFFFE) == 0xFFFE;
    }

    /** The text that {@link #attribute} escaped; also of what jsoup prints. */
    static String undo(String html) {
        if (html.indexOf('&') < 0) {
            return html;
        }
        return html.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00A0")
                .replace("&amp;", "&");
    }
}
