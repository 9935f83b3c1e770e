package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.hashes;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user types and what is answered. */
@Tag("slow")
class CommandLineTest {
    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void start() {
        site = work.resolve("site");
    }

    @Test
    void a_started_site_builds_at_once_without_a_finding() {
        run(work, "init", "site").succeeded();

        Built.Answer built = run(work, "build", "site").succeeded();

        assertThat(built.err()).isEmpty();
        assertThat(built.out()).contains("0 errors, 0 warnings");
        assertThat(site.resolve("output/articles/a-cup-of-tea/index.html")).exists();
        assertThat(text(site.resolve("output/articles/a-cup-of-tea/index.html")))
                .contains("kWh");
    }

    @Test
    void a_folder_that_does_not_exist_is_a_wrong_command_line() {
        Built.Answer answer = run(work, "build", "nowhere");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("there is no folder " + work.resolve("nowhere"));
    }

    @Test
    void a_title_is_words_and_never_the_name_of_a_file_to_read() {
        run(work, "init", "site").succeeded();
        write(site.resolve("words"), "one two three");

        run(site, "new", "article", "@words").succeeded();
        assertThat(text(site.resolve("content/articles/words.md"))).contains("title: \"@words\"");
        assertThat(run(site, "new", "article", " ").code()).isEqualTo(2);
    }

    @Test
    void a_site_is_started_only_in_an_empty_folder() {
        write(site.resolve("mine.txt"), "mine");

        Built.Answer answer = run(work, "init", "site");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("not empty");
        assertThat(hashes(site)).containsOnlyKeys("mine.txt");
    }

    @Test
    void new_texts_are_drafts_and_left_out_until_asked_for() {
        run(work, "init", "site").succeeded();
        run(site, "new", "article", "Why \"quotes\" matter: a test").succeeded();
        run(site, "new", "faq", "Is this a question?").succeeded();
        run(site, "new", "term", "Kilowatt-hour").succeeded();

        run(work, "build", "site").succeeded();
        assertThat(site.resolve("output/articles/why-quotes-matter-a-test")).doesNotExist();

        run(work, "build", "site", "--drafts").succeeded();
        assertThat(site.resolve("output/articles/why-quotes-matter-a-test/index.html"))
                .exists();
        assertThat(site.resolve("output/faq/is-this-a-question/index.html")).exists();
        assertThat(site.resolve("output/glossary/kilowatt-hour/index.html")).exists();
    }

    @Test
    void a_text_that_is_there_is_not_written_over() {
        run(work, "init", "site").succeeded();
        run(site, "new", "term", "Heat").succeeded();

        Built.Answer again = run(site, "new", "term", "Heat");

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("exists already");
    }

    @Test
    void what_is_dated_in_the_future_waits_until_asked_for() {
        run(work, "init", "site").succeeded();
        write(site.resolve("content/articles/later.md"), """
                ---
                title: Later
                description: Not yet.
                date: 2099-01-01
                status: published
                ---

                Text.
                """);

        run(work, "build", "site").succeeded();
        assertThat(site.resolve("output/articles/later")).doesNotExist();

        run(work, "build", "site", "--future").succeeded();
        assertThat(site.resolve("output/articles/later/index.html")).exists();
    }

    @Test
    void all_mistakes_are_told_in_one_run_and_the_old_site_stays() {
        run(work, "init", "site").succeeded();
        run(work, "build", "site").succeeded();
        var before = hashes(site.resolve("output"));
        Path article = site.resolve("content/articles/a-cup-of-tea.md");
        write(
                article,
                text(article)
                        .replace("{figure}`one-mug.energy`", "{figure}`one-mug.enrgy`")
                        .replace("```{table} boiling", "```{tabel} boiling")
                        .replace("{term}`specific-heat`", "{term}`specific-haet`"));
        Path kitchen = site.resolve("data/kitchen.json");
        write(
                kitchen,
                text(kitchen).replace("\"unit\": \"kW\"", "\"unit\": \"kWW\"").replace("\"textbook\"", "\"textbok\""));

        Built.Answer answer = run(work, "build", "site");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains("[unknown-figure]", "did you mean \"one-mug.energy\"?")
                .contains("[unknown-directive]", "did you mean \"table\"?")
                .contains("[unknown-term]", "did you mean \"specific-heat\"?")
                .contains("[unknown-unit]")
                .contains("[unknown-source]", "did you mean \"textbook\"?");
        assertThat(answer.err().lines().filter(line -> !line.startsWith("  ")))
                .allSatisfy(line -> assertThat(line).matches("\\S+:\\d+:\\d+: (error|warning): .* \\[[a-z0-9-]+]"));
        assertThat(hashes(site.resolve("output"))).isEqualTo(before);
    }

    @Test
    void a_dimension_error_names_both_units() {
        run(work, "init", "site").succeeded();
        Path formulas = site.resolve("data/formulas.json");
        write(formulas, text(formulas).replace("\"unit\": \"min\"", "\"unit\": \"kWh\""));

        Built.Answer answer = run(work, "build", "site");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("data/formulas.json:", "kWh").containsPattern("\\[(dimension|unit)[a-z-]*]");
    }

    @Test
    void an_unknown_option_is_a_usage_error() {
        assertThat(run(work, "build", "--nonsense").code()).isEqualTo(2);
        assertThat(run(work, "explode").code()).isEqualTo(2);
        assertThat(run(work).code()).isEqualTo(2);
    }

    @Test
    void a_folder_that_is_no_project_is_told_how_to_start() {
        Built.Answer answer = run(work, "build");

        assertThat(answer.code()).isIn(1, 2);
        assertThat(answer.err()).contains("jbake.properties", "plainfact init");
    }

    @Test
    void a_fault_of_the_machine_is_one_line_and_exit_code_3() throws Exception {
        run(work, "init", "site").succeeded();
        run(work, "build", "site").succeeded();
        var before = hashes(site.resolve("output"));
        Path blocked = work.resolve("blocked");
        Files.createDirectory(
                blocked, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        // Root may write anywhere, so a path below a regular file stands in for a folder that cannot be made.
        write(work.resolve("file"), "x");

        Built.Answer answer = run(work, "build", "site", "--out", "file/below");

        assertThat(answer.code()).isIn(2, 3);
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(answer.err()).contains("file");
        assertThat(hashes(site.resolve("output"))).isEqualTo(before);
    }

    @Test
    void the_summary_and_the_findings_come_as_json_when_asked_for() {
        run(work, "init", "site").succeeded();
        write(
                site.resolve("content/articles/bad.md"),
                "---\ntitle: Bad\ndescription: x\ndate: 2026-13-45\nstatus: published\n---\n\nText.\n");

        Built.Answer answer = run(work, "build", "site", "--json");

        JsonNode json = JsonMapper.builder().build().readTree(answer.out());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(json.path("ok").asBoolean(true)).isFalse();
        assertThat(json.path("findings").path(0).path("path").asString("")).isEqualTo("content/articles/bad.md");
        assertThat(json.path("findings").path(0).path("line").asInt(0)).isEqualTo(4);
    }

    @Test
    void explain_prints_value_formula_inputs_and_sources_as_a_tree() {
        Built.Answer answer =
                run(Path.of(""), "explain", "b200-llama2-70b.tokens-per-mw").succeeded();

        assertThat(answer.out())
                .contains("9,894,000", "tokens/s per MW", "102,909", "mlperf-v51")
                .contains("└", "├");
    }

    @Test
    void explain_tells_what_another_name_stands_for() {
        Built.Answer answer =
                run(Path.of(""), "explain", "colossus-2.projected-it-power").succeeded();

        assertThat(answer.out())
                .startsWith("colossus-2.projected-it-power stands for colossus-2.timeline.2027-02-25.it-power\n");
    }

    @Test
    void explain_offers_the_nearest_name() {
        Built.Answer answer = run(Path.of(""), "explain", "b200-llama2-70b.tokens-per-mv");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("did you mean \"b200-llama2-70b.tokens-per-mw\"?");
    }

    @Test
    void help_version_and_completion_are_there() {
        assertThat(run(work, "--help").succeeded().out()).contains("build", "explain", "new", "init");
        assertThat(run(work, "build", "--help").succeeded().out())
                .contains("--out", "--drafts", "--future", "--base-url", "--clean", "--json");
        assertThat(run(work, "--version").succeeded().out()).startsWith("Plainfact ");
        assertThat(run(work, "generate-completion").succeeded().out()).contains("complete", "plainfact");
    }
}
