package org.plainfact.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.site.Project.content;
import static org.plainfact.site.Project.file;
import static org.plainfact.site.Project.page;
import static org.plainfact.site.Project.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.data.Json;
import org.plainfact.directive.Block;
import org.plainfact.figure.Figure;

class AssemblyTest {
    @TempDir
    Path folder;

    @Test
    void a_small_site_has_all_its_pages_and_no_finding() {
        Project project = Project.in(folder)
                .article("heat", "2026-01-02", "tags: [Pumps & more]\ntopics: [Heat]\naliases: [/old/heat]", """
                        Alpha has {figure}`alpha-cop.cop` by {source}`field-trial`. See {term}`heat pump`.

                        ```{table} pumps
                        ```

                        ```{faq}
                        :topic: Heat
                        ```
                        """)
                .question("does-it-warm", "Heat", "It delivers {figure}`beta.heat`.")
                .term("heat-pump", "Heat pump", "Moves heat.")
                .page("about", "Who we are.");

        Site site = project.site();

        assertThat(routes(site))
                .containsExactly(
                        "/",
                        "/404.html",
                        "/about/",
                        "/archive/",
                        "/articles/heat.md",
                        "/articles/heat/",
                        "/faq/",
                        "/faq/does-it-warm/",
                        "/feed.json",
                        "/feed.xml",
                        "/figures.json",
                        "/figures/",
                        "/figures/alpha-cop/",
                        "/figures/alpha/",
                        "/figures/beta/",
                        "/figures/list.json",
                        "/glossary/",
                        "/glossary/heat-pump/",
                        "/llms.txt",
                        "/old/heat/",
                        "/pumps/",
                        "/pumps/alpha/",
                        "/pumps/beta/",
                        "/robots.txt",
                        "/search.json",
                        "/search/",
                        "/sitemap.xml",
                        "/sources/",
                        "/sources/data-sheet/",
                        "/sources/field-trial/",
                        "/tables/pumps.csv",
                        "/tables/pumps.json",
                        "/tags/pumps-and-more/",
                        "/topics/",
                        "/topics/heat/");
        assertThat(project.told()).isEmpty();
    }

    @Test
    void an_empty_site_has_a_front_page() {
        Site site = Project.in(folder).site();

        Content.Index index = content(site, "/", Content.Index.class);
        assertThat(index.articles()).isEmpty();
        assertThat(index.count()).isEqualTo(1);
        assertThat(index.older()).isEmpty();
        assertThat(content(site, "/feed.xml", Content.Feed.class).updated()).isEqualTo("2026-01-31");
    }

    @Test
    void drafts_and_scheduled_articles_are_left_out() {
        Project project = drafty(Project.settings("https://example.org"));

        assertThat(routes(project.site()).filter(route -> route.matches("/articles/.*/")))
                .containsExactly("/articles/shown/");
    }

    @Test
    void drafts_and_scheduled_articles_are_shown_when_asked_for() {
        assertThat(routes(drafty(Project.showing(true, false)).site()))
                .contains("/articles/sketch/")
                .doesNotContain("/articles/later/");
        assertThat(routes(drafty(Project.showing(false, true)).site()))
                .contains("/articles/later/")
                .doesNotContain("/articles/sketch/");
    }

    private Project drafty(Settings settings) {
        return Project.in(folder)
                .with(settings)
                .article("shown", "2026-01-31", "", "Text.")
                .article("later", "2026-02-01", "", "Text.")
                .with("content/articles/sketch.md", "---\ntitle: Sketch\ndescription: S.\nstatus: draft\n---\nText.\n");
    }

    @Test
    void a_link_to_a_draft_says_that_it_is_one() {
        Project project = drafty(Project.settings("https://example.org")).article("linking", "See {page}`sketch`.");

        assertThat(project.told())
                .singleElement()
                .asString()
                .startsWith("content/articles/linking.md:7:5: error: there is no page \"sketch\" [unknown-page]")
                .contains("content/articles/sketch.md is a draft");
    }

    @Test
    void articles_are_newest_first_then_by_slug() {
        Site site = Project.in(folder)
                .article("b", "2026-01-01", "", "Text.")
                .article("a", "2026-01-01", "", "Text.")
                .article("c", "2026-01-03", "", "Text.")
                .site();

        assertThat(titles(content(site, "/", Content.Index.class).articles())).containsExactly("About c", "About a");
        Content.Index second = content(site, "/page/2/", Content.Index.class);
        assertThat(titles(second.articles())).containsExactly("About b");
        assertThat(second.newer().orElseThrow().route()).isEqualTo(Route.of("/"));
        Content.Explainer middle = content(site, "/articles/a/", Content.Explainer.class);
        assertThat(middle.newer().orElseThrow().title()).isEqualTo("About c");
        assertThat(middle.older().orElseThrow().title()).isEqualTo("About b");
    }

    @Test
    void feeds_have_the_newest_change_and_the_newest_first() {
        Site site = Project.in(folder)
                .article("old", "2025-01-01", "updated: 2026-01-30", "Text.")
                .article("new", "2026-01-20", "", "Text.")
                .site();

        Content.Feed feed = content(site, "/feed.xml", Content.Feed.class);
        assertThat(titles(feed.articles())).containsExactly("About new", "About old");
        assertThat(feed.updated()).isEqualTo("2026-01-30");
        assertThat(json(file(site, "/feed.json")))
                .containsEntry("version", "https://jsonfeed.org/version/1.1")
                .containsEntry("feed_url", "https://example.org/feed.json");
        assertThat(list(json(file(site, "/feed.json")), "items").getFirst())
                .containsEntry("url", "https://example.org/articles/new/")
                .containsEntry("date_published", "2026-01-20T00:00:00Z");
    }

    @Test
    void only_figures_on_the_site_have_workings_with_their_inputs() {
        Project project = Project.in(folder).article("heat", "It is {figure}`alpha-cop.cop`.");
        Settings plain = Project.settings("https://example.org");
        Site site = project.with(new Settings(
                        plain.title(),
                        "",
                        "",
                        plain.baseUrl(),
                        "en",
                        "",
                        List.of(),
                        List.of(),
                        "",
                        "",
                        List.of(),
                        10,
                        false,
                        false,
                        plain.today(),
                        Map.of()))
                .site();

        assertThat(routes(site).filter(route -> route.startsWith("/figures/")))
                .containsExactly("/figures/", "/figures/alpha-cop/", "/figures/alpha/", "/figures/list.json");
        Content.Workings workings = content(site, "/figures/alpha-cop/", Content.Workings.class);
        assertThat(workings.notFor()).contains("other days");
        assertThat(workings.usedOn()).extracting(Link::title).containsExactly("About heat");
    }

    @Test
    void a_figure_tells_which_pages_show_it_and_what_is_computed_from_it() {
        Site site = Project.in(folder)
                .article("one", "It is {figure}`alpha-cop.cop`.")
                .article("two", "It takes {figure}`alpha.power`.")
                .site();

        Content.Workings alpha = content(site, "/figures/alpha/", Content.Workings.class);
        Content.Detail power = alpha.details()
                .get(alpha.figures().stream().map(Figure::field).toList().indexOf("power"));
        assertThat(power.usedOn()).extracting(Link::title).containsExactly("About two", "Pump Alpha");
        assertThat(power.goesInto())
                .containsExactly(new Content.FigureLink(
                        "Coefficient of performance – Pump Alpha at work", "/figures/alpha-cop/#cop"));
        Content.Workings cop = content(site, "/figures/alpha-cop/", Content.Workings.class);
        assertThat(cop.details().getFirst().usedOn()).extracting(Link::title).containsExactly("About one");
    }

    @Test
    void a_figure_can_be_cited_with_value_status_and_address() {
        Site site = Project.in(folder)
                .article("one", "It takes {figure}`beta.power`.")
                .site();

        Content.Workings beta = content(site, "/figures/beta/", Content.Workings.class);
        Citation citation = beta.details()
                .get(beta.figures().stream().map(Figure::field).toList().indexOf("power"))
                .citation();
        assertThat(citation.text())
                .isEqualTo("The Editors: “Power drawn – Pump Beta”. Warm & Dry. 2 kW (planned)."
                        + " https://example.org/figures/beta/#power (retrieved on: …)");
        assertThat(citation.bibtex()).isEqualTo("""
                @misc{beta.power,
                  author = {{The Editors}},
                  title = {{Power drawn – Pump Beta}},
                  howpublished = {Warm \\& Dry},
                  note = {2 kW (planned)},
                  url = {https://example.org/figures/beta/#power},
                  urldate = {}
                }""");
        assertThat(Json.read("csl", citation.csl()))
                .asString()
                .contains("id=beta.power", "type=dataset", "container-title=Warm & Dry", "note=2 kW (planned)");
    }

    @Test
    void a_long_list_of_figures_is_parted_between_records() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            records.append(i == 0 ? "" : ",\n")
                    .append(
                            "{\"id\": \"item-%d\", \"title\": \"Item %d\", \"size\": {\"value\": %d, \"unit\": \"m\", \"status\": \"assumption\"}}"
                                    .formatted(i, i, i));
        }
        Site site = Project.in(folder)
                .with("data/items.json", "{\"records\": [" + records + "]}")
                .with("data/schema/items.schema.json", "{}")
                .with("data/tables/items.json", """
                        {"id": "items", "title": "Items", "caption": "All", "rows": {"collection": "items"}, "not-for": "x",
                         "columns": [{"text": "title", "title": "Item"}, {"figure": "size", "title": "Size"}]}""")
                .article("one", "```{table} items\n```")
                .site();

        Content.FigureIndex first = content(site, "/figures/", Content.FigureIndex.class);
        Content.FigureIndex last = content(site, "/figures/page/3/", Content.FigureIndex.class);
        assertThat(first.count()).isEqualTo(3);
        assertThat(first.newer()).isEmpty();
        assertThat(first.older()).map(Link::route).contains(Route.of("/figures/page/2/"));
        assertThat(first.records().size()).isEqualTo(400);
        assertThat(last.older()).isEmpty();
        assertThat(last.total()).isEqualTo(first.total()).isGreaterThanOrEqualTo(900);
    }

    @Test
    void the_ledger_tells_where_a_figure_is_used() {
        Site site = Project.in(folder)
                .article("one", "It is {figure}`alpha-cop.cop`.")
                .article("two", "It is {figure}`alpha-cop.cop` and {figure}`alpha-cop.cop`.")
                .site();

        List<Map<String, Object>> figures = list(json(file(site, "/figures.json")), "figures");
        assertThat(figures)
                .filteredOn("id", "alpha-cop.cop")
                .singleElement()
                .extracting(line -> line.get("used-on"))
                .isEqualTo(List.of("/articles/one/", "/articles/two/"));
        assertThat(figures).extracting(line -> line.get("id")).contains("alpha.heat", "alpha.power");
    }

    @Test
    void a_source_page_tells_what_rests_on_the_source() {
        Site site = Project.in(folder)
                .article("one", "It is {figure}`alpha-cop.cop`.")
                .site();

        Content.Source source = content(site, "/sources/field-trial/", Content.Source.class);
        assertThat(source.usedOn()).extracting(Link::title).containsExactly("About one");
        assertThat(source.figures()).extracting(figure -> figure.address()).contains("alpha-cop.cop", "alpha.heat");
    }

    @Test
    void a_term_page_tells_where_the_term_is_used() {
        Site site = Project.in(folder)
                .term("heat-pump", "Heat pump", "Moves heat.")
                .term("cop", "COP", "A ratio.")
                .article("one", "A {term}`heat pump`.")
                .site();

        Content.Term term = content(site, "/glossary/heat-pump/", Content.Term.class);
        assertThat(term.usedOn()).extracting(Link::title).containsExactly("About one");
        assertThat(term.others()).extracting(Link::title).containsExactly("COP");
    }

    @Test
    void related_questions_share_a_topic() {
        Site site = Project.in(folder)
                .question("one", "Heat", "Yes.")
                .question("two", "Heat", "Yes.")
                .question("three", "Noise", "Yes.")
                .site();

        assertThat(content(site, "/faq/one/", Content.Question.class).related())
                .extracting(Link::title)
                .containsExactly("Why two?");
        assertThat(content(site, "/faq/", Content.Faq.class).topics())
                .extracting(Content.Group::title)
                .containsExactly("Heat", "Noise");
    }

    @Test
    void the_twin_of_a_calculator_is_its_worked_example() {
        Site site =
                Project.in(folder).article("one", "```{calculator} a-pump\n```").site();

        assertThat(file(site, "/articles/one.md"))
                .contains(
                        "Worked example: Pump Alpha at work",
                        "- power drawn: [3 kW](https://example.org/figures/alpha/#power)",
                        "- Pump: Pump Alpha ([9 kW](https://example.org/figures/alpha/#heat))",
                        "- Coefficient of performance: [3.000](https://example.org/figures/alpha-cop/#cop). Do not use this to claim: other days.",
                        "Do not use this to claim: which pump to buy.");
    }

    @Test
    void the_twin_of_a_page_with_too_many_directives_does_not_work_them_out() {
        Site site = Project.in(folder)
                .article("one", "```{table} pumps\n```\n\n".repeat(1_001))
                .article("two", "```{table} pumps\n```\n\n".repeat(1_000))
                .site();

        assertThat(file(site, "/articles/one.md")).contains("About one").doesNotContain("Pump Alpha");
        assertThat(file(site, "/articles/two.md").split("Pump Alpha", -1)).hasSize(1_001);
    }

    @Test
    void tables_that_are_shown_again_get_the_next_anchor_that_is_free() {
        Site site = Project.in(folder)
                .article("one", "## Table pumps 3\n\n" + "```{table} pumps\n```\n\n".repeat(4))
                .site();

        assertThat(content(site, "/articles/one/", Content.Explainer.class).body())
                .filteredOn(Block.TableBlock.class::isInstance)
                .extracting(block -> ((Block.TableBlock) block).anchor())
                .containsExactly("table-pumps", "table-pumps-2", "table-pumps-4", "table-pumps-5");
    }

    @Test
    void links_of_a_twin_lead_to_the_site_wherever_the_twin_is_read() {
        Site site = Project.in(folder)
                .question("so", "Heat", "Because.")
                .article("two", "## Here\n\nText.")
                .article(
                        "one",
                        "See [two](two.md#here), [so][q], [top](#top), [feed](/feed.xml) and [it](https://example.com/).\n\n"
                                + "## Top\n\n[q]: ../faq/so.md\n")
                .site();

        assertThat(file(site, "/articles/one.md"))
                .contains("[two](https://example.org/articles/two/#here)", "[top](#top)")
                .contains("[feed](https://example.org/feed.xml)", "[it](https://example.com/)")
                .contains("[q]: https://example.org/faq/so/");
    }

    @Test
    void a_twin_has_the_figures_in_words_with_their_status() {
        Site site = Project.in(folder).article("one", """
                        Beta is to deliver {figure}`beta.heat`, says {source}`the maker <data-sheet>`.

                        ```{table} pumps
                        ```

                        ```{callout} caution
                        Beta **does not** stand: {figure}`beta.power`.
                        ```
                        """).site();

        assertThat(file(site, "/articles/one.md")).isEqualTo("""
                # About one

                On one.

                Published 2026-01-01. Web page: <https://example.org/articles/one/>

                Beta is to deliver [8 – 10 kW](https://example.org/figures/beta/#heat) (planned), says [the maker](https://example.org/sources/data-sheet/).

                **What the pumps deliver**

                | Pump | Heat (kW) |
                | --- | ---: |
                | Pump Alpha | 9 |
                | Pump Beta | 8 – 10 (planned) |

                Do not use this to claim: which pump to buy.

                [CSV](https://example.org/tables/pumps.csv)


                > Beta **does not** stand: [2 kW](https://example.org/figures/beta/#power) (planned).

                ## Sources

                - [Data sheet](https://example.org/sheet)
                - [Field trial </script> of 2024](https://example.org/trial)
                """);
    }

    @Test
    void search_entries_cover_articles_questions_terms_pages_and_records() {
        Site site = Project.in(folder)
                .article("one", "## A heading\n\nText.")
                .question("two", "Heat", "Because it is so.")
                .term("three", "Three", "A number.")
                .page("four", "Text.")
                .site();

        List<Map<String, Object>> entries = maps(Json.read("search.json", file(site, "/search.json")));
        assertThat(entries)
                .extracting(entry -> entry.get("kind"))
                .containsExactly("article", "page", "question", "term", "record", "record");
        assertThat(entries.getFirst())
                .containsEntry("url", "/articles/one/")
                .containsEntry("headings", List.of("A heading"))
                .doesNotContainKey("text");
        assertThat(entries.get(2)).containsEntry("description", "Because it is so.");
    }

    @Test
    void the_site_map_leaves_out_what_nobody_should_find() {
        Site site = Project.in(folder)
                .article("one", "2026-01-01", "aliases: [/old/]", "Text.")
                .site();

        assertThat(content(site, "/sitemap.xml", Content.Sitemap.class).places())
                .extracting(place -> place.route().path())
                .contains("/", "/articles/one/", "/sources/field-trial/")
                .doesNotContain("/404.html", "/search/", "/old/", "/feed.xml", "/articles/one.md", "/sitemap.xml");
        assertThat(file(site, "/robots.txt")).contains("Sitemap: https://example.org/sitemap.xml");
        assertThat(file(site, "/llms.txt")).contains("- [About one](https://example.org/articles/one.md): On one.");
    }

    @Test
    void a_site_below_a_path_has_the_path_in_its_links() {
        Site site = Project.in(folder)
                .with(Project.settings("https://example.org/sub"))
                .article("one", "[Two](two.md#there), [all](/archive/), [other](https://example.com/).")
                .article("two", "## There")
                .site();

        Content.Explainer one = content(site, "/articles/one/", Content.Explainer.class);
        assertThat(one.body().toString())
                .contains(
                        "href=\"/sub/articles/two/#there\"", "href=\"/sub/archive/\"", "href=\"https://example.com/\"");
        assertThat(site.routes().absolute(Route.of("/archive/"))).isEqualTo("https://example.org/sub/archive/");
        assertThat(site.routes().link(Route.of("/archive/"))).isEqualTo("/sub/archive/");
    }

    @Test
    void the_same_input_in_another_order_gives_the_same_site() {
        Project project = Project.in(folder);
        IntStream.range(0, 20).forEach(i -> project.article("a" + i, "It is {figure}`alpha-cop.cop`."));

        assertThat(texts(project.site())).isEqualTo(texts(project.site()));
    }

    private static List<String> texts(Site site) {
        return site.outputs().stream()
                .map(output -> output instanceof Output.TextFile file ? site.text(file) : output.toString())
                .toList();
    }

    @Test
    void a_page_stands_below_its_parents() {
        Site site = Project.in(folder)
                .article("one", "2026-01-01", "topics: [Heat]", "Text.")
                .site();

        assertThat(page(site, "/articles/one/").crumbs())
                .extracting(Link::route)
                .containsExactly(Route.of("/"), Route.of("/topics/heat/"));
        assertThat(page(site, "/pumps/alpha/").crumbs()).extracting(Link::title).containsExactly("Home", "Pumps");
    }

    private static List<String> titles(List<Content.Listing> listings) {
        return listings.stream().map(listing -> listing.link().title()).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) {
        return (Map<String, Object>) Objects.requireNonNull(Json.read("test.json", text));
    }

    private static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        return maps(object.get(key));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return (List<Map<String, Object>>) Objects.requireNonNull(list);
    }

    @Test
    void a_name_of_very_many_words_has_an_address_of_the_first_of_them() {
        String words = "very many words ".repeat(20).strip();
        Project project = Project.in(folder)
                .article("heat", "2026-01-02", "topics: [\"" + words + "\"]\ntags: [\"" + words + "\"]", "Text.")
                .page("deep-" + "l".repeat(240) + "/about", "Who we are.");

        Site site = project.site();

        assertThat(routes(site).filter(route -> route.matches("/(topics|tags|deep)[/-].+")))
                .containsExactly(
                        "/deep-" + "l".repeat(195) + "/about/",
                        "/tags/" + "very-many-words-".repeat(12) + "very/",
                        "/topics/" + "very-many-words-".repeat(12) + "very/");
        assertThat(project.told()).isEmpty();
    }
}
