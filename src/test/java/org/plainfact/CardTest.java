package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that networks show beside links. */
@Tag("slow")
class CardTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Illustrated site;

    @BeforeEach
    void init() {
        site = Illustrated.in(folder).append("jbake.properties", "\nog.images=true\n");
    }

    private Document page(String path) {
        return Jsoup.parse(site.published(path + "index.html"));
    }

    private static String meta(Document page, String property) {
        return page.select("meta[property=" + property + "], meta[name=" + property + "]")
                .attr("content");
    }

    private String card(String path) {
        String address = meta(page(path), "og:image");
        assertThat(address).startsWith("http://localhost:8080/previews/");
        return address.substring("http://localhost:8080/".length());
    }

    /** All cards by their names without digests. */
    private SortedMap<String, String> cards() {
        SortedMap<String, String> cards = new TreeMap<>();
        Built.hashes(site.output()).forEach((name, hash) -> {
            if (name.startsWith("previews/")) {
                cards.put(name.replaceAll("\\.[0-9a-f]{12}\\.png$", ""), name + " " + hash);
            }
        });
        return cards;
    }

    @Test
    void a_page_names_its_card_with_size_and_words_and_it_is_there() throws IOException {
        site.build().succeeded();
        Document page = page("articles/a-cup-of-tea/");
        BufferedImage picture = ImageIO.read(
                site.output().resolve(card("articles/a-cup-of-tea/")).toFile());

        assertThat(picture.getWidth() + " × " + picture.getHeight()).isEqualTo("1200 × 630");
        assertThat(meta(page, "og:image:width") + " × " + meta(page, "og:image:height"))
                .isEqualTo("1200 × 630");
        assertThat(meta(page, "twitter:card")).isEqualTo("summary_large_image");
        assertThat(meta(page, "og:image:alt"))
                .startsWith("How much electricity does a cup of tea take? ")
                .contains("0.032 – 0.038 kWh (assumption)");
    }

    @Test
    void every_kind_of_page_that_is_sent_to_others_has_a_card_of_its_own() {
        site.build().succeeded();

        assertThat(cards().keySet())
                .contains(
                        "previews/home",
                        "previews/about",
                        "previews/faq",
                        "previews/articles/a-cup-of-tea",
                        "previews/articles/by-the-sea",
                        "previews/faq/boil-only-what-you-need",
                        "previews/glossary/specific-heat",
                        "previews/topics/kettle");
        assertThat(card("search/")).isEqualTo(card(""));
    }

    @Test
    void a_site_that_does_not_ask_for_cards_has_none() {
        site.with(
                "jbake.properties",
                Built.text(site.folder().resolve("jbake.properties")).replace("og.images=true", ""));
        site.build().succeeded();

        assertThat(cards()).isEmpty();
        assertThat(page("articles/a-cup-of-tea/").select("meta[property^=og:image]"))
                .isEmpty();
        assertThat(meta(page("articles/by-the-sea/"), "og:image")).contains("/assets/images/sea.");
        assertThat(meta(page("articles/by-the-sea/"), "og:image:width")).isEqualTo("2000");
    }

    @Test
    void a_second_build_draws_nothing_and_one_from_nothing_gives_the_same(@TempDir Path other) {
        site.build().succeeded();

        assertThat(site.build().succeeded().out()).contains("0 written");
        site.build("--clean", "--out", other.resolve("out").toString()).succeeded();
        assertThat(Built.hashes(other.resolve("out"))).isEqualTo(Built.hashes(site.output()));
    }

    @Test
    void a_changed_title_changes_its_card_and_the_cards_name_and_no_other() {
        site.build().succeeded();
        Map<String, String> before = cards();
        String path = "content/articles/by-the-sea.md";
        site.with(path, Built.text(site.folder().resolve(path)).replace("title: By the sea", "title: At the sea"));
        site.build().succeeded();
        Map<String, String> after = cards();

        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.entrySet().stream()
                        .filter(card -> !card.getValue().equals(before.get(card.getKey())))
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.startsWith("previews/topics") && !name.equals("previews/home")))
                .containsExactly("previews/articles/by-the-sea");
        assertThat(after.get("previews/articles/by-the-sea")).startsWith(card("articles/by-the-sea/") + " ");
    }

    @Test
    void a_changed_figure_changes_the_cards_that_show_it(@TempDir Path other) {
        site.build().succeeded();
        Map<String, String> before = cards();
        String path = "data/kitchen.json";
        String data = Built.text(site.folder().resolve(path));
        assertThat(data).contains("\"high\": ");
        site.with(path, data.replaceAll("\"high\": ([\\d.]+)", "\"high\": 1$1"));
        site.build().succeeded();
        Map<String, String> after = cards();

        assertThat(after.get("previews/articles/a-cup-of-tea"))
                .isNotEqualTo(before.get("previews/articles/a-cup-of-tea"));
        assertThat(after.get("previews/articles/by-the-sea")).isEqualTo(before.get("previews/articles/by-the-sea"));
        site.build("--clean", "--out", other.resolve("out").toString()).succeeded();
        assertThat(Built.hashes(other.resolve("out"))).isEqualTo(Built.hashes(site.output()));
    }

    @Test
    void a_title_of_any_length_stays_on_its_card() {
        String title = "A title that goes on and on, word after word, until nobody knows any more where it began ";
        site.with(
                "content/articles/by-the-sea.md",
                "---\ntitle: " + (title + title + title).strip()
                        + "\ndescription: Long.\ndate: 2026-11-20\nstatus: published\n---\nText.\n");

        assertThat(site.build().succeeded())
                .satisfies(answer -> assertThat(answer.err() + answer.out()).contains("0 warnings"));
    }

    @Test
    void what_is_wrong_with_a_drawing_is_a_warning_at_the_page() {
        String style = "templates/preview/card.css";
        site.append(style, "\n.title { color: #eeeeee; }\n");
        Built.Answer answer = site.build().succeeded();

        assertThat(answer.err() + answer.out())
                .contains(
                        "content/articles/by-the-sea.md:2:1: warning: the preview picture of /articles/by-the-sea/: ");
        assertThat(site.build().succeeded())
                .satisfies(again -> assertThat(again.err() + again.out())
                        .contains("content/articles/by-the-sea.md:2:1: warning: the preview picture of"));
    }

    @Test
    void the_preview_draws_a_card_when_it_is_asked_for_as_the_build_does() {
        site.build().succeeded();
        String path = card("articles/a-cup-of-tea/");

        try (Serving preview = Serving.here(site.folder()).looked()) {
            assertThat(preview.get("/" + path).body())
                    .isEqualTo(Built.bytes(site.output().resolve(path)));
            assertThat(preview.get("/previews/none.000000000000.png").statusCode())
                    .isEqualTo(404);
        }
    }
}
