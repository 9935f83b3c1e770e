package org.plainfact.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollisionTest {
    @TempDir
    Path folder;

    @Test
    void two_articles_at_one_address_are_both_named() {
        List<String> told = Project.in(folder)
                .article("one", "2026-01-01", "slug: same", "Text.")
                .article("two", "2026-01-01", "slug: same", "Text.")
                .told();

        assertThat(told)
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("content/articles/two.md:6:")
                        .contains("/articles/same/", "content/articles/one.md:6:", "[route-collision]"));
    }

    @Test
    void an_alias_cannot_take_the_address_of_a_page() {
        List<String> told = Project.in(folder)
                .article("one", "2026-01-01", "aliases: [/archive/]", "Text.")
                .told();

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("content/articles/one.md:6:")
                .contains("the archive and the alias /archive/");
    }

    @Test
    void a_page_cannot_take_the_address_of_a_generated_one() {
        assertThat(Project.in(folder).page("faq", "Text.").told())
                .singleElement()
                .asString()
                .startsWith("content/pages/faq.md:1:1: error:")
                .contains("/faq/", "[route-collision]");
    }

    @Test
    void addresses_that_differ_only_in_case_collide() {
        List<String> told = Project.in(folder)
                .article("one", "2026-01-01", "aliases: [/Old/, /old/]", "Text.")
                .told();

        assertThat(told).singleElement().asString().contains("/Old/", "/old/", "cannot stand side by side");
    }

    @Test
    void addresses_that_differ_only_in_the_composition_of_letters_collide() {
        List<String> told = Project.in(folder)
                .article("one", "2026-01-01", "aliases: [\"/caf\u00e9/\", \"/cafe\u0301/\"]", "Text.")
                .told();

        assertThat(told).singleElement().asString().contains("[route-collision]");
    }

    @Test
    void a_file_cannot_stand_where_a_folder_does() {
        List<String> told = Project.in(folder)
                .article("one", "2026-01-01", "aliases: [/old.html, /old.html/below/]", "Text.")
                .told();

        assertThat(told).singleElement().asString().contains("/old.html", "/old.html/below/", "[route-collision]");
    }

    @Test
    void two_topics_that_make_one_address_collide() {
        List<String> told = Project.in(folder)
                .article("one", "2026-01-01", "topics: [Heat pumps]", "Text.")
                .article("two", "2026-01-01", "topics: [Heat-pumps]", "Text.")
                .told();

        assertThat(told).singleElement().asString().contains("\"Heat pumps\"", "\"Heat-pumps\"", "[route-collision]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../up/", "/a/../../b/", "/.git/config", "/a//b/", "/what?/", "/file.pdf"})
    void an_alias_that_is_no_address_is_told_at_its_place(String alias) {
        List<String> told = Project.in(folder)
                .article("one", "2026-01-01", "aliases: [\"" + alias + "\"]", "Text.")
                .told();

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("content/articles/one.md:6:")
                .contains("alias", alias);
    }

    @Test
    void an_alias_leads_to_its_article() {
        Site site = Project.in(folder)
                .article("one", "2026-01-01", "aliases: [/old, /older.html]", "Text.")
                .site();

        assertThat(Project.content(site, "/old/", Content.Redirect.class).target())
                .isEqualTo(Route.of("/articles/one/"));
        assertThat(Project.content(site, "/older.html", Content.Redirect.class).target())
                .isEqualTo(Route.of("/articles/one/"));
    }

    @Test
    void a_slug_is_the_address_and_a_file_name_is_folded_to_one() {
        Site site = Project.in(folder)
                .article("one", "2026-01-01", "slug: öl", "Text.")
                .article("Größe", "Text.")
                .site();

        assertThat(Project.routes(site)).contains("/articles/öl/", "/articles/grosse/");
        assertThat(site.routes().link(Route.of("/articles/öl/"))).isEqualTo("/articles/%C3%B6l/");
    }

    @ParameterizedTest
    @CsvSource({
        "Pumps & more, pumps-and-more",
        "Größe, grosse",
        "  What's new? , whats-new",
        "Ærø, aero",
        "전력, 전력",
        "!!!, untitled",
        "C#, c-sharp",
        "C++, c-plus-plus",
        "#1, 1",
        "a/../b, a-b"
    })
    void words_become_one_segment(String words, String slug) {
        assertThat(Slug.of(words)).isEqualTo(slug);
    }
}
