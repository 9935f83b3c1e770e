package org.plainfact.content;

import org.jsoup.Jsoup;

/** What is left of HTML when its markup is taken away. */
public final class PlainText {
    private PlainText() {}

    /** The words of a piece of HTML in one line, entities resolved. */
    public static String of(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    /** How many words a reader meets. Each role counts as one; what directives insert is not counted, their text is. */
    public static int words(Body body) {
        int words = 0;
        for (Body.Part part : body.parts()) {
            words += switch (part) {
                case Body.Part.Html html -> words(html.html());
                case Body.Part.Role role -> role.label().map(PlainText::words).orElse(1);
                case Body.Part.Directive directive -> words(directive.body());
            };
        }
        return words;
    }

    /** How many words there are between the tags of well-formed HTML. */
    public static int words(String html) {
        int words = 0;
        boolean tag = false;
        boolean word = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') {
                tag = true;
            } else if (c == '>') {
                tag = false;
            } else if (!tag && c == '&') {
                i = Math.max(i, html.indexOf(';', i));
            } else if (!tag) {
                boolean letter = Character.isLetterOrDigit(c);
                if (letter && !word) {
                    words++;
                }
                word = letter || (word && !Character.isWhitespace(c));
            }
            word &= !(tag && blockFollows(html, i));
        }
        return words;
    }

    /** Inline markup does not end a word: {@code H<sub>2</sub>O}. */
    private static boolean blockFollows(String html, int open) {
        return html.startsWith("</p", open)
                || html.startsWith("</h", open)
                || html.startsWith("</l", open)
                || html.startsWith("</t", open)
                || html.startsWith("</d", open)
                || html.startsWith("<br", open);
    }
}
