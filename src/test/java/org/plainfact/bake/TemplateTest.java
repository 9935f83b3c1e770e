package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jbake.template.AbstractTemplateEngine;
import org.jbake.template.TemplateEngines;
import org.jbake.template.model.TemplateModel;
import org.junit.jupiter.api.Test;

/** What templates can print, and what they are told when they cannot. */
class TemplateTest extends OnePageSite {
    @Test
    void a_components_value_is_escaped() {
        assertThat(printed("${page.title}")).isEqualTo("A &lt;b&gt; &amp; &quot;c&quot;");
    }

    @Test
    void a_page_ends_with_one_line_break() {
        assertThat(printed("x")).isEqualTo("x");
        assertThat(kitchen.published("a/index.html")).isEqualTo("x\n");
    }

    @Test
    void finished_html_is_printed_as_it_is() {
        assertThat(printed("${html(\"<b>\")}")).isEqualTo("<b>");
    }

    @Test
    void an_optional_is_its_value_or_missing() {
        assertThat(printed("${page.published!\"never\"} ${page.published???c}")).isEqualTo("never false");
    }

    @Test
    void a_record_shows_its_methods_without_parameters() {
        assertThat(printed("${page.route.file} ${page.route.path} ${content.kind}"))
                .isEqualTo("a/index.html /a/ not-found");
    }

    @Test
    void settings_and_configuration_are_seen() {
        assertThat(printed("${site.title}, ${site.basePath}, ${config.site_host}, ${generator}"))
                .isEqualTo("A site, /sub, https://example.org/sub, Plainfact 0");
    }

    @Test
    void links_carry_the_base_path() {
        assertThat(printed("${url(page.route)} ${url(\"/faq/#x\")} ${absolute(page.route)}"))
                .isEqualTo("/sub/a/ /sub/faq/#x https://example.org/sub/a/");
    }

    @Test
    void a_date_is_printed_for_readers() {
        assertThat(printed("${date(\"2026-06-07\")}; ${date(\"2025-09\")}; ${date(\"2024\")}"))
                .isEqualTo("7 June 2026; September 2025; 2024");
    }

    @Test
    void numbers_are_printed_alike_everywhere() {
        assertThat(printed("${1234567.5} ${10000?c}")).isEqualTo("1234567.5 10000");
    }

    @Test
    void an_undefined_name_is_told_once_with_its_place_and_page() {
        kitchen.page("/b/", "B").page("/c/", "C");

        assertThat(problems("one\n  ${page.titel}"))
                .containsExactly(
                        "templates/not-found.ftlh:2:5: error: \"page.titel\" is missing (printing /a/ and 2 more)"
                                + " [template]\n  hint: check the name; where it may be missing, write page.titel! or <#if"
                                + " page.titel??>");
    }

    @Test
    void a_syntax_error_is_told_with_its_place() {
        assertThat(problems("one\n<#if page></#list>"))
                .singleElement()
                .asString()
                .startsWith("templates/not-found.ftlh:2:");
    }

    @Test
    void a_fault_in_an_included_template_is_told_there() {
        kitchen.file("templates/parts.ftlh", "<#macro part>${nothing}</#macro>");

        assertThat(problems("<#include \"parts.ftlh\"><@part/>"))
                .singleElement()
                .asString()
                .startsWith("templates/parts.ftlh:1:16: error: \"nothing\" is missing");
    }

    @Test
    void a_missing_included_template_is_told_by_name_alone() {
        assertThat(problems("<#include \"part.ftlh\">"))
                .singleElement()
                .asString()
                .isEqualTo(
                        "templates/not-found.ftlh:1:1: error: there is no template \"part.ftlh\" (printing /a/) [template]");
    }

    @Test
    void a_missing_template_is_told_by_name() {
        kitchen.page("/feed.xml", new org.plainfact.site.Content.Feed(List.of(), List.of(), "2026-01-01"));

        assertThat(problems("x"))
                .singleElement()
                .asString()
                .startsWith("templates/feed.ftlh:1:1: error: there is no template \"feed.ftlh\"");
    }

    @Test
    void a_function_says_what_it_wants() {
        assertThat(problems("${figureUrl(page)}"))
                .singleElement()
                .asString()
                .startsWith("templates/not-found.ftlh:1:1: error: figureUrl(figure): argument 1 is page");
    }

    @Test
    void an_unknown_asset_is_told_with_the_nearest_name() {
        kitchen.file("assets/css/site.css", "");

        assertThat(problems("${asset(\"css/sit.css\").url}"))
                .singleElement()
                .asString()
                .contains("there is no asset \"css/sit.css\"; did you mean \"css/site.css\"?");
    }

    @Test
    void the_configuration_can_name_another_template() {
        kitchen.file("jbake.properties", "site.title=x\nsite.host=https://x.org\ntemplate.not-found.file=other.ftlh\n")
                .file("templates/other.ftlh", "other");

        assertThat(printed("usual")).isEqualTo("other");
    }

    @Test
    void jbake_itself_finds_the_engine_and_prints_with_it() throws Exception {
        kitchen.template("${title} ${page.route}<#-- a map is as good as a record -->");
        AbstractTemplateEngine engine =
                new TemplateEngines(kitchen.configuration().jbake(), null).getEngine("ftlh");
        TemplateModel model = new TemplateModel();
        model.put("title", "<A>");
        model.put("page", Map.of("route", "/a/"));
        StringWriter out = new StringWriter();

        engine.renderDocument(model, "not-found.ftlh", out);

        assertThat(engine).isInstanceOf(FtlhTemplateEngine.class);
        assertThat(out).hasToString("&lt;A&gt; /a/");
    }
}
