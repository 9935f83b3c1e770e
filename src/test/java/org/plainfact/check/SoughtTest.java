package org.plainfact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTest {
    private static final int SEQUENCES = 20_000;
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
            List.of("a", "b", "A", "B", "k", "K", "\u212A", "ſ", "s", " ", ".", "é", "É", "😀");

    @Test
    void whatever_the_expression_and_the_text_the_matches_are_those_of_java() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int known = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            Pattern pattern =
                    Pattern.compile((random.nextBoolean() ? "(?i)" : "") + expression(random), Pattern.UNICODE_CASE);
            String text = text(random);
            known += Beginnings.of(pattern).isPresent() ? 1 : 0;
            assertThat(ours(pattern, text))
                    .as("seed %d: %s in \"%s\"", seed, pattern, text)
                    .isEqualTo(javas(pattern, text));
        }
        assertThat(known).as("seed %d", seed).isGreaterThan(SEQUENCES / 10);
    }

    @Test
    void words_that_may_be_missing_are_no_beginning_but_what_follows_them_is() {
        assertThat(beginnings("(?i)\\b(?:(?:the )?best|is (?:now |well )*Read[yi]|a+b)\\b"))
                .contains(Set.of("the best", "best", "is now ", "is well ", "is read", "a"));
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
        return Beginnings.of(Pattern.compile(expression, Pattern.UNICODE_CASE));
    }

    private static List<String> ours(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Sought.Search search = new Sought(pattern).in(text);
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
