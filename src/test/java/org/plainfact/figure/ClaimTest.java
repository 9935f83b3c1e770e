package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
    private static final String INPUTS =
            "{\"small\": \"a.size\", \"big\": \"b.size\", \"wide\": \"c.size\", \"none\": \"d.size\"}";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void homes() {
        project = new Project(folder)
                .records(
                        "homes",
                        home("a", "\"value\": 1, \"unit\": \"kW\"", "wall"),
                        home("b", "\"value\": 2000, \"unit\": \"W\"", "wall"),
                        home("c", "\"low\": 1.5, \"high\": 2.5, \"unit\": \"kW\"", "wall"),
                        home("d", "\"value\": null, \"unit\": \"kW\"", "wall"),
                        home("e", "\"value\": 9, \"unit\": \"kW\"", "nameplate"),
                        home("f", "\"value\": 3, \"unit\": \"kWh\"", "wall"))
                .file("data/tables/sizes.json", table("a", "b", "c"));
    }

    private static String home(String id, String value, String basis) {
        return """
                {"id": "%s", "title": "Home %s", "size": {%s, "status": "measured", "sources": ["meter"],
                 "qualifiers": {"power-basis": "%s"}}}""".formatted(id, id.toUpperCase(java.util.Locale.ROOT), value, basis);
    }

    private static String table(String... rows) {
        return """
                {"id": "sizes", "title": "Sizes", "rows": ["%s"], "not-for": "anything",
                 "columns": [{"text": "title", "title": "Home"}, {"figure": "size", "title": "Size", "unit": "kW"}]}""".formatted(String.join("\", \"", rows));
    }

    private Claim claim(String inputs, String predicate, String more) {
        project.records("claims", """
                {"id": "said", "title": "It is so", "words": ["so"], "inputs": %s, "predicate": %s%s}""".formatted(inputs, predicate, more.isEmpty() ? "" : ", " + more));
        return project.figures().claim("said").orElseThrow();
    }

    /** Bound are only the inputs that the predicate names. */
    private static String used(String predicate) {
        StringBuilder inputs = new StringBuilder();
        for (String input : INPUTS.substring(1, INPUTS.length() - 1).split(", ")) {
            String name = input.substring(1, input.indexOf('"', 1));
            if (predicate.contains(name)) {
                inputs.append(inputs.isEmpty() ? "" : ", ").append(input);
            }
        }
        return "{" + inputs + "}";
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            big > small,                HOLDS
            big > 2 * small,            FAILS
            big >= 2 * small,           HOLDS
            small < big,                HOLDS
            small <= 0.5 * big,         HOLDS
            small < 0.5 * big,          FAILS
            3 * small > big + 0.1*big,  HOLDS
            wide > small,               HOLDS
            wide > big,                 UNDECIDED
            wide >= 1.5 * small,        HOLDS
            wide > 1.5 * small,         UNDECIDED
            wide > 2.5 * small,         FAILS
            wide >= 2.5 * small,        UNDECIDED
            none > small,               UNDECIDED
            big / small ~ 2,            HOLDS
            big / small ~ 2.1,          HOLDS
            big / small ~ 2.3,          FAILS
            wide ~ big,                 UNDECIDED
            wide ~ 2.5 * small,         UNDECIDED
            wide ~ 4 * small,           FAILS
            -big ~ -2 * small,          HOLDS
            small - small ~ 0 * small,  UNDECIDED
            """)
    void holds_only_where_it_holds_for_every_value_in_the_ranges(String predicate, Verdict verdict) {
        Claim claim = claim(used(predicate), "\"" + predicate + "\"", "\"within\": 0.05");

        assertThat(claim.verdict()).contains(verdict);
        assertThat(project.findings()).isEmpty();
    }

    @Test
    void noise_of_the_arithmetic_does_not_make_equal_sides_unlike() {
        assertThat(claim("{\"x\": 0.1, \"y\": 0.2, \"z\": 0.3}", "\"x + y <= z\"", "")
                        .verdict())
                .contains(Verdict.HOLDS);
    }

    @Test
    void a_list_of_predicates_holds_where_all_of_them_do() {
        String inputs = "{\"small\": \"a.size\", \"big\": \"b.size\"}";

        assertThat(claim(inputs, "[\"big > small\", \"big < 3 * small\"]", "").verdict())
                .contains(Verdict.HOLDS);
        assertThat(claim(inputs, "[\"big > small\", \"big > 3 * small\"]", "").verdict())
                .contains(Verdict.FAILS);
    }

    @Test
    void a_threshold_with_a_unit_and_a_source_is_an_input_like_any_other() {
        Claim claim = claim(
                "{\"size\": \"b.size\", \"limit\": {\"value\": 1.9, \"unit\": \"kW\", \"status\": \"assumption\"}}",
                "\"size > limit\"",
                "");

        assertThat(claim.verdict()).contains(Verdict.HOLDS);
        assertThat(claim.shown()).isEqualTo("2,000 W > 1.9 kW");
    }

    @Test
    void the_largest_of_a_column_is_larger_than_each_of_the_others() {
        String each =
                "\"each\": {\"name\": \"other\", \"table\": \"sizes\", \"column\": \"size\", \"except\": [\"%s\"]}";

        assertThat(claim("{\"top\": \"c.size\"}", "\"top > other\"", each.formatted("c"))
                        .verdict())
                .contains(Verdict.UNDECIDED);
        assertThat(claim("{\"top\": \"a.size\"}", "\"top < other\"", each.formatted("a"))
                        .verdict())
                .contains(Verdict.HOLDS);
        assertThat(claim("{\"top\": \"a.size\"}", "\"top > other\"", each.formatted("a"))
                        .verdict())
                .contains(Verdict.FAILS);
    }

    @Test
    void a_share_of_the_rows_may_be_enough_and_those_it_does_not_hold_for_are_named() {
        String each = "\"each\": {\"name\": \"size\", \"table\": \"sizes\", \"column\": \"size\", \"share\": %s}";
        String limit = "{\"limit\": {\"value\": 1.2, \"unit\": \"kW\", \"status\": \"assumption\"}}";

        assertThat(claim(limit, "\"size > limit\"", each.formatted("0.6")).verdict())
                .contains(Verdict.HOLDS);
        Claim all = claim(limit, "\"size > limit\"", each.formatted("1"));
        assertThat(all.verdict()).contains(Verdict.FAILS);
        assertThat(all.shown())
                .isEqualTo("size > 1.2 kW, which holds for 2 of 3 rows of the table \"sizes\"; not for: Home A, 1 kW");
    }

    @Test
    void a_row_that_is_not_stated_decides_nothing() {
        project.file("data/tables/sizes.json", table("b", "c", "d"));
        String each = "\"each\": {\"name\": \"size\", \"table\": \"sizes\", \"column\": \"size\", \"share\": %s}";

        assertThat(claim("{\"least\": \"a.size\"}", "\"size > least\"", each.formatted("1"))
                        .verdict())
                .contains(Verdict.UNDECIDED);
        assertThat(claim("{\"least\": \"a.size\"}", "\"size > least\"", each.formatted("0.6"))
                        .verdict())
                .contains(Verdict.HOLDS);
    }

    @Test
    void a_claim_rests_on_its_figures_and_their_sources() {
        Claim claim = claim("{\"small\": \"a.size\", \"big\": \"b.size\"}", "\"big > small\"", "");

        assertThat(claim.figures()).extracting(Figure::address).containsExactly("a.size", "b.size");
        assertThat(claim.provenance().sources()).containsExactly("meter");
        assertThat(claim.predicate()).isEqualTo("big > small");
    }

    @Test
    void words_are_the_same_in_upper_and_lower_case() {
        Claim claim = claim("{\"big\": \"b.size\", \"small\": \"a.size\"}", "\"big > small\"", "");

        assertThat(claim.saidAs("So")).isTrue();
        assertThat(claim.saidAs("so so")).isFalse();
    }

    private void refused(String inputs, String predicate, String more, String rule, String problem) {
        homes();
        Claim claim = claim(inputs, predicate, more);

        assertThat(claim.verdict()).isEmpty();
        assertThat(project.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.span().path()).isEqualTo("data/claims.json");
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.problem()).contains(problem);
        });
    }

    @Test
    void values_of_unlike_qualifiers_refuse_to_be_compared() {
        refused(
                "{\"wall\": \"b.size\", \"label\": \"e.size\"}",
                "\"label > wall\"",
                "",
                "unlike-qualifiers",
                "power-basis is \"wall\" for b.size but \"nameplate\" for e.size");
    }

    @Test
    void values_that_are_meant_to_differ_in_a_qualifier_can_be_compared() {
        assertThat(claim(
                                "{\"wall\": \"b.size\", \"label\": \"e.size\"}",
                                "\"label > wall\"",
                                "\"across\": [\"power-basis\"]")
                        .verdict())
                .contains(Verdict.HOLDS);
    }

    @Test
    void unlike_dimensions_cannot_be_compared() {
        refused("{\"x\": \"a.size\", \"y\": \"f.size\"}", "\"x < y\"", "", "dimension", "cannot be compared");
        refused("{\"x\": \"a.size\"}", "\"x < 3\"", "", "dimension", "cannot be compared");
    }

    @Test
    void a_predicate_compares_exactly_once() {
        refused("{\"x\": \"a.size\"}", "\"x\"", "", "expression", "nothing is compared");
        refused("{\"x\": \"a.size\"}", "\"x == x\"", "", "expression", "is no way to compare");
        refused("{\"x\": \"a.size\"}", "\"x < x < x\"", "", "expression", "cannot be read");
    }

    @Test
    void near_needs_a_tolerance() {
        refused("{\"x\": \"a.size\"}", "\"x ~ x\"", "", "expression", "how near is near");
        refused("{\"x\": \"a.size\"}", "\"x < 2 * x\"", "\"within\": 2", "wrong-kind", "from 0 to 1");
    }

    @Test
    void an_input_that_is_not_used_is_told() {
        refused("{\"x\": \"a.size\", \"y\": \"b.size\"}", "\"x < 2 * x\"", "", "unused-input", "does not use \"y\"");
    }

    @Test
    void an_unknown_input_figure_table_column_or_row_is_told() {
        String each = "\"each\": {\"name\": \"r\", \"table\": \"%s\", \"column\": \"%s\", \"except\": [\"%s\"]}";

        refused("{\"x\": \"a.size\"}", "\"x < y\"", "", "unknown-input", "\"y\"");
        refused("{\"x\": \"a.sise\"}", "\"x < 2 * x\"", "", "unknown-figure", "a.sise");
        refused("{\"x\": \"a.size\"}", "\"x < r\"", each.formatted("sises", "size", "a"), "unknown-table", "sises");
        refused("{\"x\": \"a.size\"}", "\"x < r\"", each.formatted("sizes", "sise", "a"), "unknown-column", "sise");
        refused("{\"x\": \"a.size\"}", "\"x < r\"", each.formatted("sizes", "size", "z"), "unknown-row", "\"z\"");
        refused("{\"x\": \"a.size\"}", "\"x < r\"", each.formatted("sizes", "title", "a"), "no-figures", "no figures");
    }

    @Test
    void a_division_by_zero_is_told() {
        refused("{\"x\": \"a.size\"}", "\"x / (x - x) > 1\"", "", "arithmetic", "division");
    }
}
