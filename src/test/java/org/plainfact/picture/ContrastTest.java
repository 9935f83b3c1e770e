package org.plainfact.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {
    /** As WCAG's own techniques (G18) and its contrast checkers give them. */
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21",
        "#767676, #ffffff, 4.54",
        "#777777, #ffffff, 4.48",
        "#0000ff, #ffffff, 8.59",
        "#ffffff, #ffffff, 1"
    })
    void the_ratio_is_that_of_wcag(String one, String other, double ratio) {
        assertThat(Contrast.of(Color.decode(one), Color.decode(other))).isCloseTo(ratio, within(0.005));
        assertThat(Contrast.of(Color.decode(other), Color.decode(one))).isCloseTo(ratio, within(0.005));
    }

    @Test
    void a_colour_that_lets_another_through_is_mixed_with_it() {
        assertThat(Contrast.over(new Color(0, 0, 0, 51), Color.WHITE)).isEqualTo(new Color(204, 204, 204));
    }
}
