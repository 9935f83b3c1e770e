package org.plainfact.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plainfact.directive.Plain.Run;

class CutTest {
    private static final long FIRST_SEED = 20_261_125;
    private static final int SEEDS = 400;

    private static Cut cut(int most) {
        return new Cut(List.of(new Limit(Counting.UTF_16, most)), false, Locale.ENGLISH);
    }

    private static List<Phrase> paragraphs(String... texts) {
        return List.of(texts).stream().map(Phrase::of).toList();
    }

    @Test
    void what_fits_one_post_is_one() {
        assertThat(cut(30).of(paragraphs("One. Two.", "Three."), 1)).containsExactly("One. Two.\n\nThree.");
    }

    @Test
    void a_text_is_parted_between_sentences() {
        assertThat(cut(20).of(paragraphs("One is here. Two is there. Three."), 1))
                .containsExactly("One is here.", "Two is there. Three.");
    }

    @Test
    void a_sentence_longer_than_a_post_is_parted_between_words() {
        assertThat(cut(12).of(paragraphs("one two three four five"), 1))
                .containsExactly("one two", "three four", "five");
    }

    @Test
    void a_figure_stays_whole() {
        Phrase phrase = Phrase.of(List.of(
                new Run("It draws about ", false),
                new Run("1,200 – 1,400 kW (planned)", true),
                new Run(" today", false)));

        assertThat(cut(30).of(List.of(phrase), 1))
                .containsExactly("It draws about", "1,200 – 1,400 kW (planned)", "today");
    }

    @Test
    void what_stays_whole_ends_with_the_text() {
        Phrase phrase = Phrase.of(List.of(new Run(" ", true), new Run(" It draws ", false), new Run("3 kW ", true)));

        assertThat(phrase.text()).isEqualTo("It draws 3 kW");
        assertThat(phrase.whole()).containsExactly(new Phrase.Stretch(0, 0), new Phrase.Stretch(9, 13));
    }

    @Test
    void a_full_stop_within_a_figure_ends_no_sentence() {
        Phrase phrase = Phrase.of(List.of(new Run("See ", false), new Run("No. 5. Or so", true), new Run(".", false)));

        assertThat(cut(14).of(List.of(phrase), 1)).containsExactly("See", "No. 5. Or so.");
    }

    @Test
    void an_address_stays_whole_though_it_is_too_long() {
        String address = "https://example.org/a-long/address?with=much&more";

        assertThat(cut(20).of(paragraphs("Look at " + address + " now"), 1)).containsExactly("Look at", address, "now");
    }

    @Test
    void a_hyphen_is_no_place_to_part_a_name() {
        assertThat(cut(8).of(paragraphs("the DC-1000-X"), 1)).containsExactly("the", "DC-1000-X");
    }

    @Test
    void writing_without_spaces_is_parted_where_a_line_may_be() {
        assertThat(cut(8).of(paragraphs("漢字漢字漢字漢字漢字漢字"), 1)).containsExactly("漢字漢字漢字漢字", "漢字漢字");
    }

    @Test
    void posts_bear_numbers_that_count_too() {
        Cut numbered = new Cut(List.of(new Limit(Counting.UTF_16, 20)), true, Locale.ENGLISH);

        assertThat(numbered.of(paragraphs("One is here.", "Two is here."), 1))
                .containsExactly("One is here.\n\n1/2", "Two is here.\n\n2/2");
        assertThat(numbered.of(paragraphs("One.", "Two."), 1)).containsExactly("One.\n\nTwo.");
    }

    @Test
    void there_are_as_many_posts_as_the_slides_need() {
        assertThat(cut(500).of(paragraphs("One.", "Two.", "Three."), 2)).containsExactly("One.\n\nTwo.", "Three.");
    }

    @Test
    void any_text_is_told_whole_and_within_the_limit() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            Random random = new Random(seed);
            List<Phrase> paragraphs = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                paragraphs.add(Phrase.of(runs(random)));
            }
            Limit limit = limit(random);
            try {
                WholeThread.check(paragraphs, limit, random.nextBoolean());
            } catch (AssertionError e) {
                fail("seed " + seed + ": " + paragraphs, e);
            }
        }
    }

    private static Limit limit(Random random) {
        List<Counting> all = List.of(
                Counting.X_WEIGHTED, Counting.GRAPHEMES, Counting.UTF_8, Counting.EMOJI_AS_BYTES, Counting.URLS_AS_23);
        return new Limit(all.get(random.nextInt(all.size())), 40 + random.nextInt(120));
    }

    private static final List<String> WORDS = List.of(
            "one",
            "pump",
            "kettle.",
            "Why?",
            "(so)",
            "한국의",
            "클라우드.",
            "漢字仮名。",
            "المضخة",
            "👨‍👩‍👧‍👦",
            "🇰🇷🇩🇪",
            "cafe\u0301",
            "क्षत्रिय",
            "https://example.org/a-b/c?d=e",
            "ada@example.org",
            "#HeatPumps",
            "non-breaking\u00a0space",
            "e.g.",
            "3.5");

    private static List<Run> runs(Random random) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(30); i++) {
            boolean figure = random.nextInt(6) == 0;
            runs.add(
                    figure
                            ? new Run(random.nextInt(9_999) + "." + random.nextInt(99) + " – 10,000 kW (planned)", true)
                            : new Run(WORDS.get(random.nextInt(WORDS.size())), false));
            runs.add(new Run(" ", false));
        }
        return runs;
    }

    @Test
    @Timeout(10)
    void a_word_of_very_many_letters_is_looked_through_once() {
        assertThat(Phrase.of("a".repeat(200_000)).whole()).isEmpty();
        assertThat(Phrase.of("a x://b c@d #e f#g h# @i ://").whole())
                .containsExactly(
                        new Phrase.Stretch(2, 7),
                        new Phrase.Stretch(8, 11),
                        new Phrase.Stretch(12, 14),
                        new Phrase.Stretch(16, 18));
    }
}
