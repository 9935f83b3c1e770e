package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, code and formulas on the pages of a site with the default theme. */
@Tag("slow")
class IllustratedTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Illustrated site;

    private static Document page = new Document("");

    @BeforeAll
    static void build() {
        site = Illustrated.in(folder);
        site.build().succeeded();
        page = Jsoup.parse(site.published("articles/by-the-sea/index.html"));
    }

    @Test
    void each_picture_whose_size_is_known_has_it() {
        assertThat(page.select("main img"))
                .extracting(picture -> picture.attr("width") + " " + picture.attr("height"))
                .containsExactly("2000 1000", "1000 500", "300 200", " ");
    }

    @Test
    void copies_are_offered_as_webp_by_their_width_and_all_are_published() {
        List<Element> sources = page.select("main picture > source[type=image/webp]");

        assertThat(sources).hasSize(2);
        assertThat(sources.getFirst().attr("srcset").replaceAll("\\.[0-9a-f]{12}\\.", "."))
                .isEqualTo("/assets/images/sea-480.webp 480w, /assets/images/sea-800.webp 800w,"
                        + " /assets/images/sea-1200.webp 1200w, /assets/images/sea-1600.webp 1600w");
        assertThat(sources).allSatisfy(source -> {
            assertThat(source.attr("sizes")).endsWith("100vw");
            assertThat(source.nextElementSibling()).isNotNull();
        });
        Stream.concat(
                        sources.stream()
                                .flatMap(source ->
                                        Stream.of(source.attr("srcset").split(", "))),
                        page.select("main img[src^=/]").stream().map(picture -> picture.attr("src")))
                .map(address -> address.split(" ")[0].substring(1))
                .forEach(path -> assertThat(site.output().resolve(path)).isNotEmptyFile());
    }

    @Test
    void the_picture_at_the_head_is_loaded_at_once_and_the_others_when_they_are_near() {
        assertThat(page.select("main img"))
                .extracting(picture -> picture.attr("loading"))
                .containsExactly("", "lazy", "lazy", "lazy");
    }

    @Test
    void without_one_at_the_head_the_first_of_the_text_is_loaded_at_once(@TempDir Path other) {
        Illustrated plain = Illustrated.in(other).withoutHero();
        plain.build().succeeded();

        assertThat(Jsoup.parse(plain.published("articles/by-the-sea/index.html"))
                        .select("main img"))
                .extracting(picture -> picture.attr("loading"))
                .containsExactly("", "lazy", "lazy");
    }

    @Test
    void what_the_author_wrote_of_a_picture_stays() {
        assertThat(page.select("main picture img[alt=A screen].wide")).hasSize(1);
    }

    @Test
    void formulas_are_mathml_and_code_has_its_classes() {
        assertThat(page.select("main p > math:not([display])")).hasSize(1);
        assertThat(page.select("main p.math > math[display=block] mtable")).hasSize(1);
        assertThat(page.select("pre code .code-comment").text()).isEqualTo("// in watts");
    }

    @Test
    void the_markdown_of_the_page_holds_the_formula_as_it_was_written() {
        assertThat(site.published("articles/by-the-sea.md"))
                .contains("Energy is $E = P \\cdot t$.", "$$\n\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}");
    }

    @Test
    void a_page_without_them_has_nothing_of_them() {
        assertThat(site.published("articles/a-cup-of-tea/index.html"))
                .doesNotContain("<picture", "class=\"math\"", "code-comment", "loading=");
    }

    @Test
    void a_second_build_makes_nothing_again_and_one_from_nothing_gives_the_same(@TempDir Path other)
            throws IOException {
        assertThat(site.build().succeeded().out()).contains("0 written");
        Path out = other.resolve("out");
        site.build("--clean", "--out", out.toString()).succeeded();

        assertThat(Built.hashes(out)).isEqualTo(Built.hashes(site.output()));
        assertThat(Files.readString(out.resolve("articles/by-the-sea/index.html")))
                .isEqualTo(site.published("articles/by-the-sea/index.html"));
    }

    @Test
    void a_broken_picture_is_told_and_the_site_stays(@TempDir Path other) {
        Illustrated broken = Illustrated.in(other).with("assets/images/sea.jpg", "not a picture");
        Built.Answer answer = broken.build();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err() + answer.out()).contains("assets/images/sea.jpg:1:1: error: ", "[broken-picture]");
    }

    @Test
    void a_formula_that_is_not_understood_is_told_at_its_character(@TempDir Path other) {
        Illustrated broken = Illustrated.in(other).append("content/articles/by-the-sea.md", "\nSo {math}`\\nope`.\n");
        Built.Answer answer = broken.build();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err() + answer.out())
                .contains(":27:11: error: this formula is not understood", "[malformed-math]");
    }
}
