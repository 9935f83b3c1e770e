package org.plainfact.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.TwitterTextParser;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingTest {
    private static final List<String> PIECES = List.of(
            "a",
            "b1",
            "-",
            "_",
            ".",
            ".com",
            ".co",
            ".com.",
            ".xn--p1ai",
            "example.org",
            "https://",
            "HTTP://",
            "http",
            "/",
            "/x",
            "?q=1",
            "#",
            "@",
            "+",
            ",",
            "(",
            ")",
            ":",
            ":80",
            " ",
            "\n",
            "\u3000",
            "\u2014",
            "é",
            "e\u0301",
            "文",
            "。",
            "한국",
            ".한국",
            "д",
            "👨‍👩‍👧‍👦",
            "🇰🇷",
            "=",
            "'",
            "t.co/ab");

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    /** The same on every machine: no ICU is needed on this Java. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text | X | UTF-16 | graphemes | UTF-8
                "👨‍👩‍👧‍👦 | 2 | 11 | 1 | 25",
                "🇰🇷 | 2 | 4 | 1 | 8",
                "한국 AI 클라우드 | 16 | 10 | 10 | 22",
                "10\u202Ftokens / MW → ≈\u202F2× | 25 | 21 | 21 | 30",
                "cafe\u0301 | 4 | 5 | 4 | 6",
                "क्ष | 3 | 3 | 1 | 9"
            })
    void one_text_has_four_lengths(String text, int x, int utf16, int graphemes, int utf8) {
        assertThat(Counting.X_WEIGHTED.of(text)).as("X").isEqualTo(x);
        assertThat(Counting.UTF_16.of(text)).as("UTF-16").isEqualTo(utf16);
        assertThat(Counting.GRAPHEMES.of(text)).as("graphemes").isEqualTo(graphemes);
        assertThat(Counting.UTF_8.of(text)).as("UTF-8").isEqualTo(utf8);
    }

    @Test
    void an_empty_text_counts_nothing() {
        assertThat(Counting.values())
                .allSatisfy(counting -> assertThat(counting.of("")).isZero());
    }

    @Test
    void on_x_an_address_counts_23_however_long() {
        assertThat(Counting.X_WEIGHTED.of("https://example.org/" + "a".repeat(90)))
                .isEqualTo(23);
        assertThat(Counting.X_WEIGHTED.of("See https://example.org.")).isEqualTo(4 + 23 + 1);
    }

    @Test
    void on_x_most_latin_letters_count_one_and_other_writing_two() {
        assertThat(Counting.X_WEIGHTED.of("é—“”’")).isEqualTo(5);
        assertThat(Counting.X_WEIGHTED.of("漢字かな")).isEqualTo(8);
        assertThat(Counting.X_WEIGHTED.of("a".repeat(280))).isEqualTo(280);
    }

    @Test
    void on_threads_an_emoji_counts_its_bytes_and_all_else_its_characters() {
        assertThat(Counting.EMOJI_AS_BYTES.of(FAMILY)).isEqualTo(25);
        assertThat(Counting.EMOJI_AS_BYTES.of("🇰🇷")).isEqualTo(8);
        assertThat(Counting.EMOJI_AS_BYTES.of("❤️")).isEqualTo(6);
        assertThat(Counting.EMOJI_AS_BYTES.of("클라우드 ok 2")).isEqualTo(9);
    }

    @Test
    void on_mastodon_an_address_counts_23_and_a_name_elsewhere_its_first_part() {
        assertThat(Counting.URLS_AS_23.of("See https://example.org/" + "a".repeat(90) + " now"))
                .isEqualTo(4 + 23 + 4);
        assertThat(Counting.URLS_AS_23.of("example.org")).isEqualTo(11);
        assertThat(Counting.URLS_AS_23.of("Says @ada@example.org.")).isEqualTo("Says @ada.".length());
        assertThat(Counting.URLS_AS_23.of(FAMILY)).isEqualTo(1);
    }

    @Test
    void on_linkedin_a_reserved_character_is_sent_as_two() {
        assertThat(Counting.littleText("a (b) #c_d")).isEqualTo("a \\(b\\) \\#c\\_d");
        assertThat(Counting.littleText("\\|{}@[]()<>#*_~")).hasSize(30);
        assertThat(Counting.LITTLE_TEXT.of("#a")).isEqualTo(3);
    }

    @Test
    void where_a_network_does_not_say_how_it_counts_the_longer_count_holds() {
        assertThat(Counting.UTF_16_OR_CODE_POINTS.of("🏠a")).isEqualTo(3);
    }

    @Test
    void a_budget_may_be_overdrawn() {
        Budget budget = new Limit(Counting.UTF_16, 3).budget("abcd");

        assertThat(budget.used()).isEqualTo(4);
        assertThat(budget.left()).isEqualTo(-1);
    }

    /** {@code -Dplainfact.seed=N} for the texts of another run. */
    @Test
    void what_x_counts_is_what_its_own_code_counts() {
        long seed = Long.getLong("plainfact.seed", System.nanoTime());
        Random random = new Random(seed);
        int addresses = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(14); pieces >= 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            if (!text.toString().isBlank()) {
                assertThat(Counting.X_WEIGHTED.of(text.toString()))
                        .as("%s, seed %d", text, seed)
                        .isEqualTo(TwitterTextParser.parseTweet(text.toString()).weightedLength);
                addresses += WebAddresses.in(text.toString(), true).size();
            }
        }
        assertThat(addresses).as("seed " + seed).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-",
                "a.",
                "a_",
                "a.a-",
                "字",
                "字.",
                "www.",
                "https://",
                "https://a-",
                "a/",
                "á-",
                "a.co.",
                "@a-",
                "a.com",
                ".com",
                "_.co"
            })
    @Timeout(20)
    void a_word_of_twelve_thousand_characters_is_counted_in_no_time(String unit) {
        String word = unit.repeat(12_000 / unit.length());
        for (String text : List.of(word, word + ".com", word + ".", "See a.example " + word + " x.com")) {
            assertThat(Counting.X_WEIGHTED.of(text)).isPositive();
            assertThat(Counting.URLS_AS_23.of(text)).isPositive();
        }
    }

    @Test
    void an_address_in_or_behind_a_long_word_counts_23() {
        String words = "文".repeat(300);
        assertThat(Counting.X_WEIGHTED.of(words + "https://a.com/x" + words)).isEqualTo(600 + 23 + 600);
        assertThat(Counting.X_WEIGHTED.of("https://a.com" + words)).isEqualTo(23 + 600);
        assertThat(Counting.X_WEIGHTED.of("https://a.com/" + "x".repeat(300))).isEqualTo(23);
        assertThat(Counting.X_WEIGHTED.of("https://a.com/" + words)).isEqualTo(23 + 600);
        assertThat(Counting.X_WEIGHTED.of("a-".repeat(100) + " https://a.com")).isEqualTo(200 + 1 + 23);
    }
}
