package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class HostileTextTest {
    private static final String HEAD = "---\ntitle: T\ndescription: D\ndate: 2026-01-02\n---\n";

    @TempDir
    Path folder;

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("bracket and back-slashes", "[" + "\\".repeat(40)),
                Arguments.of("bracket and many back-slashes", "[" + "\\".repeat(20_000)),
                Arguments.of("quotations", ">".repeat(1_074)),
                Arguments.of("many quotations", ">".repeat(20_000)),
                Arguments.of("list items", "- ".repeat(500)),
                Arguments.of("many list items", "- ".repeat(20_000)),
                Arguments.of("underscores", "_".repeat(1_977)),
                Arguments.of("many underscores", "_a ".repeat(10_000)),
                Arguments.of("stars around", "*".repeat(5_000) + "x" + "*".repeat(5_000)),
                Arguments.of("brackets and parentheses", "[ (](".repeat(409)),
                Arguments.of("many links unclosed", "[a](b".repeat(8_000)),
                Arguments.of("links in angle brackets", "[a](<b".repeat(8_000)),
                Arguments.of("empty links", "[](".repeat(10_000)),
                Arguments.of("open brackets", "[".repeat(50_000)),
                Arguments.of("nested brackets", "[".repeat(5_000) + "a" + "]".repeat(5_000)),
                Arguments.of("nested images", "![".repeat(5_000) + "a" + "](x)".repeat(5_000)),
                Arguments.of("images in brackets", "![[]()".repeat(5_000)),
                Arguments.of("a tag with many attributes", "<a" + " x=\"y\"".repeat(1_172) + ">"),
                Arguments.of("a tag with very many attributes", "<a" + " x".repeat(50_000) + ">"),
                Arguments.of("runs of back-ticks", backticks()),
                Arguments.of("processing instructions", "x <?".repeat(20_000)),
                Arguments.of("character data", "x <![CDATA[".repeat(10_000)),
                Arguments.of("emphasis that never closes", "a**b" + "c* ".repeat(20_000)),
                Arguments.of("reference definitions", definitions(8_000) + "\nEnd."),
                Arguments.of(
                        "one long address many times", "[a]: " + "x".repeat(1_000) + "\n\n" + "[a] ".repeat(50_000)),
                Arguments.of("definitions", ":\n".repeat(20_000)),
                Arguments.of("definition marks in a line", ": ".repeat(20_000)),
                Arguments.of("terms and definitions", "a\n: b\n".repeat(10_000)),
                Arguments.of(
                        "a wide table", "|a".repeat(10_000) + "\n" + "|-".repeat(10_000) + "\n" + "|b\n".repeat(50)),
                Arguments.of("a long table", "|a|b|\n|-|-|\n" + "|c|d|\n".repeat(30_000)),
                Arguments.of("bars", "|".repeat(100_000)),
                Arguments.of("addresses", "a.".repeat(50_000) + "@"),
                Arguments.of("at signs", "@".repeat(100_000)),
                Arguments.of("a mail with many parts", "a@" + "b.".repeat(50_000)),
                Arguments.of("web addresses", "www.".repeat(30_000)),
                Arguments.of("footnotes", "[^a]".repeat(20_000) + "\n\n[^a]: x\n"),
                Arguments.of("footnotes in footnotes", "[^a]\n\n[^a]: " + "[^b: ".repeat(10_000)),
                Arguments.of("footnote definitions", notes(5_000)),
                Arguments.of("calls", "{a}`b`".repeat(20_000)),
                Arguments.of("open braces", "*a*{".repeat(20_000)),
                Arguments.of("attributes", "*a*{.b}".repeat(20_000)),
                Arguments.of("directives", "```{a} b\n:c: d\n```\n".repeat(8_000)),
                Arguments.of("entities", "&amp;".repeat(40_000)),
                Arguments.of("ampersands", "&#".repeat(60_000)),
                Arguments.of("headings", "# a\n".repeat(20_000)),
                Arguments.of("headings of one word", "#\n".repeat(20_000)),
                Arguments.of("raw tags", "<b>".repeat(20_000)),
                Arguments.of("raw blocks", "<div>\n\n".repeat(10_000)),
                Arguments.of("strikes", "~~a ".repeat(20_000)),
                Arguments.of("quoted emphasis", ">".repeat(90) + "*a ".repeat(10_000)),
                Arguments.of("blank lines", "\n".repeat(200_000)),
                Arguments.of("spaces", " ".repeat(200_000)),
                Arguments.of("tabs", "-\t".repeat(50_000)),
                Arguments.of("a deep list", deepList(400)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @Timeout(30)
    void is_printed_or_told_with_its_place_and_does_not_hide_others(String name, String text) {
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
        assertThat(Reading.of("[a]: " + "x".repeat(1_000) + "\n\n" + "[a] ".repeat(20_000))
                        .rules())
                .extracting(rule -> rule.substring(rule.indexOf(' ') + 1))
                .containsExactly("output-too-large");
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
            Reading reading = Reading.of(text);
            for (Body.Part.Role role : reading.roles()) {
                assertThat(text.substring(role.start(), role.end())).as(text).startsWith("{" + role.name() + "}`");
            }
            for (Body.Part.Directive directive : reading.directives()) {
                assertThat(text.substring(directive.start(), directive.end()))
                        .as(text)
                        .matches("(?s)(```|~~~).*");
            }
            assertThat(reading.body()
                            .markdownWith(
                                    call -> text.substring(call.start(), call.end()),
                                    link -> link.written()
                                            .map(at -> text.substring(at.start(), at.end()))
                                            .orElseThrow()))
                    .isEqualTo(text);
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

    private static String backticks() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < 400; i++) {
            text.append("e").append("`".repeat(i));
        }
        return text.toString();
    }

    private static String definitions(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("[a" + i + "]: u\n");
        }
        return text.toString();
    }

    private static String notes(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("x[^n" + i + "]\n\n[^n" + i + "]: y\n");
        }
        return String.join("\n", lines);
    }

    private static String deepList(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("  ".repeat(i)).append("- a\n");
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
