package org.plainfact.picture;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Keeps a short last word from standing alone on the last line: it is bound to the word before it. */
final class Widows {
    private static final String HEADINGS = "h1, h2, .statement";
    private static final String TEXTS = HEADINGS + ", p, li, td";

    /** Of a last word that would look lost. */
    private static final int SHORT = 7;

    /** Of both words together: in a heading they must fit into a line of few letters. */
    private static final int HEADING = 10;

    private static final int TEXT = 18;

    private Widows() {}

    static void join(Document html) {
        for (Element element : html.select(TEXTS)) {
            if (element.select(TEXTS).size() == 1 && element.lastChild() instanceof TextNode words) {
                boolean heading = element.is(HEADINGS) || element.closest(HEADINGS) != null;
                words.text(joined(words.getWholeText(), heading ? HEADING : TEXT));
            }
        }
    }

    private static String joined(String words, int most) {
        String text = words.stripTrailing();
        int last = text.lastIndexOf(' ');
        int before = text.lastIndexOf(' ', last - 1);
        boolean joins = before > 0 && text.length() - last - 1 <= SHORT && text.length() - before - 1 <= most;
        return joins ? text.substring(0, last) + '\u00A0' + words.substring(last + 1) : words;
    }
}
