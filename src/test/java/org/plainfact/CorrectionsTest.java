package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of {@code corrections} in the front matter of a page. */
class CorrectionsTest {
    private static final Path RESOURCES = Path.of("src/test/resources/corrections");
    private static final Path EXPECTED = RESOURCES.resolve("expected");
    private static final List<String> FILES = List.of(
            "articles/corrected/index.html",
            "articles/corrected.md",
            "corrections/index.html",
            "faq/was-it-wrong/index.html",
            "feed.json",
            "feed.xml",
            "glossary/loudness/index.html",
            "rules/index.html",
            "sitemap.xml");

    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void start() {
        site = work.resolve("site");
        SmallSite.unpack(site);
    }

    /** With {@code -Dplainfact.golden=write} what is made is written in place of what is expected. */
    @Test
    void pages_twin_feeds_and_the_list_of_all_read_as_expected() throws IOException {
        Built.files(RESOURCES.resolve("content"))
                .forEach((name, file) -> write(site.resolve("content").resolve(name), text(file)));

        run(work, "build", "site").succeeded();

        Map<String, String> made = new TreeMap<>();
        FILES.forEach(name -> made.put(name, text(site.resolve("output").resolve(name))));
        if ("write".equals(System.getProperty("plainfact.golden"))) {
            made.forEach((name, text) -> write(EXPECTED.resolve(name), text));
        }
        Map<String, String> expected = new TreeMap<>();
        Built.files(EXPECTED).forEach((name, file) -> expected.put(name, text(file)));
        assertThat(made.keySet()).isEqualTo(expected.keySet());
        assertThat(made).allSatisfy((name, text) -> assertThat(text).as(name).isEqualTo(expected.get(name)));
    }

    @Test
    void the_theme_shows_the_log_above_the_sources_and_leads_to_it_from_the_head() {
        Path own = themed();
        article(own, "corrections: [{date: 2026-11-20, text: \"It was **wrong**.\"}]");

        run(work, "build", "own").succeeded();

        String page = text(own.resolve("output/articles/a/index.html"));
        assertThat(page)
                .contains(
                        "<a href=\"#_corrections\">Corrected <time datetime=\"2026-11-20\">20 November 2026</time></a>",
                        "<li id=\"_correction-2026-11-20\"><time datetime=\"2026-11-20\">20 November 2026</time>"
                                + " <p>It was <strong>wrong</strong>.</p></li>",
                        "<a href=\"/corrections/\">All corrections of this site</a>");
        assertThat(text(own.resolve("output/corrections/index.html")))
                .contains("<a href=\"/articles/a/#_correction-2026-11-20\">A text</a>");
        assertThat(text(own.resolve("output/feed.xml")))
                .contains(
                        "<title>Correction: A text</title>",
                        "<id>http://localhost:8080/articles/a/#_correction-2026-11-20</id>");
    }

    @Test
    void a_site_without_corrections_has_neither_log_nor_list() {
        run(work, "build", "site").succeeded();

        assertThat(site.resolve("output/corrections")).doesNotExist();
        assertThat(text(site.resolve("output/feed.json"))).doesNotContain("Correction");
    }

    @Test
    void a_correction_that_is_yet_to_come_is_an_error() {
        article(site, "corrections:\n  - date: 2026-12-01\n    text: Not yet.");

        assertThat(told())
                .containsExactly("content/articles/a.md:7:11: error: the correction is of 2026-12-01,"
                        + " which is yet to come [correction-date]");
    }

    @Test
    void a_correction_of_before_the_page_was_published_is_an_error() {
        article(site, "corrections: [{date: 2026-11-04, text: Too early.}]");

        assertThat(told())
                .containsExactly("content/articles/a.md:6:22: error: the correction is of 2026-11-04,"
                        + " before the page was published on 2026-11-05 [correction-date]");
    }

    @Test
    void what_is_no_correction_is_told_at_its_place() {
        article(site, """
                corrections:
                  - It was wrong.
                  - date: 2026-13-01
                    text: A month too many.
                  - date: 2026-11-06
                  - text: When?
                    where: here
                  - {date: 2026-11-07, text: [a, b]}""");

        assertThat(told())
                .containsExactly(
                        "content/articles/a.md:7:5: error: an item of corrections cannot be text [wrong-type]",
                        "content/articles/a.md:8:11: error: the date of a correction is 2026-13-01, which is no date [impossible-date]",
                        "content/articles/a.md:10:5: error: a correction has no text [missing-key]",
                        "content/articles/a.md:11:5: error: a correction has no date [missing-key]",
                        "content/articles/a.md:12:5: warning: a correction has no key where [unknown-key]",
                        "content/articles/a.md:13:30: error: the text of a correction cannot be a list [wrong-type]");
    }

    @Test
    void the_text_of_a_correction_is_checked_like_any_other() {
        article(site, "corrections:\n  - date: 2026-11-20\n    text: It is 12 [kW](/no/) and {figure}`alpha.powr`.");

        assertThat(told())
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).contains(":8:17:", "[typed-number]"),
                        second -> assertThat(second).contains("a.md:8:", "[broken-link]"),
                        third -> assertThat(third).contains("a.md:8:", "[unknown-figure]"));
    }

    @Test
    void a_header_in_jbakes_form_can_hold_corrections() {
        write(site.resolve("content/articles/a.md"), """
                title=A text
                description=Text.
                date=2026-11-05
                status=published
                corrections=[{"date": "2026-11-20", "text": "It was wrong."}]
                ~~~~~~
                Text.
                """);

        run(work, "build", "site").succeeded();

        assertThat(text(site.resolve("output/articles/a/index.html"))).contains("2026-11-20 It was wrong.");
    }

    private List<String> told() {
        return run(work, "check", "site")
                .err()
                .lines()
                .filter(line -> line.startsWith("content/"))
                .toList();
    }

    /** A site with the theme that comes with the program. */
    private Path themed() {
        run(work, "init", "own").succeeded();
        return work.resolve("own");
    }

    private static void article(Path folder, String head) {
        write(
                folder.resolve("content/articles/a.md"),
                "---\ntitle: A text\ndescription: Text.\ndate: 2026-11-05\nstatus: published\n" + head
                        + "\n---\n\nText.\n");
    }
}
