package org.plainfact.picture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Keeps a short last word from standing alone on the last line: it is bound to the word before it. */
final class Widows {
    private static final String TEXTS = "h1, h2, h3, p, li, td, .statement";
    /** The two together are no longer than ten letters, or they might not fit into a narrow line. */
    private static final Pattern LAST =
            Pattern.compile("(?<=\\S\\s)(?=\\S+\\s\\S+\\s*$)(?=.{1,10}\\s*$)(\\S+)\\s(\\S{1,7})(?=\\s*$)");

    private Widows() {}

    static void join(Document html) {
        for (Element element : html.select(TEXTS)) {
            List<TextNode> words = element.textNodes();
            if (!words.isEmpty() && element.select(TEXTS).size() == 1) {
                join(words.getLast());
            }
        }
    }

    private static void join(TextNode words) {
        Matcher last = LAST.matcher(words.getWholeText());
        if (words.nextElementSibling() == null && last.find()) {
            words.text(last.replaceFirst("$1\u00A0$2"));
        }
    }
}
