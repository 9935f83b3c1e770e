package org.plainfact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.check.Prose.Stretch;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;

class SoughtTest {
    private static final int SEQUENCES = 20_000;
    private static final int TEXTS = 300;
    private static final List<String> WORD_ENDS =
            List.of("", "", "", "", "\u00AD", ", ", ". ", "The ", "5 ", "IS ", "a", "’");
    private static final List<String> ATOMS = List.of(
            "a",
            "b",
            "k",
            " ",
            "A",
            "(?:ab|b)",
            "(b|)",
            "[ab]",
            "[^a]",
            "[a-b5]",
            "[J-k-]",
            "[é-ÿ\\d]",
            "\\d",
            ".",
            "\\w",
            "\\b",
            "\\.",
            "(?=b)",
            "(?<!a)",
            "^",
            "é",
            "ſ");
    private static final List<String> REPEATED = List.of("", "", "", "?", "*", "+", "{0,2}", "{2}", "??", "*+");
    private static final List<String> LETTERS =
            List.of("a", "b", "A", "B", "k", "K", "\u212A", "ſ", "s", "5", "-", " ", ".", "é", "É", "😀");

    @Test
    void whatever_the_expressions_and_the_text_the_matches_are_those_of_java() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int known = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            List<Pattern> patterns = Stream.generate(() -> pattern(random))
                    .limit(1 + random.nextInt(3))
                    .toList();
            String text = text(random);
            known += Beginnings.of(patterns.getFirst()).isPresent() ? 1 : 0;
            holds("seed " + seed, patterns, text, part(text, random));
        }
        assertThat(known).as("seed %d", seed).isGreaterThan(SEQUENCES / 10);
    }

    @Test
    void the_expressions_of_our_styles_find_what_java_finds_in_any_text_of_their_words() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Pattern> patterns = ours();
        List<String> words = patterns.stream()
                .flatMap(pattern -> Stream.of(pattern.pattern().split("[^\\p{L}'’]+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        int found = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = 20 + random.nextInt(200); left > 0; left--) {
                text.append(WORD_ENDS.get(random.nextInt(WORD_ENDS.size())));
                // Two words that stand side by side in an expression do so in many texts.
                int word = random.nextInt(words.size() - 3);
                words.subList(word, word + 1 + random.nextInt(3))
                        .forEach(each -> text.append(each).append(' '));
            }
            found += holds("seed " + seed, patterns, text.toString(), part(text.toString(), random));
        }
        assertThat(found).as("seed %d", seed).isGreaterThan(TEXTS);
    }

    @Test
    void of_our_styles_it_is_known_how_each_match_begins() throws IOException {
        assertThat(ours())
                .isNotEmpty()
                .allSatisfy(pattern -> assertThat(Beginnings.of(pattern)).isPresent());
    }

    @Test
    void words_that_may_be_missing_are_no_beginning_but_what_follows_them_is() {
        assertThat(beginnings("(?i)\\b(?:(?:the )?best|is (?:now |well )*Read[yi]|a+b)\\b"))
                .contains(Set.of("the best", "best", "is now ", "is well ", "is readi", "is ready", "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\w+ed",
                "a|",
                "a?",
                "(?x)a b",
                "a(?-i)b|c",
                "\\Qa|b\\E",
                "(?<name>a)",
                "\\p{L}",
                "(a)\\1",
                "[a[b]]c|d",
                "\\x61"
            })
    void where_it_is_not_plain_how_matches_begin_nothing_is_said(String expression) {
        assertThat(beginnings(expression)).isEmpty();
    }

    private static Optional<Set<String>> beginnings(String expression) {
        return Beginnings.of(Pattern.compile(expression, Pattern.UNICODE_CASE))
                .map(read -> read.branches().stream()
                        .flatMap(branch -> branch.beginnings().stream())
                        .collect(Collectors.toSet()));
    }

    /** Those of the style that comes with the program, as they are looked for. */
    private static List<Pattern> ours() throws IOException {
        Findings findings = new Findings();
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("src/main/resources/org/plainfact/check/styles/overclaim"))) {
            for (Path file : all.sorted().toList()) {
                files.add(new SourceFile(file.getFileName().toString(), Files.readString(file)));
            }
        }
        List<Pattern> patterns = new StyleReader("overclaim", findings)
                .read(files).rules().stream()
                        .flatMap(rule -> rule.form() instanceof Rule.Form.Existence form
                                ? Stream.of(form.sought().pattern())
                                : Stream.of())
                        .toList();
        assertThat(findings.sorted()).isEmpty();
        return patterns;
    }

    /** Holds what is found in a text and in a part of it to what Java finds, and counts that. */
    private static int holds(String seed, List<Pattern> patterns, String text, Stretch part) {
        List<Sought> all = patterns.stream().map(Sought::new).toList();
        Vocabulary.Text seen = new Vocabulary(all).text(text);
        int found = 0;
        for (int i = 0; i < all.size(); i++) {
            List<String> matches = ours(seen.matches(all.get(i)));
            assertThat(matches)
                    .as("%s: %s in \"%s\"", seed, patterns.get(i), text)
                    .isEqualTo(javas(patterns.get(i), text));
            assertThat(ours(seen.matches(all.get(i), part)))
                    .as("%s: %s in %s of \"%s\"", seed, patterns.get(i), part, text)
                    .isEqualTo(javas(patterns.get(i), part.of(text)));
            found += matches.size();
        }
        return found;
    }

    private static List<String> ours(Sought.Search search) {
        List<String> found = new ArrayList<>();
        while (search.find()) {
            found.add(search.start() + "–" + search.end());
        }
        return found;
    }

    private static List<String> javas(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.start() + "–" + matcher.end());
        }
        return found;
    }

    private static Pattern pattern(Random random) {
        String expression = expression(random);
        String whole = switch (random.nextInt(4)) {
            case 0 -> "\\b(?:" + expression + ")\\b";
            case 1 -> "(?:" + expression + ")|" + expression(random);
            default -> expression;
        };
        return Pattern.compile((random.nextBoolean() ? "(?i)" : "") + whole, Pattern.UNICODE_CASE);
    }

    private static Stretch part(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        return new Stretch(from, from + random.nextInt(text.length() - from + 1));
    }

    private static String expression(Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            out.append(ATOMS.get(random.nextInt(ATOMS.size())));
            out.append(REPEATED.get(random.nextInt(REPEATED.size())));
            out.append(random.nextInt(6) == 0 && i > 1 ? "|" : "");
        }
        return out.toString();
    }

    private static String text(Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            out.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return out.toString();
    }
}
