package org.plainfact.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void it_is_written_as_the_digits_that_it_was_read_from() {
        for (int i = 0; i < 1_000; i++) {
            String digits = Digests.sha256(("text " + i).getBytes(StandardCharsets.UTF_8));

            assertThat(Sha256.of(digits)).hasToString(digits);
        }
        assertThat(new Sha256(0, 1, -1, 0)).hasToString("0".repeat(31) + "1" + "f".repeat(16) + "0".repeat(16));
    }

    @Test
    void what_is_longer_shorter_or_has_no_such_digits_is_refused() {
        for (String wrong : List.of("", "-", "0".repeat(62), "0".repeat(66), "g".repeat(64))) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Sha256.of(wrong));
        }
    }
}
