package org.plainfact.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainfact.code.Piece.Kind;

class HighlighterTest {
    private static final String[] WORDS = {
        "\"",
        "'",
        "`",
        "/*",
        "*/",
        "<!--",
        "-->",
        "<",
        ">",
        "</",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "<?php",
        "?>",
        "<script>",
        "</script>",
        "<%",
        "%>",
        "#",
        "//",
        "--",
        "\\",
        "\n",
        "\n\n",
        "\t",
        " ",
        "a",
        "B9",
        "class",
        "def",
        "return",
        "=",
        ":",
        ";",
        "$x",
        "@q",
        "0x1F",
        "12.5e3",
        "%",
        "&amp;",
        "é",
        "\u4e2d",
        "\ud83d\ude00",
        "\ud83d",
        "\"\"\"",
        "'''",
        "<<EOF",
        "EOF",
        "\\begin{x}",
        "=begin",
        "=end",
        "r#\"",
        "${",
        "}}",
        "{{",
        "~",
        "^",
        "|"
    };

    @Test
    void words_of_a_language_are_told_apart() {
        assertThat(Highlighter.pieces("java", "int x = 12; // \"no\" string\n").orElseThrow())
                .containsExactly(
                        new Piece(Kind.NAME, "int"),
                        new Piece(Kind.PLAIN, " x = "),
                        new Piece(Kind.NUMBER, "12"),
                        new Piece(Kind.PLAIN, "; "),
                        new Piece(Kind.COMMENT, "// \"no\" string"),
                        new Piece(Kind.PLAIN, "\n"));
    }

    @Test
    void a_comment_goes_on_in_the_next_line() {
        assertThat(Highlighter.pieces("css", "/* a\nb */ c {}\n").orElseThrow())
                .filteredOn(piece -> piece.kind() == Kind.COMMENT)
                .extracting(Piece::text)
                .containsExactly("/* a", "b */");
    }

    @Test
    void a_language_has_its_names_in_any_case() {
        assertThat(Highlighter.pieces("PY", "return 1\n")).isEqualTo(Highlighter.pieces("python", "return 1\n"));
        assertThat(Highlighter.pieces("py", "return 1\n").orElseThrow().getFirst())
                .isEqualTo(new Piece(Kind.KEYWORD, "return"));
    }

    @Test
    void a_language_that_is_not_known_has_no_pieces() {
        assertThat(Highlighter.pieces("console", "$ ls\n")).isEmpty();
        assertThat(Highlighter.pieces("", "ls\n")).isEmpty();
    }

    @Test
    void code_that_nobody_reads_to_its_end_has_no_pieces() {
        assertThat(Highlighter.pieces("java", "x\n".repeat(Highlighter.MOST_CHARACTERS / 2)))
                .isPresent();
        assertThat(Highlighter.pieces("java", "x\n".repeat(Highlighter.MOST_CHARACTERS / 2) + "x"))
                .isEmpty();
    }

    static List<String> languages() {
        return Highlighter.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_pieces_joined_are_the_code_whatever_it_is(String language) {
        for (int seed = 0; seed < 60; seed++) {
            int shown = seed;
            Random random = new Random(seed);
            String code = random.ints(random.nextInt(80), 0, WORDS.length)
                    .mapToObj(word -> WORDS[word])
                    .collect(Collectors.joining());
            Highlighter.pieces(language, code)
                    .ifPresent(pieces -> assertThat(
                                    pieces.stream().map(Piece::text).collect(Collectors.joining()))
                            .as(language + ", seed " + shown)
                            .isEqualTo(code));
        }
    }

    /** Each is known, and not only by its name. */
    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_a_scanner(String language) {
        String code =
                "# // -- ; rem % (* <!-- \"text\" 'text' 12 true class if return begin <a b=\"c\"> key=value key: value\n";

        assertThat(Highlighter.pieces(language, code + code).orElseThrow())
                .as(language)
                .anyMatch(piece -> piece.kind() != Kind.PLAIN);
    }

    /** A scanner that went back and forth in a line would take minutes. */
    @ParameterizedTest
    @MethodSource("languages")
    void one_endless_line_is_scanned_to_its_end(String language) {
        for (String word : List.of("\"", "/*", "<a ", "(", "$", "a")) {
            String code = word.repeat(20_000 / word.length()) + "\n";
            assertThat(Highlighter.pieces(language, code).stream()
                            .flatMap(List::stream)
                            .map(Piece::text)
                            .collect(Collectors.joining()))
                    .as(language + " " + word)
                    .isEqualTo(code);
        }
    }
}
