package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plainfact check} tells of finished pages. */
class PageCheckTest {
    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void start() {
        site = work.resolve("site");
        SmallSite.unpack(site);
    }

    @Test
    void what_all_pages_of_a_template_share_is_told_once_at_the_template() {
        change("templates/record.ftlh", "<@layout>", "<@layout><center>Old</center>");

        assertThat(told("--rule", "invalid-html"))
                .containsExactly("templates/record.ftlh:1:1: error: The “center” element is obsolete. Use CSS instead"
                        + " (on /pumps/alpha/ and 2 more) [invalid-html]");
    }

    @Test
    void what_one_text_brings_is_told_at_the_text() {
        change("jbake.properties", "site.host", "content.html=trusted\nsite.host");
        write(site.resolve("content/articles/b.md"), """
                ---
                title: B
                description: B.
                date: 2026-11-05
                status: published
                ---
                <p><button></button></p>
                """);

        assertThat(told("--rule", "link-without-text"))
                .containsExactly(
                        "content/articles/b.md:1:1: warning: a button has no words (on /articles/b/) [link-without-text]");
    }

    @Test
    void a_finding_says_where_on_the_page_it_is_seen() {
        change("templates/question.ftlh", "<@layout>", "<@layout>\n<img src=\"/a.png\">");

        assertThat(run(work, "check", "site", "--rule", "image-without-alt").err())
                .contains("alt=\"\" for one that only decorates; see line ")
                .contains("of the page: <img src=\"/a.png\">");
    }

    @Test
    void what_is_told_or_let_stand_in_a_text_is_not_told_again_of_its_page() {
        write(site.resolve("content/articles/b.md"), """
                ---
                title: B
                description: B.
                date: 2026-11-05
                status: published
                ---
                See [here](/glossary/).

                <!-- plainfact: allow vague-link-text the word is the example -->
                See [more](/glossary/).
                """);

        assertThat(told("--rule", "vague-link-text"))
                .containsExactly(
                        "content/articles/b.md:7:5: warning: the link \"here\" does not say where it leads [vague-link-text]");
    }

    @Test
    void a_rule_that_is_left_out_is_not_looked_at() {
        change("templates/record.ftlh", "<@layout>", "<@layout><center>Old</center><a href=\"/\"></a>");

        assertThat(told("--without", "invalid-html,link-without-text")).isEmpty();
    }

    @Test
    void build_looks_at_no_finished_page() {
        change("templates/record.ftlh", "<@layout>", "<@layout><center>Old</center><a href=\"/\"></a>");

        assertThat(run(work, "build", "site").succeeded().err()).isEmpty();
    }

    @Test
    void pages_are_looked_at_beside_errors_of_the_texts() {
        change("templates/record.ftlh", "<@layout>", "<@layout><a href=\"/\"></a>");
        change("content/articles/five.md", "---\n", "---\nstray: [\n");

        assertThat(told("--without", "invalid-html"))
                .anyMatch(line -> line.contains("[broken-front-matter]"))
                .anyMatch(line -> line.contains("[link-without-text]"));
    }

    @Test
    void colours_of_a_style_sheet_are_told_at_their_line() {
        write(site.resolve("assets/css/site.css"), "body { background: #fff; }\n.a { color: #999; }\n");

        assertThat(told("--rule", "low-contrast"))
                .containsExactly(
                        "assets/css/site.css:2:6: warning: the colour #999 of \".a\" on #fff has a contrast of 2.85 in dark; text needs 4.5 [low-contrast]",
                        "assets/css/site.css:2:6: warning: the colour #999 of \".a\" on #fff has a contrast of 2.85 in light; text needs 4.5 [low-contrast]");
    }

    @Test
    void a_check_that_remembers_tells_what_one_that_does_not_tells() {
        List<Runnable> edits = List.of(
                () -> {},
                () -> change("templates/record.ftlh", "<@layout>", "<@layout><center>Old</center>"),
                () -> change("templates/layout.ftlh", "<main>", "<div>"),
                () -> change("content/articles/one.md", "\n---\n", "\n---\n[more](/glossary/)\n\n"),
                () -> change("templates/record.ftlh", "<center>Old</center>", ""),
                () -> change("assets/css/site.css", "green", "#eee"),
                () -> change("templates/layout.ftlh", "<div>", "<main>"));

        for (Runnable edit : edits) {
            edit.run();
            assertThat(keeping()).isEqualTo(run(work, "check", "site").err());
        }
    }

    /** With a memory of the runs before. */
    private String keeping() {
        StringWriter err = new StringWriter();
        Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                new Main.Surroundings(work, Built.CLOCK, false, Optional.of(work.resolve("caches"))),
                "check",
                "site");
        return err.toString();
    }

    private void change(String file, String from, String to) {
        String before = text(site.resolve(file));
        assertThat(before).contains(from);
        write(site.resolve(file), before.replaceFirst(java.util.regex.Pattern.quote(from), to.replace("$", "\\$")));
    }

    private List<String> told(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("check", "site"));
        arguments.addAll(List.of(options));
        return run(work, arguments.toArray(String[]::new))
                .err()
                .lines()
                .filter(line -> !line.startsWith("  hint"))
                .toList();
    }
}
