package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which figures readers will see otherwise. */
class FigureChangeTest {
    private static Optional<byte[]> ledger(String... figures) {
        return Optional.of(("{\"figures\": [" + String.join(",", figures) + "]}").getBytes(UTF_8));
    }

    private static String figure(String id, String display, String unit) {
        return "{\"id\":\"%s\",\"display\":\"%s\",\"unit\":\"%s\"}".formatted(id, display, unit);
    }

    @Test
    void changed_new_and_lost_figures_are_told_and_others_not() {
        var changes = FigureChange.between(
                ledger(
                        figure("a.b", "1", "kW"),
                        figure("c.d", "2", "m"),
                        figure("e.f", "3", "s"),
                        figure("u.v", "5", "kW")),
                ledger(
                        figure("a.b", "2", "kW"),
                        figure("c.d", "2", "m"),
                        figure("g.h", "4", "s"),
                        figure("u.v", "5", "W")));

        assertThat(changes)
                .containsExactly(
                        new FigureChange("a.b", Optional.of("1 kW"), Optional.of("2 kW")),
                        new FigureChange("e.f", Optional.of("3 s"), Optional.empty()),
                        new FigureChange("g.h", Optional.empty(), Optional.of("4 s")),
                        new FigureChange("u.v", Optional.of("5 kW"), Optional.of("5 W")));
    }

    @Test
    void a_ledger_that_is_unreadable_has_no_figures_and_a_site_that_is_not_live_changes_none() {
        Optional<byte[]> one = ledger(figure("a.b", "1", "kW"));

        assertThat(FigureChange.between(Optional.empty(), one)).isEmpty();
        assertThat(FigureChange.between(Optional.of("{".getBytes(UTF_8)), one)).hasSize(1);
        assertThat(FigureChange.between(one, one)).isEmpty();
    }
}
