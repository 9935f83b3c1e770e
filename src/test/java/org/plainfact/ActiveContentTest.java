package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.content.LiveContent;

/**
 * Seventeen families of content that runs, loads, submits or restyles, at every place where an author can write: in the
 * printed pages and feeds nothing of it is live. Each carries the word {@code live}, by which it is found again.
 */
@Tag("slow")
class ActiveContentTest {
    private static final Map<String, String> FAMILIES = new TreeMap<>(Map.ofEntries(
            Map.entry("script", "<script>live()</script>"),
            Map.entry("script of another place", "<script src=\"https://live.example/live.js\"></script>"),
            Map.entry("handler of a picture", "<img src=\"/assets/images/mark.svg\" alt=\"\" onerror=\"live()\">"),
            Map.entry("handler of a drawing", "<svg onload=\"live()\"><circle/></svg>"),
            Map.entry("script in a drawing", "<svg><script>live()</script></svg>"),
            Map.entry(
                    "drawing that animates an address",
                    "<svg><a><animate attributeName=\"href\" values=\"javascript:live()\"/></a></svg>"),
            Map.entry("frame", "<iframe src=\"https://live.example/\" srcdoc=\"<script>live()</script>\"></iframe>"),
            Map.entry(
                    "object", "<object data=\"https://live.example/\"></object><embed src=\"https://live.example/\">"),
            Map.entry(
                    "form",
                    "<form action=\"https://live.example/\"><button formaction=\"javascript:live()\">x</button></form>"),
            Map.entry("style", "<style>@import url(https://live.example/live.css)</style>"),
            Map.entry("style of an element", "<b style=\"background:url(https://live.example/)\">x</b>"),
            Map.entry("base", "<base href=\"https://live.example/\">"),
            Map.entry("meta", "<meta http-equiv=\"refresh\" content=\"no;url=https://live.example/\">"),
            Map.entry("link", "<link rel=\"stylesheet\" href=\"https://live.example/live.css\">"),
            Map.entry(
                    "address in HTML",
                    "<a href=\"java&#115;cript:live()\">x</a><a href=\"\tjava\nscript:live()\">x</a>"),
            Map.entry(
                    "address in Markdown",
                    "[x](javascript:live()) [x](&#x6A;avascript:live()) ![x](javascript:live()) <javascript:live()>"),
            Map.entry("way out of an attribute", "\"' onmouseover=\"live()\" onfocus='live()' autofocus x=\"")));

    /** What the theme and its pages themselves load says nothing of what an author wrote. */
    private static final LiveContent LIVE = new LiveContent(ActiveContentTest::ours, style -> !style.contains("live"));

    @TempDir
    private Path site;

    @Test
    void there_are_seventeen_families() {
        assertThat(FAMILIES).hasSize(17);
    }

    @Test
    void nothing_is_live_wherever_it_is_written() {
        SmallSite.unpack(site);
        // A page that cannot be reached would hide what it holds.
        Built.write(site.resolve("assets/root/assets/images/mark.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        int number = 0;
        for (String payload : FAMILIES.values()) {
            Built.write(site.resolve("content/articles/live-" + number++ + ".md"), article(payload));
        }
        String data = Built.text(site.resolve("data/pumps.json"));
        String all = String.join(" ", FAMILIES.values());
        Built.write(site.resolve("data/pumps.json"), data.replace("Pump Alpha", json(all)));

        Built.Answer answer = Built.run(site, "build", "--json");

        List<String> errors = Pattern.compile("\"severity\": \"error\"(?:(?!\"severity\").)*", Pattern.DOTALL)
                .matcher(answer.out())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(errors).isEmpty();
        assertThat(answer.code()).as(answer.out()).isZero();
        List<String> live = new ArrayList<>();
        Built.files(site.resolve("output")).forEach((name, file) -> {
            if (name.endsWith(".html")) {
                live.addAll(live(name, Jsoup.parse(Built.text(file))));
            } else if (name.endsWith(".xml")) {
                live.addAll(live(name, Jsoup.parse(Built.text(file), "", Parser.xmlParser())));
            }
        });
        assertThat(live).isEmpty();
        assertThat(Built.text(site.resolve("output/articles/live-0/index.html")))
                .contains("live");
        assertThat(Built.text(site.resolve("output/pumps/alpha/index.html"))).contains("live()");
    }

    @Test
    void what_is_live_is_found() {
        TreeSet<String> found = new TreeSet<>();
        FAMILIES.forEach((family, payload) -> {
            String believed = payload.replace("[x](javascript:", "<a href=\"javascript:");
            if (!live("x", Jsoup.parse(believed + "<b title=\"" + payload + "\">"))
                    .isEmpty()) {
                found.add(family);
            }
        });

        assertThat(found).isEqualTo(FAMILIES.keySet());
    }

    /** In title, description, topic, tag, text, heading, link title, alternative text, list, table, code, language of code and attribute. */
    private static String article(String payload) {
        String quoted = json(payload);
        String line = payload.replace("\n", " ");
        return """
                ---
                title: "T %1$s"
                description: "D %1$s"
                date: 2026-11-05
                status: published
                topics: ["topic %1$s"]
                tags: ["tag %1$s"]
                hook: "%1$s"
                ---
                In a line %2$s of words.

                %2$s

                ## A heading %2$s

                - an item %2$s

                > a quotation %2$s

                | a | b |
                |---|---|
                | cell | %3$s |

                [a page](two.md '%4$s') and ![a picture %4$s](sketch.svg "%5$s")

                *words*{.x title="%5$s"}

                ```%2$s
                code %2$s
                ```

                ``` js"onclick="live()
                %2$s
                ```

                `code %2$s`

                ```{callout} note
                :title: %2$s

                Inside %2$s
                ```
                """.formatted(
                        quoted,
                        line,
                        line.replace("|", ""),
                        line.replace("'", "").replace("[", "").replace("]", ""),
                        line.replace("\"", ""));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", " ")
                .replace("\t", " ");
    }

    private static List<String> live(String name, Document page) {
        return LIVE.in(page).stream().map(found -> name + ": " + found).toList();
    }

    private static boolean ours(Element element) {
        return Stream.of("src", "href", "content", "action", "data", "values")
                                .noneMatch(key -> element.attr(key).contains("live"))
                        && !element.data().contains("live")
                || element.attr("type").equals("application/ld+json")
                || element.hasAttr("rel") && List.of("canonical", "alternate").contains(element.attr("rel"))
                || element.hasAttr("name")
                || element.hasAttr("property");
    }
}
