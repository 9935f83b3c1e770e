package org.plainfact.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static Provenance of(Status status, String asOf, String... sources) {
        return new Provenance(
                status, asOf.isEmpty() ? Optional.empty() : Optional.of(asOf), new TreeSet<>(List.of(sources)));
    }

    @Test
    void a_derived_value_has_the_weakest_status_the_oldest_date_and_all_sources() {
        assertThat(of(Status.MEASURED, "2025-09", "b", "a").with(of(Status.NOTIONAL, "2024", "c", "a")))
                .isEqualTo(of(Status.NOTIONAL, "2024", "a", "b", "c"));
    }

    @Test
    void a_date_is_kept_where_the_other_has_none() {
        assertThat(of(Status.SPEC, "2025").with(of(Status.SPEC, "")).asOf()).contains("2025");
        assertThat(of(Status.SPEC, "").with(of(Status.SPEC, "2025")).asOf()).contains("2025");
    }

    @Test
    void the_order_of_what_is_joined_does_not_matter() {
        Provenance a = of(Status.STATED, "2025-09-30", "a");
        Provenance b = of(Status.PLANNED, "2025-09", "b");
        assertThat(a.with(b)).isEqualTo(b.with(a));
    }

    @Test
    void every_status_is_known_by_its_word() {
        for (Status status : Status.values()) {
            assertThat(Status.of(status.word())).contains(status);
        }
        assertThat(Status.of("Measured")).isEmpty();
    }
}
