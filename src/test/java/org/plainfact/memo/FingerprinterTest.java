package org.plainfact.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

class FingerprinterTest {
    private static final SourceSpan HERE = new SourceSpan("a.md", 1, 2);
    private static final SourceSpan BELOW = new SourceSpan("a.md", 3, 4);

    private final Fingerprinter exact = new Fingerprinter(true, Set.of(Heavy.class), Map.of());
    private final Fingerprinter shown = new Fingerprinter(false, Set.of(Heavy.class), Map.of());

    private record Light(String name, List<Object> items) {}

    private record Other(String name, List<Object> items) {}

    private record Heavy(String name, SourceSpan place) {}

    /** Values of which no two are alike. */
    private static List<Object> distinct() {
        return List.of(
                "",
                "a",
                "ab",
                List.of("a", "b"),
                List.of("ab"),
                List.of(List.of("a"), "b"),
                List.of(List.of("a", "b")),
                List.of(),
                Optional.empty(),
                Optional.of("a"),
                Optional.of(Optional.of("a")),
                1,
                1L,
                1.0,
                -0.0,
                0.0,
                true,
                false,
                Severity.ERROR,
                Severity.WARNING,
                new Light("a", List.of()),
                new Other("a", List.of()),
                new Light("", List.of("a")),
                new Light("a", List.of("b", Optional.empty())),
                new Heavy("a", HERE),
                new Heavy("b", HERE),
                List.of(new Heavy("a", HERE)),
                Map.of("a", "b"),
                Map.of("b", "a"),
                new TreeMap<>(Map.of("a", List.of("b"))),
                new java.math.BigDecimal("1.0"),
                new java.math.BigDecimal("1.00"));
    }

    @Test
    void different_values_have_different_fingerprints_and_are_not_the_same() {
        List<Object> values = distinct();
        for (int i = 0; i < values.size(); i++) {
            for (int k = 0; k < values.size(); k++) {
                Object one = values.get(i);
                Object other = distinct().get(k);
                assertThat(exact.of(one).equals(exact.of(other)))
                        .as("%s, %s", one, other)
                        .isEqualTo(i == k);
                assertThat(exact.same(one, other)).as("%s, %s", one, other).isEqualTo(i == k);
            }
        }
    }

    @Test
    void places_count_only_where_they_are_wanted() {
        assertThat(exact.of(new Heavy("a", HERE))).isNotEqualTo(exact.of(new Heavy("a", BELOW)));
        assertThat(exact.same(new Heavy("a", HERE), new Heavy("a", BELOW))).isFalse();
        assertThat(shown.of(new Heavy("a", HERE))).isEqualTo(shown.of(new Heavy("a", BELOW)));
        assertThat(shown.same(new Heavy("a", HERE), new Heavy("a", BELOW))).isTrue();
    }

    @Test
    void another_file_counts_always() {
        assertThat(shown.of(HERE)).isNotEqualTo(shown.of(new SourceSpan("b.md", 1, 2)));
    }

    /** The order of the JDK's own immutable maps differs from run to run; that of others may decide what is printed. */
    @Test
    void the_order_of_a_map_counts_where_it_has_one() {
        Map<String, String> one = new LinkedHashMap<>(Map.of("a", "1"));
        one.put("b", "2");
        Map<String, String> other = new LinkedHashMap<>(Map.of("b", "2"));
        other.put("a", "1");

        assertThat(exact.of(one)).isNotEqualTo(exact.of(other));
        assertThat(exact.of(Map.copyOf(one))).isEqualTo(exact.of(Map.copyOf(other)));
        assertThat(exact.of(Set.of("x", "y"))).isEqualTo(exact.of(Set.of("y", "x")));
    }

    @Test
    void a_list_is_a_list_whatever_its_class() {
        assertThat(exact.of(new ArrayList<>(List.of("a")))).isEqualTo(exact.of(List.of("a")));
        assertThat(exact.same(new ArrayList<>(List.of("a")), List.of("a"))).isTrue();
    }

    /** Stored fingerprints are compared with those of later runs. */
    @Test
    void a_fingerprint_is_the_same_in_every_run() {
        assertThat(exact.of(List.of("a", 1, Optional.of(HERE), Severity.ERROR)))
                .isEqualTo(new Fingerprint(-5163397679727304527L, 3525412217977218344L));
    }

    @Test
    void a_value_with_a_form_is_what_the_form_says() {
        Fingerprinter formed =
                new Fingerprinter(true, Set.of(), Map.of(StringBuilder.class, value -> List.of(value.toString())));

        assertThat(formed.of(new StringBuilder("a"))).isEqualTo(formed.of(new StringBuilder("a")));
        assertThat(formed.same(new StringBuilder("a"), new StringBuilder("b"))).isFalse();
    }

    @Test
    void what_is_no_plain_content_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exact.of(List.of(new StringBuilder())))
                .withMessageContaining("java.lang.StringBuilder");
    }
}
