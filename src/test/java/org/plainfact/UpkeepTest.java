package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code plainfact check} tells of sources and of what has grown old, on 30 November 2026. */
class UpkeepTest {
    private static final String SOURCE = "\"id\": \"extra\", \"title\": \"Extra\", ";

    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void start() {
        site = work.resolve("site");
        SmallSite.unpack(site);
    }

    @Test
    void a_source_that_nothing_rests_on_is_told() {
        source("\"licence\": \"CC0\", \"accessed\": \"2026-11-01\"");

        assertThat(told())
                .containsExactly("data/sources.json:5:3: warning: nothing rests on the source extra,"
                        + " and no text names it [source-unused]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles/draft.md|---\ntitle: A\nstatus: draft\n---\nSays {source}`extra`.\n",
                "articles/a.md|---\ntitle: A\ndescription: D.\ndate: 2026-11-01\n---\n```{callout} note\n:title: By {source}`extra`\nText.\n```\n",
                "articles/a.md|---\ntitle: A\ndescription: \"By {source}`it <extra>`.\"\ndate: 2026-11-01\n---\nText.\n",
                "articles/one.carousel.md|---\ncaption: \"By {source}`extra`.\"\n---\n"
            })
    void a_source_that_any_text_names_is_used(String nameAndText) {
        source("\"licence\": \"CC0\", \"accessed\": \"2026-11-01\"");
        String[] parts = nameAndText.split("\\|", 2);
        write(site.resolve("content").resolve(parts[0]), parts[1]);

        assertThat(told()).noneMatch(line -> line.contains("[source-unused]"));
    }

    @Test
    void a_source_that_a_quantity_names_is_used() {
        source("\"licence\": \"CC0\", \"accessed\": \"2026-11-01\"");
        replace("data/pumps.json", "\"sources\": [\"survey\"]", "\"sources\": [\"survey\", \"extra\"]");

        assertThat(told()).isEmpty();
    }

    @Test
    void an_unused_source_is_kept_with_a_reason_and_a_used_one_has_no_such_mark() {
        source("\"licence\": \"CC0\", \"accessed\": \"2026-11-01\", \"unused\": \"read for its terms\"");
        replace("data/sources.json", "\"title\": \"A survey\"", "\"title\": \"A survey\", \"unused\": \"by mistake\"");

        assertThat(told())
                .containsExactly("data/sources.json:4:51: warning: the source survey is marked as unused,"
                        + " and something rests on it [source-unused]");
    }

    @Test
    void nothing_is_said_of_use_where_not_all_data_could_be_read() {
        source("\"licence\": \"CC0\", \"accessed\": \"2026-11-01\"");
        write(site.resolve("data/homes.json"), "{");

        assertThat(told()).isNotEmpty().noneMatch(line -> line.contains("[source-unused]"));
    }

    @Test
    void a_source_says_when_it_was_read_and_what_may_be_done_with_it() {
        source("\"unused\": \"kept\", \"licence\": \" \"");

        assertThat(told())
                .containsExactly(
                        "data/sources.json:5:3: warning: the source extra does not say when it was read [source-undated]",
                        "data/sources.json:5:66: warning: the source extra does not say what may be done with it [source-without-licence]");
    }

    @ParameterizedTest
    @CsvSource({"last spring, is no date", "2026-12-01, which is yet to come", "2026-02-30, is no date"})
    void a_day_on_which_nobody_can_have_read_a_source_is_told(String accessed, String words) {
        source("\"unused\": \"kept\", \"licence\": \"CC0\", \"accessed\": \"" + accessed + "\"");

        assertThat(told()).singleElement().asString().contains(words, "[source-undated]");
    }

    @Test
    void a_source_without_a_day_says_why() {
        source("\"unused\": \"kept\", \"licence\": \"CC0\", \"undated\": \"a book\"");

        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-29, P1Y, true",
        "2025-11-30, P1Y, false",
        "2025-11, P1Y, false",
        "2025-10, P1Y, true",
        "2025, P10M, true",
        "2025, P11M, false",
        "2026-11-01, P4W, true",
        "2026-11-01, P30D, false"
    })
    void a_source_is_looked_at_again_after_its_period(String accessed, String period, boolean due) {
        source("\"unused\": \"kept\", \"licence\": \"CC0\", \"accessed\": \"" + accessed + "\", \"review\": \"" + period
                + "\"");

        assertThat(told()).hasSize(due ? 1 : 0).allMatch(line -> line.contains("[source-review-due]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yearly", "P0D", "P-1Y", "PT5H", ""})
    void what_is_no_period_is_told(String period) {
        source("\"unused\": \"kept\", \"licence\": \"CC0\", \"accessed\": \"2026-11-01\", \"review\": \"" + period
                + "\"");

        assertThat(told()).singleElement().asString().contains("[source-review-form]");
    }

    @Test
    void a_project_gives_a_period_to_sources_without_one_of_their_own() {
        source("\"unused\": \"kept\", \"licence\": \"CC0\", \"accessed\": \"2026-10-01\", \"review\": \"P1Y\"");
        setting("check.sources.review=P59D");

        assertThat(told())
                .containsExactly("data/sources.json:2:141: warning: the source field-trial was read on 2026-10-01"
                        + " and was to be looked at again by 2026-11-29 [source-review-due]");
    }

    @Test
    void a_period_of_the_project_that_is_none_is_a_mistake_in_its_configuration() {
        setting("check.sources.review=often");

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("jbake.properties:")
                .contains("\"often\" is no period [configuration]");
    }

    @Test
    void a_page_is_held_against_its_sources_again_by_its_day() {
        page("review: 2026-11-29");
        assertThat(told())
                .containsExactly("content/pages/p.md:3:1: warning: the page was to be held against its sources again"
                        + " by 2026-11-29 [page-review-due]");

        page("review: 2026-11-30");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_page_that_is_overdue_is_let_stand_with_a_reason_and_a_build_says_nothing_of_that() {
        page("# plainfact: allow page-review-due the author is away\nreview: 2026-11-29");

        assertThat(run(work, "check", "site").succeeded().out()).startsWith("0 errors, 0 warnings; 1 let stand (");
        assertThat(run(work, "build", "site").succeeded().err()).doesNotContain("unused-allowance");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-29, true", "2026-11-30, false", "2026-11, false", "2026-10, true", "2025, true", "2026, false"
    })
    void a_value_is_good_to_the_end_of_its_best_before(String date, boolean passed) {
        replace(
                "data/pumps.json",
                "\"sources\": [\"survey\"]",
                "\"sources\": [\"survey\"], \"best-before\": \"" + date + "\"");

        assertThat(told())
                .hasSize(passed ? 1 : 0)
                .allMatch(line -> line.startsWith("data/pumps.json:12:77: warning: the value was good until " + date));
    }

    @Test
    void what_a_quantity_says_itself_wins() {
        replace("data/pumps.json", "\"sources\": [\"survey\"]", "\"sources\": [\"survey\"], \"best-before\": \"2025\"");
        String pumps = text(site.resolve("data/pumps.json"));
        int record = pumps.indexOf("\"best-before\"");
        String rest = pumps.substring(record).replace("\"unit\"", "\"best-before\": \"2027\", \"unit\"");
        write(site.resolve("data/pumps.json"), pumps.substring(0, record) + rest);

        assertThat(told()).isEmpty();
    }

    @Test
    void a_best_before_that_is_no_date_is_an_error() {
        replace("data/pumps.json", "\"sources\": [\"survey\"]", "\"sources\": [\"survey\"], \"best-before\": \"soon\"");

        assertThat(told()).singleElement().asString().contains("\"soon\" is no date [best-before-form]");
    }

    @Test
    void a_build_of_some_months_later_tells_and_makes_the_same() {
        setting("check.sources.review=P1D");
        page("review: 2026-12-31");
        replace(
                "data/pumps.json",
                "\"sources\": [\"survey\"]",
                "\"sources\": [\"survey\"], \"best-before\": \"2026-12\"");

        Built.Answer now = on("2026-11-30", "build", "site", "--future", "--out", "now");
        Built.Answer later = on("2027-09-30", "build", "site", "--future", "--out", "later");

        assertThat(on("2027-09-30", "check", "site", "--future").err())
                .contains("[source-review-due]", "[page-review-due]", "[best-before-passed]");
        assertThat(later.err()).isEqualTo(now.err()).isEmpty();
        assertThat(Built.hashes(work.resolve("later"))).isEqualTo(Built.hashes(work.resolve("now")));
    }

    @Test
    void a_new_site_has_nothing_to_look_after() {
        run(work, "init", "fresh").succeeded();

        assertThat(run(work, "check", "fresh").succeeded().out()).startsWith("0 errors, 0 warnings (");
    }

    private Built.Answer on(String day, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        int code = Main.run(
                new PrintWriter(out), new PrintWriter(err), new Main.Surroundings(work, clock, false), arguments);
        return new Built.Answer(code, out.toString(), err.toString()).succeeded();
    }

    private void source(String members) {
        String all = text(site.resolve("data/sources.json"));
        int end = all.lastIndexOf("\n]}");
        write(
                site.resolve("data/sources.json"),
                all.substring(0, end) + ",\n  {" + SOURCE + members + "}" + all.substring(end));
    }

    private void page(String head) {
        write(site.resolve("content/pages/p.md"), "---\ntitle: P\n" + head + "\n---\n\nText.\n");
    }

    private void setting(String line) {
        write(site.resolve("jbake.properties"), text(site.resolve("jbake.properties")) + line + "\n");
    }

    private void replace(String name, String from, String to) {
        String before = text(site.resolve(name));
        assertThat(before).contains(from);
        write(site.resolve(name), before.replace(from, to));
    }

    private List<String> told() {
        return run(work, "check", "site")
                .err()
                .lines()
                .filter(line -> line.matches(".*:\\d+:\\d+: .*"))
                .toList();
    }
}
