package org.plainfact.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;

class JsonDocumentTest {
    private static final String SAMPLE = """
            {
              "records": [
                { "id": "a", "x": { "value": -1.5e3, "unit": "kW", "sources": ["é"] } },
                { "id": "b\\u00e9\\n", "t": true, "f": false, "n": null, "l": [[], {}, 0, 12345678901234567890] }
              ]
            }
            """;

    private static List<Finding> told(String text) {
        Findings findings = new Findings();
        JsonDocument.read(new SourceFile("data/a.json", text), findings);
        return findings.sorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"a\": 1, } | 1:11 | remove the comma before it, or give what is missing",
                "{ \"a\" 1 } | 1:7 |",
                "[1, 2 | 1:6 | a quote or bracket is not closed",
                "[\"abc | 1:6 | a quote or bracket is not closed",
                "{ \"a\": 01 } | 1:9 |",
                "[1] [2] | 1:5 |",
                "[1] x | 1:5 |",
                "// note | 1:1 | JSON has no comments; use a \"note\"",
                "[NaN] | 1:5 | a value that is not stated is null",
                "{ \"a\": 1 \"b\": 2 } | 1:10 | put a comma before it, or remove it",
                "{ \"a\": 1,085 } | 1:10 | numbers have no commas: 1000, not 1,000",
                "{ 'a': 1 } | 1:3 | texts and keys stand in double quotes",
                "[.5] | 1:2 |",
                "['a'] | 1:2 | texts and keys stand in double quotes",
                "[\"a\tb\"] | 1:4 |",
                "[\"\\x\"] | 1:4 |",
                "`` | 1:1 |",
            })
    void what_is_no_json_is_told_at_its_place(String text, String place, String hint) {
        assertThat(told(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("json-syntax");
            assertThat(finding.problem()).startsWith("not JSON: ").doesNotContain("(code", "\n", "`", "Feature");
            assertThat(finding.span()).hasToString("data/a.json:" + place);
            assertThat(finding.hint()).isEqualTo(Optional.ofNullable(hint));
        });
    }

    @Test
    void a_key_given_twice_names_both_places_and_hides_nothing() {
        assertThat(
                        told(
                                "{ \"a\": { \"b\": 1,\n \"b\": [{}] },\n \"a\": 2, \"c\": {\"d\": 1, \"e\": [1, 2], \"e\": 3} }"))
                .extracting(Finding::toString)
                .containsExactly(
                        "data/a.json:2:2: error: the key \"b\" is given twice; first at data/a.json:1:10 [duplicate-key]\n"
                                + "  hint: remove one of them",
                        "data/a.json:3:2: error: the key \"a\" is given twice; first at data/a.json:1:3 [duplicate-key]\n"
                                + "  hint: remove one of them",
                        "data/a.json:3:37: error: the key \"e\" is given twice; first at data/a.json:3:24 [duplicate-key]\n"
                                + "  hint: remove one of them");
    }

    @Test
    void a_text_beyond_the_limits_is_told_and_does_no_harm() {
        assertThat(told("[".repeat(64) + "]".repeat(64))).isEmpty();
        assertThat(told("[".repeat(100_000)).getFirst().problem()).contains("depth (65)", "(64)");
        assertThat(told("[" + "1".repeat(65) + "]").getFirst().problem()).contains("65");
        assertThat(told("[\"" + "a".repeat(1_000_001) + "\"]").getFirst().problem())
                .contains("1000001");
        assertThat(told("{\"" + "a".repeat(300) + "\": 1}").getFirst().problem())
                .contains("256");
        assertThat(told("[1e999]").getFirst())
                .hasToString("data/a.json:1:2: error: the number 1e999 is too large"
                        + " [number-out-of-range]\n  hint: the largest is about 1.8e308");
        assertThat(told("[1e-999]").getFirst())
                .hasToString("data/a.json:1:2: error: the number 1e-999 is too small"
                        + " [number-out-of-range]\n  hint: the smallest is about 4.9e-324");
        assertThat(told("[0.00, 0e-999, -0.0e5]")).isEmpty();
    }

    @Test
    void an_escape_does_not_bring_in_what_a_text_may_not_hold() {
        assertThat(told("[\"a\\u0000\"]").getFirst())
                .hasToString("data/a.json:1:2: error: the escaped character U+0000"
                        + " does not belong in a text [control-character]\n  hint: remove it");
        assertThat(told("[\"\\ud83d\"]")).hasSize(1);
        assertThat(told("{\"\\udc00\": 1}")).hasSize(1);
        assertThat(told("[\"\\ud83d\\ude00 \\n\"]")).isEmpty();
    }

    @Test
    void every_place_is_the_first_character_of_its_value() {
        long seed = 20261001;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            write(random, text, 5);
            SourceFile file = new SourceFile("a.json", text.toString());
            JsonValue root =
                    JsonDocument.read(file, new Findings()).orElseThrow().root();
            checkPlaces(file, root, "seed " + seed + ", step " + i + ": " + text);
        }
    }

    private static void checkPlaces(SourceFile file, JsonValue value, String words) {
        int offset = file.offsetOfLine(value.span().line()) + value.span().column() - 1;
        String expected =
                value.node().isString() ? "\"" : value.node().toString().substring(0, 1);
        assertThat(file.text().substring(offset)).as(words).startsWith(expected);
        value.items().forEach(item -> checkPlaces(file, item, words));
        value.members().forEach((name, member) -> {
            int at = file.offsetOfLine(member.nameSpan().line())
                    + member.nameSpan().column()
                    - 1;
            assertThat(file.text().substring(at)).as(words).startsWith("\"" + name + "\"");
            checkPlaces(file, member, words);
            assertThat(value.get(name)).contains(member);
        });
    }

    private static void write(Random random, StringBuilder out, int depth) {
        String gap = List.of("", " ", "\n", "\r\n ", "\t").get(random.nextInt(5));
        out.append(gap);
        switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> out.append(random.nextInt(-999, 999));
            case 1 -> out.append(List.of("true", "false", "null").get(random.nextInt(3)));
            case 2 ->
                out.append('"')
                        .append("é\\n€\ud83d\ude00\\u00e9".repeat(random.nextInt(4)))
                        .append('"');
            case 3 -> out.append(random.nextInt(1, 99)).append(".5");
            case 4 -> {
                out.append('[');
                for (int i = random.nextInt(4); i > 0; i--) {
                    write(random, out, depth - 1);
                    out.append(i > 1 ? "," : gap);
                }
                out.append(']');
            }
            default -> {
                out.append('{');
                for (int i = random.nextInt(4); i > 0; i--) {
                    out.append(gap)
                            .append("\"k€")
                            .append(i)
                            .append("\"")
                            .append(gap)
                            .append(':');
                    write(random, out, depth - 1);
                    out.append(i > 1 ? "," : gap);
                }
                out.append('}');
            }
        }
        out.append(gap);
    }

    @Test
    void every_prefix_of_a_text_is_told_at_a_place_in_it() {
        for (int end = 0; end < SAMPLE.strip().length(); end++) {
            String prefix = SAMPLE.substring(0, end);
            assertThat(told(prefix)).as(prefix).hasSize(1).allSatisfy(finding -> checkInside(finding, prefix));
        }
        assertThat(told(SAMPLE)).isEmpty();
    }

    @Test
    void a_damaged_text_is_read_or_told_at_a_place_in_it() {
        long seed = 20261002;
        Random random = new Random(seed);
        String pieces = "{}[]\",:\\ \n0123456789.eE+-truefalsn\u0001\ud800é";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(SAMPLE);
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                int at = random.nextInt(text.length());
                char piece = pieces.charAt(random.nextInt(pieces.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, piece);
                    default -> text.setCharAt(at, piece);
                }
            }
            String damaged = text.toString();
            Findings findings = new Findings();
            Optional<JsonDocument> document = JsonDocument.read(new SourceFile("data/a.json", damaged), findings);
            assertThat(document.isPresent() || findings.hasErrors())
                    .as("seed %d, step %d: %s", seed, i, damaged)
                    .isTrue();
            findings.sorted().forEach(finding -> checkInside(finding, damaged));
        }
    }

    private static void checkInside(Finding finding, String text) {
        List<String> lines = text.lines().toList();
        assertThat(finding.span().line()).as(text).isLessThanOrEqualTo(lines.size() + 1);
        int width = finding.span().line() <= lines.size()
                ? lines.get(finding.span().line() - 1).length()
                : 0;
        assertThat(finding.span().column()).as(text).isLessThanOrEqualTo(width + 2);
    }
}
