package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.link.Elsewhere;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code plainfact check} tells, and to whom. */
class CheckCommandTest {
    private static final String HEAD = """
            ---
            title: A new text
            description: What it says.
            date: 2026-11-05
            status: published
            ---
            """;

    /** Of forty-two words. */
    private static final String LONG_SENTENCE = "A pump " + "takes heat and ".repeat(13) + "rests.\n";

    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void start() {
        site = work.resolve("site");
        SmallSite.unpack(site);
    }

    @Test
    void a_good_site_has_no_findings_and_nothing_is_written() {
        Built.Answer answer = run(work, "check", "site").succeeded();

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("0 errors, 0 warnings (");
        assertThat(site.resolve("output")).doesNotExist();
    }

    @Test
    void all_findings_of_a_run_are_told_by_place() {
        article("b", "## One\n\n#### Two\n\n{figure}`alpha.powr`\n");
        article("a", "[x](/nowhere/)\n");

        Built.Answer answer = check();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err().lines().filter(line -> line.startsWith("content/")))
                .containsExactly(
                        "content/articles/a.md:7:1: error: \"/nowhere/\" leads to no page or file of this site [broken-link]",
                        "content/articles/b.md:9:1: warning: a heading of level 4 follows one of level 2 [skipped-heading-level]",
                        "content/articles/b.md:11:1: error: there is no figure \"alpha.powr\" [unknown-figure]");
        assertThat(answer.out()).startsWith("2 errors, 1 warning (");
    }

    @Test
    void one_rule_can_be_asked_for_and_decides_the_exit_code() {
        article("b", "## One\n\n#### Two\n\n{figure}`alpha.powr`\n");

        Built.Answer answer = check("--rule", "skipped-heading-level");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("0 errors, 1 warning (");
    }

    @Test
    void a_rule_or_format_that_there_is_not_is_told_with_the_nearest() {
        Built.Answer rule = check("--rule", "brokn-link");
        Built.Answer format = check("--format", "sarf");

        assertThat(rule.code()).isEqualTo(2);
        assertThat(rule.err()).contains("there is no rule \"brokn-link\"; did you mean \"broken-link\"?");
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err()).contains("did you mean \"sarif\"?");
    }

    @Test
    void json_holds_every_finding() {
        article("b", "{figure}`alpha.powr`\n");

        JsonNode json = json(check("--format", "json"));

        assertThat(json.at("/ok").asBoolean()).isFalse();
        assertThat(json.at("/findings/0/rule").asString()).isEqualTo("unknown-figure");
        assertThat(json.at("/findings/0/line").asInt()).isEqualTo(7);
    }

    @Test
    void how_easily_texts_read_is_looked_at_where_somebody_asks() {
        article("b", LONG_SENTENCE);

        JsonNode unasked = json(check("--format", "json"));
        JsonNode asked = json(check("--format", "json", "--suggestions"));

        assertThat(unasked.at("/suggestionsAsked").asBoolean()).isFalse();
        assertThat(unasked.at("/suggestions").asInt()).isZero();
        assertThat(unasked.at("/findings")).isEmpty();
        assertThat(asked.at("/suggestionsAsked").asBoolean()).isTrue();
        assertThat(asked.at("/findings").findValuesAsString("rule")).contains("long-sentence");
    }

    @Test
    void what_is_let_stand_against_a_suggestion_is_unused_only_where_it_was_looked_for() {
        article("b", "<!-- plainfact: allow long-sentence it is quoted whole -->\nShort.\n");

        assertThat(check().err()).doesNotContain("unused-allowance");
        assertThat(check("--suggestions").err()).contains("content/articles/b.md:7:1: warning: nothing is found");
    }

    @Test
    void suggestions_of_a_style_are_counted_where_they_are_not_told() {
        write(
                site.resolve("data/styles/house/machine.yml"),
                "extends: existence\nmessage: '\"%s\" is dull'\nlevel: suggestion\ntokens: [gizmo]\n");
        write(
                site.resolve("jbake.properties"),
                text(site.resolve("jbake.properties")) + "check.styles=overclaim, house\n");
        article("b", "A gizmo.\n");

        assertThat(check().out()).contains("1 suggestion of styles; --suggestions tells them");
        assertThat(json(check("--format", "json")).at("/suggestions").asInt()).isEqualTo(1);
        assertThat(check("--suggestions").err()).contains("\"gizmo\" is dull [house-machine]");
    }

    @Test
    void sarif_names_rules_levels_regions_and_the_page_about_the_rule() {
        write(
                site.resolve("jbake.properties"),
                text(site.resolve("jbake.properties")) + "check.help=https://example.org/check.html\n");
        article("b", "## One\n\n#### Two\n\nMore {figure}`alpha.powr`\n");

        JsonNode log = json(check("--format", "sarif"));

        assertThat(log.at("/version").asString()).isEqualTo("2.1.0");
        JsonNode driver = log.at("/runs/0/tool/driver");
        assertThat(driver.at("/name").asString()).isEqualTo("Plainfact");
        assertThat(driver.at("/rules/1/id").asString()).isEqualTo("unknown-figure");
        assertThat(driver.at("/rules/1/helpUri").asString()).isEqualTo("https://example.org/check.html#unknown-figure");
        assertThat(driver.at("/rules/1/help/text").asString()).isEqualTo("There is no figure of this address.");
        JsonNode result = log.at("/runs/0/results/1");
        assertThat(result.at("/ruleId").asString()).isEqualTo("unknown-figure");
        assertThat(result.at("/ruleIndex").asInt()).isEqualTo(1);
        assertThat(result.at("/level").asString()).isEqualTo("error");
        assertThat(result.at("/message/text").asString()).startsWith("there is no figure");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("content/articles/b.md");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(11);
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo(6);
    }

    @Test
    void a_finding_keeps_its_print_when_lines_move() {
        article("b", "{figure}`alpha.powr`\n");
        String before = print();
        article("b", "One more line.\n\n{figure}`alpha.powr`\n");

        assertThat(print()).isEqualTo(before).hasSize(64);
    }

    @Test
    void annotations_are_escaped_as_githubs_runner_reads_them() {
        article("b,c", "[100%](/no%20where/)\n");

        assertThat(check("--format", "github").out())
                .startsWith("::error file=content/articles/b%2Cc.md,line=7,col=1,title=broken-link::"
                        + "\"/no%2520where/\" leads to no page or file of this site\n");
    }

    @Test
    void a_block_is_let_stand_with_a_reason_and_counted() {
        article("b", """
                ## One

                <!-- plainfact: allow skipped-heading-level the levels are those of the standard -->
                #### Two

                ##### Three
                """);

        Built.Answer answer = check().succeeded();

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("0 errors, 0 warnings; 1 let stand (");
    }

    @Test
    void an_allowance_without_reason_or_without_a_finding_is_a_finding() {
        article("b", """
                ## One

                <!-- plainfact: allow skipped-heading-level -->
                #### Two

                <!-- plainfact: allow broken-link we like it -->
                Plain words. <!-- plainfact: alow this -->
                """);

        assertThat(check().err().lines().filter(line -> line.startsWith("content/")))
                .containsExactly(
                        "content/articles/b.md:9:1: warning: nothing says why skipped-heading-level should be let stand [allowance-without-reason]",
                        "content/articles/b.md:10:1: warning: a heading of level 4 follows one of level 2 [skipped-heading-level]",
                        "content/articles/b.md:12:1: warning: nothing is found that this would let stand against broken-link [unused-allowance]",
                        "content/articles/b.md:13:14: warning: the comment speaks to Plainfact and is not understood [allowance-form]");
    }

    @Test
    void an_error_that_leaves_a_hole_in_the_site_is_not_let_stand() {
        article("b", "<!-- plainfact: allow unknown-figure it will come -->\n{figure}`alpha.powr`\n");

        Built.Answer answer = check();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("[unknown-figure]").contains("[unused-allowance]");
    }

    @Test
    void build_lets_stand_what_check_does() {
        article("b", "## One\n\n<!-- plainfact: allow skipped-heading-level as in the law -->\n#### Two\n");

        assertThat(run(work, "build", "site").succeeded().out()).contains("0 errors, 0 warnings, 1 let stand;");
    }

    @Test
    void what_is_in_the_baseline_is_counted_and_what_comes_new_is_told() {
        article("b", "{figure}`alpha.powr`\n");
        check("--write-baseline", "known.json").succeeded();
        article("b", "A line more.\n\n{figure}`alpha.powr`\n");
        Built.Answer same = check("--baseline", "known.json").succeeded();
        article("b", "{figure}`alpha.powr` {figure}`alpha.powr`\n");

        Built.Answer more = check("--baseline", "known.json");

        assertThat(same.out()).startsWith("0 errors, 0 warnings; 1 in the baseline (");
        assertThat(more.code()).isEqualTo(1);
        assertThat(more.err()).startsWith("content/articles/b.md:7:22: error:");
    }

    @Test
    void a_baseline_that_is_none_is_a_wrong_command_line() {
        write(work.resolve("odd.json"), "{\"findings\": [1]}");

        assertThat(check("--baseline", "none.json").err()).contains("--write-baseline none.json");
        assertThat(check("--baseline", "none.json").code()).isEqualTo(2);
        assertThat(check("--baseline", "odd.json").code()).isEqualTo(2);
    }

    /** Without the rule that takes longest; {@code PageCheckTest} has it. */
    private Built.Answer check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("check", "site", "--without", "invalid-html"));
        all.addAll(List.of(arguments));
        return run(work, all.toArray(String[]::new));
    }

    @Test
    void other_sites_are_asked_where_somebody_wants_it_and_their_answers_are_known_the_next_time() throws IOException {
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.on("/there", 200);
            article("b", "[x](" + elsewhere.at("/there#part") + ") and [y](" + elsewhere.at("/gone") + ")\n");
            source(elsewhere.at("/gone"));
            setting("check.external.private=127.0.0.1");

            run(work, "check", "site").succeeded();
            run(work, "build", "site").succeeded();
            assertThat(elsewhere.asked()).isEmpty();
            Built.Answer first = external("check", "site", "--external");
            Built.Answer next = external("check", "site", "--external", "--format", "json");

            String gone = "nothing is at " + elsewhere.at("/gone") + " any more: the server answers 404 [dead-link]";
            assertThat(first.code()).isEqualTo(1);
            assertThat(first.err().lines().filter(line -> line.contains("error:")))
                    .satisfiesExactly(
                            inText -> assertThat(inText)
                                    .startsWith("content/articles/b.md:7:")
                                    .endsWith(gone),
                            inData -> assertThat(inData)
                                    .startsWith("data/sources.json:2:")
                                    .endsWith(gone));
            assertThat(first.out()).startsWith("2 errors, 0 warnings; external links: 2 asked, 0 known, 0 left out (");
            assertThat(json(next).at("/findings/0/rule").asString()).isEqualTo("dead-link");
            assertThat(elsewhere.asked())
                    .containsExactlyInAnyOrder("HEAD /there", "HEAD /gone", "GET /gone", "HEAD /gone", "GET /gone");
        }
    }

    @Test
    void other_sites_are_left_out_by_the_configuration() throws IOException {
        try (Elsewhere elsewhere = new Elsewhere()) {
            article("b", "[x](" + elsewhere.at("/gone") + ")\n");
            setting("check.external.skip=example.com, 127.0.0.1");

            assertThat(external("check", "site", "--external").succeeded().out())
                    .contains(" 0 known, 1 left out (");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void no_other_site_is_asked_where_there_is_no_site() {
        article("b", "{figure}`alpha.powr` [x](http://127.0.0.1:9/)\n");

        Built.Answer answer = external("check", "site", "--external");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("no other site was asked, since there are errors");
    }

    @Test
    void a_dead_link_is_no_rule_of_a_build_and_may_be_let_stand_only_as_a_warning() {
        article("b", "Text. <!-- plainfact: allow undecided-link it wants a name -->\n");

        assertThat(run(work, "build", "site").succeeded().err()).isEmpty();
        assertThat(run(work, "check", "site").succeeded().err()).isEmpty();
        assertThat(external("check", "site", "--external").err()).contains("[unused-allowance]");
    }

    /** With a folder to keep answers in. */
    private Built.Answer external(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main.Surroundings surroundings =
                new Main.Surroundings(work, Built.CLOCK, false, Optional.of(work.resolve("caches")));
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), surroundings, arguments);
        return new Built.Answer(code, out.toString(), err.toString());
    }

    private void setting(String line) {
        write(site.resolve("jbake.properties"), text(site.resolve("jbake.properties")) + line + "\n");
    }

    /** The address of a source, which its page shows. */
    private void source(String address) {
        write(
                site.resolve("data/sources.json"),
                text(site.resolve("data/sources.json")).replace("https://example.org/trial", address));
        write(
                site.resolve("templates/source.ftlh"),
                text(site.resolve("templates/source.ftlh"))
                        .replace(
                                "</@layout>",
                                "<#if entryText(content.entry, \"url\")??><a href=\"${entryText(content.entry, \"url\")}\">x</a></#if></@layout>"));
    }

    private void article(String name, String text) {
        write(site.resolve("content/articles/" + name + ".md"), HEAD + text);
    }

    private String print() {
        return json(check("--format", "sarif"))
                .at("/runs/0/results/0/partialFingerprints/plainfact~1v1")
                .asString();
    }

    private static JsonNode json(Built.Answer answer) {
        return JsonMapper.builder().build().readTree(answer.out());
    }
}
