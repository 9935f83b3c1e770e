package org.plainfact.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberingTest {
    private final Numbering numbering = new Numbering();

    @Test
    void the_first_of_equal_ones_is_given_the_next_number_and_the_others_are_told_it() {
        assertThat(numbering.of("a")).isNegative();
        assertThat(numbering.of("b")).isNegative();
        assertThat(numbering.of(new String("a"))).isZero();
        assertThat(numbering.of("b")).isOne();
    }

    @Test
    void numbers_are_those_of_a_map_however_many_come() {
        long seed = 3;
        Random random = new Random(seed);
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String text = "text " + random.nextInt(20_000);
            Integer known = expected.putIfAbsent(text, expected.size());
            assertThat(numbering.of(text))
                    .as("%s, seed %d", text, seed)
                    .isEqualTo(known == null ? -1 : known.intValue());
        }
    }

    /** Texts whose hashes are the same, and such that differ in high bits alone. */
    @Test
    void hashes_that_meet_are_told_apart() {
        for (int i = 0; i < 512; i++) {
            assertThat(numbering.of(meeting(i))).as("%d", i).isNegative();
        }
        for (int i = 0; i < 512; i++) {
            assertThat(numbering.of(meeting(i))).isEqualTo(i);
        }
    }

    /** "Aa" and "BB" have one hash. */
    private static String meeting(int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 9; bit++) {
            text.append((bits >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
