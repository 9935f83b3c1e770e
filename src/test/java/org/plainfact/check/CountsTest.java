package org.plainfact.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plainfact.content.Passage;
import org.plainfact.source.SourceSpan;

class CountsTest {
    private static final List<String> LETTERS =
            List.of("a", "B", "é", "𝒜", "7", "½", "Ⅷ", "’", "'", "-", ".", "?", "!", " ", "\n", "\uFFFC", "”", ")");

    /** As dictionaries divide them. */
    private static final String DIVIDED = """
            a the one two make made makes large lake name time times rate rates rack racks gives five watts
            a-like ta-ble peo-ple sim-ple lit-tle an-gle wa-ter pow-er cool-ing fac-tor mea-sure num-ber read-er ear-ly
            wan-ted needed:2 lim-it-ed walked:1 asked:1 planned:1 stat-ed re-port-ed used:1 called:1 moved:1 named:1 heated:2
            boxes:2 places:2 changes:2 watches:2 uses:2 makes:1 homes:1 rules:1 figures:2 houses:2 sources:2
            en-er-gy of-fi-cial com-pa-ny e-lec-tric in-di-cate ac-cu-rate state-ment move-ment late-ly safe-ly
            cre-ate id-e-a ra-di-o ar-e-a sci-ence vid-e-o du-al fu-el qui-et
            na-tion ques-tion sta-tion me-di-um ra-di-a-tor ma-te-ri-al me-di-a an-nu-al
            in-for-ma-tion e-lec-tric-i-ty u-til-i-sa-tion com-mu-ni-ca-tion re-frig-er-a-tor
            GPU:3 AI:2 IT:2 reader’s:2 don’t:1
            """;

    @Test
    void syllables_are_right_for_nine_of_ten_words_and_never_far_off() {
        int right = 0;
        List<String> wrong = new ArrayList<>();
        String[] words = DIVIDED.strip().split("\\s+");
        for (String divided : words) {
            String word = divided.split(":")[0].replace("-", "");
            int syllables = divided.contains(":") ? Integer.parseInt(divided.split(":")[1]) : divided.split("-").length;
            int counted = Syllables.estimated(word);
            assertThat(counted).as(word).isCloseTo(syllables, within(1));
            if (counted == syllables) {
                right++;
            } else {
                wrong.add(word + " " + counted);
            }
        }
        assertThat((double) right / words.length).as(wrong.toString()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void the_grade_is_that_of_the_formula_of_1975() {
        Map<String, Double> counts = Map.of("words", 100.0, "sentences", 5.0, "syllables", 150.0);

        assertThat(Counts.grade(counts)).isCloseTo(0.39 * 20 + 11.8 * 1.5 - 15.59, within(1e-9));
        assertThat(Counts.grade(Counts.none())).isZero();
    }

    @Test
    void numbers_and_code_are_no_words_and_quotations_no_words_of_ours() {
        Passage.Run words = new Passage.Run.Words("It took us 12 days, 4.5 in all.", new SourceSpan("a.md", 1, 1));
        Passage.Run code = new Passage.Run.Code("int x", new SourceSpan("a.md", 1, 40));

        assertThat(Counts.of(List.of(prose(false, words, code), prose(true, words)), new Syllables()))
                .containsEntry("words", 6.0)
                .containsEntry("sentences", 1.0);
    }

    @Test
    void a_word_is_a_letter_and_the_letters_digits_apostrophes_and_hyphens_behind_it() {
        Pattern word = Pattern.compile("\\p{L}[\\p{L}\\p{N}'’-]*");
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder("x");
            random.ints(random.nextInt(30), 0, LETTERS.size()).forEach(at -> text.append(LETTERS.get(at)));

            Prose prose = prose(false, new Passage.Run.Words(text.toString(), new SourceSpan("a.md", 1, 1)));

            assertThat(Counts.sentences(List.of(prose)).stream().flatMap(sentence -> sentence.words().stream()))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(
                            word.matcher(text).results().map(MatchResult::group).toList());
        }
    }

    private static Prose prose(boolean quoted, Passage.Run... runs) {
        return Prose.of(new Passage(Passage.Kind.TEXT, quoted, List.of(runs)), "", call -> new Prose.Meaning.Words(""));
    }
}
