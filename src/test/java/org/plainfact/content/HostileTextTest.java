package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@Isolated("it holds limits of time")
class HostileTextTest {
    private static final String HEAD = "---\ntitle: T\ndescription: D\ndate: 2026-01-02\n---\n";

    @TempDir
    Path folder;

    /** Long enough to be hopeless without bounds; at the limit of an article they are read by HostileBuildTest. */
    private static final int LENGTH = 20_000;

    static List<Hostile> hostile() {
        return Hostile.FAMILIES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @Timeout(30)
    void is_printed_or_told_with_its_place_and_does_not_hide_others(Hostile family) {
        String text = family.of(LENGTH);
        Reading.Project project = Reading.project(
                folder, Map.of("content/articles/bad.md", HEAD + text, "content/articles/good.md", HEAD + "Good.\n"));
        assertThat(project.articles()).extracting(Article::id).contains("bad", "good");
        assertThat(Reading.html(project.articles().getLast().body())).isEqualTo("<p>Good.</p>\n");
        boolean printed = !project.articles().getFirst().body().isEmpty();
        boolean told = project.findings().stream()
                .anyMatch(finding -> finding.span().path().endsWith("bad.md")
                        && finding.span().line() >= 6);
        assertThat(printed || told || text.isBlank()).isTrue();
    }

    @Test
    void the_shortest_killer_ends_within_a_second() {
        Reading.of("warm");
        long start = System.nanoTime();
        Reading reading = Reading.of("[" + "\\".repeat(40));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(reading.rules()).allMatch(rule -> rule.endsWith("too-costly-to-read"));
    }

    static Map<String, String> honest() {
        String line =
                "The pump *draws* what [the method](method.md) says, and **delivers** `more`; see <https://example.org/a>.\n";
        return Map.of(
                "prose", (line + "\n").repeat(2_000),
                "a list", ("- " + line).repeat(2_000),
                "a list in a list", ("- " + line + "  - " + line + "    - " + line).repeat(700),
                "a table", "| a | b |\n|---|---|\n" + "| **word** | [link](method.md) |\n".repeat(1_990),
                "one paragraph", line.repeat(900),
                "links in one paragraph", "[the method](method.md) and ".repeat(4_000),
                "reference definitions", "[a page][r] and ".repeat(900) + "\n\n" + "[r]: method.md\n".repeat(2_500),
                "terms", "Term\n: What it *means*\n\n".repeat(3_000),
                "code", "```\n" + "int x = y[3] * z_a;\n".repeat(10_000) + "```\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honestNames")
    void a_long_honest_text_is_far_from_every_bound(String name) {
        String text = honest().getOrDefault(name, "");

        assertThat(text.length()).isBetween(40_000, 256 << 10);
        assertThat(Reading.of(text).rules()).allMatch(rule -> rule.endsWith("duplicate-id"));
    }

    static Set<String> honestNames() {
        return honest().keySet();
    }

    @Test
    void a_paragraph_of_too_many_lines_is_told_at_the_line() {
        assertThat(Reading.of("Words.\n\n" + "[a]: u\n".repeat(3_010)).told())
                .containsExactly("content/x.md:3004:1: error: a paragraph has more than 3000 lines [too-costly-to-read]"
                        + "\n  hint: part it by a blank line");
    }

    @Test
    void a_block_of_too_many_marks_is_told_at_the_mark() {
        assertThat(Reading.of("Words.\n\n" + "*a ".repeat(10_010)).told())
                .containsExactly(
                        "content/x.md:3:30001: error: a block has more than 10000 stars, underscores, tildes and"
                                + " brackets [too-costly-to-read]\n  hint: part it by blank lines, or write a backslash before those"
                                + " that mean nothing");
    }

    @Test
    void blocks_too_deep_in_one_another_are_told_at_the_place() {
        assertThat(Reading.of("Words.\n\n" + "> ".repeat(200)).told())
                .containsExactly(
                        "content/x.md:3:221: error: more than 100 lists and quotations stand inside one another"
                                + " [nested-too-deeply]\n  hint: close the outer ones first");
    }

    /** Reading a text goes into itself at each mark; where the stack ends first, that is told and nothing worse. */
    @Test
    void a_stack_that_is_used_up_is_told() throws InterruptedException {
        List<String> rules = new ArrayList<>();
        Thread small = new Thread(
                null, () -> rules.addAll(Reading.of("_".repeat(9_900)).rules()), "small", 300_000);

        small.start();
        small.join();

        assertThat(rules).singleElement().asString().endsWith("nested-too-deeply");
    }

    @Test
    void a_long_table_is_told_with_the_directive_to_use() {
        assertThat(Reading.of("|a|\n|-|\n" + "|c|\n".repeat(2_001)).told())
                .containsExactly("content/x.md:2003:1: error: a table in Markdown has more than 2000 rows"
                        + " [table-too-long]\n  hint: put the rows into data/ and show them with a {table} directive");
    }

    @Test
    void bars_in_code_make_no_table() {
        Reading reading = Reading.of("```\n|a|\n|-|\n" + "|c|\n".repeat(2_001) + "```\n");
        assertThat(reading.told()).isEmpty();
        assertThat(reading.html()).startsWith("<pre tabindex=\"0\"><code>");
    }

    @Test
    void output_far_longer_than_its_text_is_told() {
        assertThat(Reading.of("[a]: " + "x".repeat(1_000) + "\n\n" + "[a] ".repeat(4_000))
                        .rules())
                .extracting(rule -> rule.substring(rule.indexOf(' ') + 1))
                .containsExactly("output-too-large");
    }

    @Test
    void a_text_of_too_many_elements_is_told_at_the_place() {
        assertThat(Reading.of("Words.\n\n" + "#\n".repeat(60_000)).told())
                .singleElement()
                .asString()
                .matches("content/x\\.md:\\d{5}:1: error: the HTML of this text has more than 50000 elements"
                        + " \\[output-too-large]\\n  hint: make several texts of it; long tables belong into data/");
    }

    @Test
    void tags_that_are_never_closed_and_begin_again_in_each_paragraph_are_told_at_the_place() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            text.append("<b title=\"").append(i).append("\">");
        }
        assertThat(Reading.of(text + "\n\nWords.".repeat(8_000)).told())
                .singleElement()
                .asString()
                .matches(
                        "content/x\\.md:\\d+:1: error: tags such as <b> and <a> are not closed, and begin again in each paragraph:"
                                + " more than 50000 times up to here \\[output-too-large]\\n  hint: close them");
        assertThat(Reading.of("<b>Words</b> <i>and</i> <a href=\"/x/\">links</a>.\n\n".repeat(4_000))
                        .told())
                .isEmpty();
    }

    @Test
    void a_table_of_too_many_cells_is_told_at_its_row() {
        assertThat(Reading.of("|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n" + "|c\n".repeat(1_000))
                        .told())
                .containsExactly("content/x.md:51:1: error: a table in Markdown has more than 50000 cells"
                        + " [table-too-long]\n  hint: put the rows into data/ and show them with a {table} directive");
    }

    @Test
    void every_prefix_of_a_rich_article_is_read() {
        String rich = RICH;
        for (int i = 0; i <= rich.length(); i++) {
            String prefix = rich.substring(0, i);
            assertThatCode(() -> Reading.of(prefix)).doesNotThrowAnyException();
        }
    }

    @Test
    void every_prefix_of_a_file_is_read() {
        String text = HEAD.replace("---\n---", "hook: \"a {b}`c`\"\nhero:\n  src: x\n  alt: y\n---") + "T {a}`b`\n";
        for (int i = 0; i <= text.length(); i++) {
            Map<String, String> files = Map.of("content/articles/x.md", text.substring(0, i));
            assertThatCode(() -> Reading.project(folder, files)).doesNotThrowAnyException();
        }
    }

    @Test
    void garbage_is_read_or_told_and_its_calls_are_where_they_say() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 1_500; round++) {
            String text = garbage(random, 1 + random.nextInt(40));
            Reading.of(text).checkCalls();
        }
    }

    @Test
    void garbage_above_the_text_is_read_or_told() {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            String text = "---\n" + garbage(random, 15) + "\n---\n" + garbage(random, 5);
            Map<String, String> files = Map.of("content/articles/x.md", text);
            assertThatCode(() -> Reading.project(folder, files)).as(text).doesNotThrowAnyException();
        }
    }

    private static final List<String> PIECES = List.of(
            "a",
            "word ",
            " ",
            "\n",
            "\n\n",
            "\t",
            "    ",
            "*",
            "**",
            "_",
            "`",
            "``",
            "```",
            "~~~",
            "~~",
            "{",
            "}",
            "{a}",
            "{a}`b`",
            "{a}`l <t>`",
            "```{d} x\n",
            "````{d}\n",
            ":k: v\n",
            ":",
            ": ",
            "|",
            "|-|\n",
            "| a | b |\n",
            "|---|---|\n",
            "[",
            "]",
            "(",
            ")",
            "[a](b)",
            "![",
            "![a](b)",
            "[^1]",
            "[^1]: n\n",
            "[a]: b\n",
            "<",
            ">",
            "<b>",
            "</b>",
            "<script>",
            "<div>\n",
            "<!--",
            "-->",
            "&amp;",
            "&#x41;",
            "&",
            "\\",
            "#",
            "# ",
            "## h\n",
            "- ",
            "1. ",
            "- [x] ",
            "> ",
            "---\n",
            "===\n",
            "{#i .c}",
            "{.c}",
            "https://a.bc/d",
            "a@b.cd",
            "\u00E9",
            "\uD83D\uDCA1",
            "\r\n",
            "key: ",
            "title: t\n",
            "'",
            "\"",
            "!x ",
            "@",
            "%",
            "\u0000",
            "\uFEFF",
            "\u202E");

    private static String garbage(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static final String RICH = """
            # Title {figure}`a.b` {#top .x}

            Words *em* **strong** `code` ``c`c`` ~~no~~ [link](x.md "T"){.c} ![alt](p.png) <b>raw</b> &copy; \\* www.a.bc
            line two  \nhard {term}`label <t>`[^1] [ref][r] <https://e.org> a@b.cd

            - one
              - two {figure}`c.d`
                ```{callout} note
                :title: T
                deep {figure}`e.f`
                ```
            - [x] task

            1. n

            > quote
            > ```{table} t
            > :caption: C
            > ```

            | a | b |
            |--:|---|
            | {figure}`g.h` | 2 |
            {.wide}

            Term
            : def

            ````{callout} outer
            ```{callout} inner
            x
            ```
            ````

            <div onclick="x">
            raw
            </div>

                indented

            ***

            [^1]: Note {figure}`i.j`

            [r]: r.md 'R'
            """;
}
