package org.plainfact.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.data.Json;

class JsonLdTest {
    @TempDir
    Path folder;

    @Test
    void an_article_says_who_when_and_on_what_it_rests() {
        Map<String, @Nullable Object> article = object(
                Project.in(folder)
                        .article(
                                "one",
                                "2026-01-01",
                                "updated: 2026-01-02\nreviewed: 2026-01-03\nauthors: [Ada]",
                                "It is {figure}`alpha.heat`.")
                        .site(),
                "/articles/one/",
                "Article");

        assertThat(article)
                .containsEntry("headline", "About one")
                .containsEntry("datePublished", "2026-01-01")
                .containsEntry("dateModified", "2026-01-02")
                .containsEntry("author", List.of(Map.of("@type", "Person", "name", "Ada")))
                .containsEntry(
                        "citation",
                        List.of(Map.of(
                                "@type",
                                "CreativeWork",
                                "name",
                                "Field trial </script> of 2024",
                                "url",
                                "https://example.org/trial")));
        assertThat(String.valueOf(article.get("mainEntityOfPage"))).contains("lastReviewed=2026-01-03");
    }

    @Test
    void nothing_in_it_can_end_the_script_element() {
        Site site =
                Project.in(folder).article("one", "By {source}`field-trial`.").site();

        assertThat(Project.page(site, "/articles/one/").jsonLd())
                .noneMatch(text -> text.contains("<") || text.contains(">"))
                .anyMatch(text -> text.contains("\\u003c/script"));
    }

    @Test
    void an_answer_says_what_the_page_shows_with_figures_put_in() {
        Map<String, @Nullable Object> faq = object(
                Project.in(folder)
                        .question("warm", "Heat", "It **is** to deliver {figure}`beta.heat`.\n\n- One\n- Two")
                        .site(),
                "/faq/warm/",
                "FAQPage");

        assertThat(String.valueOf(faq.get("mainEntity")))
                .contains("name=Why warm?", "text=It is to deliver 8 – 10 kW (planned).\nOne\nTwo");
    }

    @Test
    void questions_inside_an_article_are_in_its_json_too() {
        Site site = Project.in(folder)
                .question("warm", "Heat", "Yes.")
                .article("one", "```{faq} warm\n```")
                .site();

        assertThat(String.valueOf(object(site, "/articles/one/", "FAQPage").get("mainEntity")))
                .contains("Why warm?", "Yes.");
    }

    @Test
    void a_table_and_a_record_are_datasets() {
        Site site = Project.in(folder).article("one", "```{table} pumps\n```").site();

        assertThat(String.valueOf(object(site, "/articles/one/", "Dataset")))
                .contains("https://example.org/tables/pumps.csv", "https://example.org/tables/pumps.json");
        assertThat(String.valueOf(object(site, "/pumps/beta/", "Dataset")))
                .contains("minValue=8", "maxValue=10", "unitText=kW", "8 – 10 kW (planned)");
        assertThat(String.valueOf(object(site, "/figures/beta/", "Dataset"))).contains("heat delivered");
    }

    @Test
    void the_front_page_and_terms_say_what_they_are() {
        Site site = Project.in(folder).term("cop", "COP", "A ratio.").site();

        assertThat(object(site, "/", "WebSite")).containsEntry("name", "Warm & Dry");
        assertThat(object(site, "/glossary/cop/", "DefinedTerm"))
                .containsEntry("name", "COP")
                .containsEntry("description", "A ratio.");
    }

    @Test
    void breadcrumbs_end_with_the_page_itself() {
        Map<String, @Nullable Object> crumbs = object(Project.in(folder).site(), "/pumps/alpha/", "BreadcrumbList");

        assertThat(String.valueOf(crumbs.get("itemListElement")))
                .contains(
                        "position=1, name=Home", "position=3, name=Pump Alpha, item=https://example.org/pumps/alpha/");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(Site site, String route, String type) {
        return Project.page(site, route).jsonLd().stream()
                .map(text -> (Map<String, @Nullable Object>) Objects.requireNonNull(Json.read("json-ld", text)))
                .filter(object -> type.equals(object.get("@type")))
                .findFirst()
                .orElseThrow();
    }
}
