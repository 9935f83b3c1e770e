package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.memo.Fingerprint;
import org.plainfact.memo.Later;
import org.plainfact.site.Content;
import org.plainfact.source.SourceSpan;

/** Files published as they are: names, references, collisions. */
class AssetsTest {
    /** First 12 digits of {@code printf x | sha256sum}. */
    private static final String X = "2d711642b726";

    @TempDir
    Path folder;

    private Kitchen kitchen;

    @BeforeEach
    void aProject() {
        kitchen = new Kitchen(folder);
    }

    private void bake() {
        assertThat(kitchen.bake().committed()).as(kitchen.problems().toString()).isTrue();
    }

    @Test
    void an_assets_name_carries_the_fingerprint_of_its_content() {
        kitchen.file("assets/images/a.b.avif", "x").file("assets/LICENCE", "x");
        bake();

        assertThat(kitchen.published()).containsOnlyKeys("assets/images/a.b." + X + ".avif", "assets/LICENCE." + X);
    }

    @Test
    void what_lies_in_root_keeps_its_name() {
        kitchen.file("assets/root/favicon.ico", "x").file("assets/root/.well-known/security.txt", "x");
        bake();

        assertThat(kitchen.published()).containsOnlyKeys("favicon.ico", ".well-known/security.txt");
    }

    @Test
    void a_template_gets_address_integrity_and_type() {
        kitchen.file("assets/js/x.js", "x")
                .page("/", "")
                .template("<#assign a = asset('js/x.js')>${a.url} ${a.integrity} ${a.type} ${absolute(a.route)}");
        bake();

        // printf x | openssl dgst -sha384 -binary | base64
        assertThat(kitchen.published("index.html"))
                .isEqualTo("/sub/assets/js/x." + X + ".js"
                        + " sha384-11LCxR+6DimqGQVwqdQlPkQHegWNMpf6OlYw1b0BJiL5fCisrtMTtcg7uZDKp9qF text/javascript"
                        + " https://example.org/sub/assets/js/x." + X + ".js\n");
    }

    @Test
    void a_style_sheet_names_its_files_by_their_fingerprints() {
        kitchen.file("assets/fonts/f.woff2", "x")
                .file("assets/root/pattern.svg", "x")
                .file("assets/css/base.css", "x")
                .file(
                        "assets/css/site.css",
                        "@import \"base.css\"; /* url(nothing.png) */ a{b:url(../fonts/f.woff2#x);c:url( '../fonts/f.woff2?v=1' )}"
                                + " d{e:url(\"../root/pattern.svg\") url(data:image/png;base64,AA) url(#g);f:\"url(no.png)\"}");
        bake();

        assertThat(sheet("site"))
                .isEqualTo("@import \"base." + X + ".css\"; /* url(nothing.png) */ a{b:url(../fonts/f." + X
                        + ".woff2#x);c:url( '../fonts/f." + X + ".woff2?v=1' )} d{e:url(\"../../pattern.svg\")"
                        + " url(data:image/png;base64,AA) url(#g);f:\"url(no.png)\"}");
    }

    @Test
    void a_style_sheets_name_follows_what_it_refers_to() {
        kitchen.file("assets/css/site.css", "a{b:url(p.avif)}").file("assets/css/p.avif", "1");
        bake();
        List<String> before = List.copyOf(kitchen.published().keySet());
        kitchen.file("assets/css/p.avif", "2");
        bake();

        assertThat(kitchen.published().keySet()).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void a_style_sheets_reference_to_nothing_is_told_with_place_and_nearest_name() {
        kitchen.file("assets/fonts/serif.woff2", "x").file("assets/css/site.css", "a{}\nb{c:url(../fonts/serf.woff2)}");

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems())
                .containsExactly(
                        "assets/css/site.css:2:9: error: there is no file \"../fonts/serf.woff2\" for this style"
                                + " sheet [unknown-asset]\n  hint: did you mean \"fonts/serif.woff2\"?");
    }

    @Test
    void style_sheets_that_import_each_other_are_told() {
        kitchen.file("assets/a.css", "@import 'b.css';").file("assets/b.css", "@import 'a.css';");

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .startsWith("assets/b.css:1:10: error: \"a.css\" is imported by what it imports [import-cycle]");
    }

    @Test
    void links_and_dot_files_are_not_published() throws IOException {
        kitchen.file("secret", "secret").file("assets/.env", "secret").file("assets/x.txt", "x");
        Files.createSymbolicLink(kitchen.root.resolve("assets/link.txt"), kitchen.root.resolve("secret"));
        bake();

        assertThat(kitchen.published()).containsOnlyKeys("assets/x." + X + ".txt");
        assertThat(kitchen.problems()).singleElement().asString().contains("[not-a-regular-file]");
    }

    @Test
    void pictures_beside_articles_are_published_at_their_place() {
        kitchen.file("content/articles/heat.svg", "x")
                .file("content/articles/a.md", "x")
                .file("content/notes.docx", "x");
        bake();

        assertThat(kitchen.published()).containsOnlyKeys("articles/heat.svg");
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .startsWith("content/notes.docx:1:1: warning: only articles and media are published");
    }

    @Test
    void a_page_and_an_asset_at_one_address_are_told_by_both_names() {
        kitchen.file("assets/root/about/index.html", "x").page("/about/", "");

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .contains("/about/index.html (assets/root/about/index.html)")
                .contains("(the not-found page)")
                .contains("[address-collision]");
    }

    @Test
    void addresses_that_differ_in_case_or_composition_only_are_told() {
        kitchen.file("assets/root/About.txt", "x")
                .file("assets/root/about.txt", "x")
                .file("assets/root/e\u0301.txt", "x")
                .file("assets/root/\u00e9.txt", "x");

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems()).hasSize(2).allMatch(problem -> problem.contains("[address-collision]"));
    }

    @Test
    void a_file_and_a_folder_of_one_name_are_told() {
        kitchen.file("assets/root/feed.xml", "x").page("/feed.xml/", "");

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems()).singleElement().asString().contains("[address-collision]");
    }

    @Test
    void a_missing_hero_picture_is_told_at_its_place() {
        kitchen.file("content/articles/here.avif", "x")
                .file("templates/page.ftlh", "${asset(content.article.head.hero.src).url}");
        kitchen.page("/a/", standing("here.avif"));
        bake();
        assertThat(kitchen.published("a/index.html")).isEqualTo("/sub/articles/here.avif\n");

        kitchen.page("/b/", standing("her.avif"));
        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .startsWith("content/articles/a.md:4:1: error: there is no picture \"her.avif\" [unknown-asset]");
    }

    @Test
    void a_hero_that_is_no_picture_is_told() {
        kitchen.file("assets/style.css", "").file("templates/page.ftlh", "x").page("/a/", standing("style.css"));
        kitchen.bake();
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .startsWith("content/articles/a.md:4:1: error: \"style.css\" is not a picture [not-a-picture]");
    }

    @Test
    void a_menu_that_leads_nowhere_is_told_at_its_line() {
        kitchen.file(
                "jbake.properties",
                "site.title=A site\nsite.host=https://example.org\nsite.navigation=Here|/x/, There|/y/\n");
        kitchen.page("/x/", "X").bake();
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .startsWith("jbake.properties:3:1: error: \"/y/\" in site.navigation leads to no page or file");
    }

    private static Content standing(String hero) {
        Article.FrontMatter head = new Article.FrontMatter(
                "T",
                Body.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Article.Status.PUBLISHED,
                "a",
                List.of(),
                Optional.of(new Article.Image(hero, "alt")),
                List.of(),
                Optional.empty(),
                List.of(),
                java.util.Map.of("hero", new SourceSpan("content/articles/a.md", 4, 1)),
                java.util.Map.of());
        Article article = new Article(
                "page", "a", "content/articles/a.md", head, Later.of(new Fingerprint(0, 0), Body.EMPTY), List.of());
        return new Content.Standing(article, List.of(), List.of(), List.of(), List.of());
    }

    private String sheet(String name) {
        return kitchen.published().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("assets/css/" + name + "."))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
