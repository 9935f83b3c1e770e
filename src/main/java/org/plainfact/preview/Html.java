package org.plainfact.preview;

/** Text as HTML. */
final class Html {
    private Html() {}

    /** Safe between tags and between double quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
