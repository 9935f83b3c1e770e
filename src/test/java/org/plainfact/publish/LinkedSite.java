package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plainfact.source.Digests;

/** Sites whose pages refer to files that change their names with their content. */
final class LinkedSite {
    private static final int PAGES = 24;
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"/([^\"]+)\"");

    private LinkedSite() {}

    /** The n-th: some of its pages, its style sheet and its pictures differ from those of others. */
    static Edition numbered(int n) {
        Map<String, String> texts = new TreeMap<>();
        String sheet = asset(texts, "assets/site", ".css", "body { order: " + n + " }");
        String picture = asset(texts, "assets/그림 1+", ".svg", "<svg><!-- " + n / 2 + " -->");
        texts.put("feed.xml", "<feed>" + n);
        texts.put("글/한 글+1/index.html", page(sheet, picture, n));
        texts.put("only/in " + n + "/index.html", page(sheet, picture, n));
        texts.put("index.html", page(sheet, picture, n));
        for (int i = 0; i < PAGES; i++) {
            texts.put("articles/a" + i + "/index.html", page(sheet, picture, i % 3 == 0 ? n : 0));
        }
        return Editions.of(texts);
    }

    private static String asset(Map<String, String> texts, String stem, String end, String text) {
        String path = stem + "." + Digests.sha256(text.getBytes(UTF_8)).substring(0, 12) + end;
        texts.put(path, text);
        return path;
    }

    /** Some kilobytes that do not repeat. */
    private static String page(String sheet, String picture, int n) {
        StringBuilder page = new StringBuilder("<link href=\"/" + sheet + "\"><img src=\"/" + picture + "\"><p>" + n);
        new Random(n).ints(600, 0, 100_000).forEach(word -> page.append(' ').append(word));
        return page.toString();
    }

    /** Of what readers find now: each page has its files. */
    static void assertWhole(Map<String, String> live, String as) {
        live.forEach((path, text) -> {
            if (path.endsWith(".html")) {
                assertThat(REFERENCE.matcher(text).results().map(found -> found.group(1)))
                        .as("%s, page %s", as, path)
                        .isNotEmpty()
                        .allSatisfy(reference -> assertThat(live).containsKey(reference));
            }
        });
    }
}
