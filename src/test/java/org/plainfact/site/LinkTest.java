package org.plainfact.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void some_pages() {
        project = Project.in(folder)
                .article("two", "## A heading\n\nIt is {figure}`alpha.heat`.\n\n```{table} pumps\n```")
                .question("so", "Heat", "Because.")
                .page("about", "Text.");
    }

    @ParameterizedTest
    @CsvSource({
        "two.md, /articles/two/",
        "./two.md#a-heading, /articles/two/#a-heading",
        "../faq/so.md, /faq/so/",
        "../pages/about.md, /about/",
        "/about/, /about/",
        "/articles/two/#table-pumps, /articles/two/#table-pumps",
        "/figures/alpha/#heat, /figures/alpha/#heat",
        "../two/, /articles/two/",
        "/search/?q=heat, /search/?q=heat",
        "/feed.xml, /feed.xml",
        "#here, #here",
        "https://example.com/x.md, https://example.com/x.md",
        "mailto:a@example.com, mailto:a@example.com"
    })
    void a_link_leads_where_the_author_means(String written, String printed) {
        project.article("one", "## Here\n\nSee [this](" + written + ").");

        assertThat(body("/articles/one/")).contains("href=\"" + printed + "\"");
        assertThat(project.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"three.md", "/abuot/", "../faq/no.md", "/articles/two/#no-heading", "#nowhere", "/../../x/"})
    void a_link_that_leads_nowhere_is_told_at_its_place(String written) {
        project.article("one", "See [this](" + written + ").");

        assertThat(project.told())
                .singleElement()
                .asString()
                .startsWith("content/articles/one.md:7:5: error: ")
                .contains(written, "[broken-link]");
    }

    @Test
    void a_link_to_a_draft_says_that_it_is_one() {
        project.with("content/articles/later.md", "---\ntitle: Later\nstatus: draft\ndescription: D\n---\n\nText.\n");
        project.article("one", "See [this](later.md#x).");

        assertThat(project.told())
                .singleElement()
                .asString()
                .contains("[broken-link]", "content/articles/later.md is a draft");
    }

    @Test
    void the_nearest_address_is_the_hint() {
        project.article("one", "See [this](/abuot/).");

        assertThat(project.told()).singleElement().asString().contains("did you mean \"/about/\"?");
    }

    @Test
    void a_missing_slash_is_the_hint() {
        project.article("one", "See [this](/about).");

        assertThat(project.told()).singleElement().asString().contains("hint: write /about/");
    }

    @Test
    void links_in_directives_and_in_front_matter_are_checked() {
        project.article("one", "2026-01-01", "takeaways: [\"See [this](/no/).\"]", """
                        ```{callout}
                        See [that](/none/).
                        ```
                        """);

        assertThat(project.told())
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).contains("[broken-link]"));
    }

    @Test
    void a_link_to_a_draft_is_broken() {
        project.with("content/articles/sketch.md", "---\ntitle: S\ndescription: S.\nstatus: draft\n---\nText.\n")
                .article("one", "See [this](sketch.md).");

        assertThat(project.told()).singleElement().asString().contains("[broken-link]");
    }

    @Test
    void two_bodies_on_a_page_do_not_share_an_anchor() {
        project.question("why", "Heat", "## Same\n\nText.")
                .article("one", "## Same\n\n[Up](#same)\n\n```{faq} why\n```");

        assertThat(body("/articles/one/")).contains("id=\"same\"", "href=\"#same\"", "id=\"part-2-same\"");
    }

    private String body(String route) {
        return Project.content(project.site(), route, Content.Explainer.class)
                .body()
                .toString();
    }
}
