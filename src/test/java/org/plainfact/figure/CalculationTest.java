package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.data.Interval;
import org.plainfact.data.Status;
import org.plainfact.source.Finding;

class CalculationTest {
    private static final String HEATER = """
            {"id": "heater", "title": "A heater",
             "provenance": {"status": "measured", "as-of": "2025-03", "sources": ["meter"]},
             "heat": {"value": 8.2, "unit": "kW", "title": "heat given"},
             "power": {"low": 2000, "high": 2500, "unit": "W", "status": "stated", "as-of": "2024", "sources": ["sheet"],
                       "qualifiers": {"basis": "wall"}},
             "price": {"value": null, "unit": "kW"},
             "alias": {"ref": "heat"},
             "winter": {"id": "w", "heat": {"value": 9, "unit": "kW"}},
             "years": [{"id": "2024", "heat": {"value": 7, "unit": "kW"}}, {"heat": {"value": 1, "unit": "kW"}}]}""";

    private static final String RATIO = Project.formulaRecord(
            "performance", "heat / power", "ratio", "heat: W, power: W", "\"not-for\": \"other weather\"");

    @TempDir
    Path folder;

    Project project;

    @BeforeEach
    void make() {
        project = new Project(folder).records("heaters", HEATER).records("formulas", RATIO);
    }

    private void calculation(String rest) {
        project.records("calculations", "{\"id\": \"calc\", \"title\": \"A calculation\", " + rest + "}");
    }

    private Figure clean(String address) {
        Figure figure = project.figure(address);
        assertThat(project.findings()).isEmpty();
        return figure;
    }

    @Test
    void what_a_file_that_cannot_be_read_may_declare_is_not_told_as_unknown() {
        project.file("data/heaters.json", "{ broken")
                .records("calculations", """
                        {"id": "calc", "title": "C", "inputs": {"heat": "heater.heat", "power": "heater.power"},
                         "outputs": {"out": {"formula": "performance"}}}""")
                .file("data/tables/rows.json", """
                        {"id": "rows", "title": "Rows", "caption": "Rows", "rows": {"collection": "heaters"},
                         "columns": [{"figure": "heat", "title": "Heat"}], "not-for": "more"}""")
                .file("data/tables/listed.json", """
                        {"id": "listed", "title": "Rows", "caption": "Rows", "rows": ["heater"],
                         "columns": [{"figure": "heat", "title": "Heat"}], "not-for": "more"}""");
        project.figures();
        assertThat(project.findings()).extracting(Finding::rule).containsExactly("json-syntax");
    }

    @Test
    void formulas_in_a_file_that_cannot_be_read_are_not_told_as_unknown() {
        project.file("data/formulas.json", "{\"records\": [");
        calculation("\"inputs\": {\"heat\": \"heater.heat\"}, \"outputs\": {\"out\": {\"formula\": \"performance\"}}");
        project.figures();
        assertThat(project.findings()).extracting(Finding::rule).containsExactly("json-syntax");
    }

    @Test
    void what_the_schema_tells_is_not_told_again() {
        project.file("data/schema/calculations.schema.json", """
                {"properties": {"records": {"items": {"properties": {
                   "inputs": {"additionalProperties": {"type": "string"}},
                   "outputs": {"type": "object", "additionalProperties": {"type": "object", "required": ["formula"]}}
                }}}}}""");
        calculation("\"inputs\": {\"heat\": []}, \"outputs\": {\"out\": {\"formla\": \"performance\"}}");
        assertThat(project.rules()).containsExactly("schema", "schema");
    }

    @Test
    void a_recorded_value_keeps_the_zeros_that_are_written() {
        project.records("meters", """
                {"id": "m", "title": "M", "provenance": {"status": "measured", "sources": ["meter"]},
                 "point": {"value": 10.40, "unit": "kW"}, "whole": {"value": -500.0, "unit": "kW"},
                 "range": {"low": 1.10, "high": 1.50, "unit": "ratio"}, "same": {"low": 2.0, "high": 2.00, "unit": "ratio"},
                 "power": {"value": 5.0e3, "unit": "W"}, "zero": {"value": -0.0, "unit": "W"},
                 "long": {"value": 10400.9988793425, "unit": "W"}, "large": {"value": 1.20e21, "unit": "W"}}""");
        assertThat(clean("m.point").display()).isEqualTo("10.40");
        assertThat(clean("m.whole").display()).isEqualTo("−500.0");
        assertThat(clean("m.range").display()).isEqualTo("1.10 – 1.50");
        assertThat(clean("m.same").display()).isEqualTo("2.0");
        assertThat(clean("m.power").display()).isEqualTo("5,000");
        assertThat(clean("m.zero").display()).isEqualTo("0");
        assertThat(clean("m.long").display()).isEqualTo("10,400.99888");
        assertThat(clean("m.large").display()).isEqualTo("1.20 × 10²¹");
    }

    @Test
    void a_reference_to_itself_is_a_cycle() {
        project.records("loops", "{\"id\": \"loop\", \"a\": {\"ref\": \"a\"}, \"b\": {\"ref\": \"loop.b\"}}");
        assertThat(project.problems())
                .containsExactly(
                        "data/loops.json:2:21: \"a\" stands for itself [cycle]",
                        "data/loops.json:2:40: a figure depends on itself: loop.b → loop.b [cycle]");
    }

    @Test
    void a_recorded_value_is_a_figure_at_its_address() {
        Figure figure = clean("heater.heat");
        assertThat(figure.text()).isEqualTo("8.2 kW");
        assertThat(figure.title()).isEqualTo("heat given");
        assertThat(figure.subject()).isEqualTo("A heater");
        assertThat(figure.pointer()).isEqualTo("/records/0/heat");
        assertThat(figure.derived()).isFalse();
    }

    @Test
    void values_in_objects_and_in_items_with_an_id_have_addresses() {
        Figures figures = project.figures();
        assertThat(figures.of("heater"))
                .extracting(Figure::address)
                .containsExactly(
                        "heater.heat",
                        "heater.power",
                        "heater.price",
                        "heater.heat",
                        "heater.winter.heat",
                        "heater.years.2024.heat");
        assertThat(figures.find("heater.years.2024.heat").orElseThrow().pointer())
                .isEqualTo("/records/0/years/0/heat");
        assertThat(figures.addresses()).isSorted().contains("heater.alias");
    }

    @Test
    void a_ref_gives_the_figure_it_points_to() {
        assertThat(clean("heater.alias").address()).isEqualTo("heater.heat");
    }

    @Test
    void a_value_that_is_not_stated_is_an_absent_figure() {
        assertThat(clean("heater.price").absent()).isTrue();
        assertThat(clean("heater.price").display()).isEqualTo("not stated");
    }

    @Test
    void an_output_carries_its_working_and_what_it_must_not_be_used_for() {
        calculation("""
                "inputs": {"heat": "heater.heat", "power": "heater.power"},
                "outputs": {"cop": {"formula": "performance"}}""");
        Figure figure = clean("calc.cop");
        assertThat(figure.quantity().orElseThrow().range()).isEqualTo(new Interval(8200.0 / 2500, 8200.0 / 2000));
        assertThat(figure.display()).isEqualTo("3.2 – 4.1");
        assertThat(figure.working().orElseThrow().substituted()).isEqualTo("8.2 kW ÷ (2,000 – 2,500 W)");
        assertThat(figure.notFor()).hasValue("other weather");
        assertThat(figure.pointer()).isEqualTo("/records/0/outputs/cop");
    }

    @Test
    void a_result_has_the_weakest_status_the_oldest_date_and_all_sources() {
        calculation("""
                "inputs": {"heat": "heater.heat", "power": "heater.power"}, "outputs": {"cop": {"formula": "performance"}}""");
        Figure figure = clean("calc.cop");
        assertThat(figure.provenance().status()).isEqualTo(Status.STATED);
        assertThat(figure.provenance().asOf()).hasValue("2024");
        assertThat(figure.provenance().sources()).containsExactly("meter", "sheet");
        assertThat(figure.qualifiers().get("basis")).hasValue("wall");
    }

    @Test
    void the_status_of_a_calculation_is_the_strongest_a_result_can_have() {
        calculation("""
                "provenance": {"status": "notional"},
                "inputs": {"heat": "heater.heat", "power": "heater.power"}, "outputs": {"cop": {"formula": "performance"}}""");
        assertThat(clean("calc.cop").provenance().status()).isEqualTo(Status.NOTIONAL);
        assertThat(clean("calc.heat").provenance().status()).isEqualTo(Status.MEASURED);
    }

    @Test
    void an_output_may_use_another_and_have_a_unit_title_and_digits_of_its_own() {
        project.records(
                "formulas", RATIO, Project.formulaRecord("saved", "heat - heat / ratio", "W", "heat: W, ratio: ratio"));
        calculation("""
                "inputs": {"heat": "heater.heat"},
                "outputs": {
                  "saving": {"formula": "saved", "inputs": {"ratio": "cop"}, "unit": "kW", "digits": 3, "title": "Saved"},
                  "cop": {"formula": "performance", "inputs": {"power": 2}}}""");
        assertThat(project.rules()).containsExactly("dimension");
        calculation("""
                "inputs": {"heat": "heater.heat", "power": {"value": 4, "unit": "kW", "status": "assumption"}},
                "outputs": {
                  "saving": {"formula": "saved", "inputs": {"ratio": "cop"}, "unit": "kW", "digits": 3, "title": "Saved"},
                  "cop": {"formula": "performance"}}""");
        Project again = new Project(folder);
        Figure figure = again.figure("calc.saving");
        assertThat(again.findings()).isEmpty();
        assertThat(figure.title() + " " + figure.text()).isEqualTo("Saved 4.20 kW");
        assertThat(figure.provenance().status()).isEqualTo(Status.ASSUMPTION);
        assertThat(figure.working().orElseThrow().substituted()).isEqualTo("8.2 kW − 8.2 kW ÷ 2.050");
    }

    @Test
    void a_number_bound_to_an_input_is_a_pure_number() {
        project.formula("f", "heat * n", "kW", "heat: kW, n: count");
        calculation("""
                "inputs": {"heat": "heater.heat"}, "outputs": {"total": {"formula": "f", "inputs": {"n": 3}}}""");
        assertThat(clean("calc.total").text()).isEqualTo("24.60 kW");
        assertThat(clean("calc.total.n").display()).isEqualTo("3");
        assertThat(clean("calc.total.n").title()).isEqualTo("n");
        assertThat(clean("calc.total").provenance().status()).isEqualTo(Status.MEASURED);
    }

    @Test
    void an_absent_input_gives_an_absent_result() {
        calculation("""
                "inputs": {"heat": "heater.heat", "power": "heater.price"}, "outputs": {"cop": {"formula": "performance"}}""");
        Figure figure = clean("calc.cop");
        assertThat(figure.absent()).isTrue();
        assertThat(figure.working().orElseThrow().substituted()).isEqualTo("8.2 kW ÷ not stated");
    }

    @Test
    void an_absent_input_is_an_error_where_the_result_is_required() {
        calculation("""
                "required": true,
                "inputs": {"heat": "heater.heat", "power": "heater.price"}, "outputs": {"cop": {"formula": "performance"}}""");
        assertThat(project.problems()).singleElement().asString().contains("heater.price", "[absent-input]");
    }

    @Test
    void unlike_qualifiers_are_told_with_both_values_and_inputs() {
        calculation("""
                "inputs": {"heat": {"value": 1, "unit": "W", "status": "assumption", "qualifiers": {"basis": "chip"}},
                           "power": "heater.power"},
                "outputs": {"cop": {"formula": "performance"}, "next": {"formula": "performance", "inputs": {"heat": "cop"}}}""");
        assertThat(project.problems())
                .singleElement()
                .asString()
                .contains("\"chip\" for calc.heat", "\"wall\" for heater.power", "[unlike-qualifiers]");
    }

    @Test
    void across_lets_inputs_differ_and_the_result_does_not_say() {
        project.formula("performance", "heat / power", "ratio", "heat: W, power: W", "\"across\": [\"*\"]");
        calculation("""
                "inputs": {"heat": {"value": 1, "unit": "W", "status": "assumption", "qualifiers": {"basis": "chip", "year": "1"}},
                           "power": "heater.power"}, "outputs": {"cop": {"formula": "performance"}}""");
        assertThat(clean("calc.cop").qualifiers().values()).containsOnlyKeys("year");
    }

    @Test
    void requires_sets_and_drops_are_kept() {
        project.formula(
                "performance",
                "heat / power",
                "ratio",
                "heat: W, power: W",
                "\"requires\": {\"basis\": \"wall\"}, \"sets\": {\"season\": \"all\"}, \"drops\": [\"basis\"]");
        String inputs = """
                "inputs": {"heat": {"value": 1, "unit": "W", "status": "assumption", "qualifiers": {"season": "winter"}},
                           "power": "heater.power"}, "outputs": {"cop": {"formula": "performance"}}""";
        calculation(inputs);
        assertThat(clean("calc.cop").qualifiers().values()).hasToString("{season=all}");
        project.records("heaters", HEATER.replace("\"wall\"", "\"chip\""));
        assertThat(project.problems()).singleElement().asString().contains("\"wall\"", "\"chip\"", "[requires]");
    }

    @Test
    void a_cycle_is_told_once_with_its_whole_chain() {
        calculation("""
                "inputs": {"heat": "heater.heat"},
                "outputs": {"a": {"formula": "performance", "inputs": {"power": "b"}},
                            "b": {"formula": "performance", "inputs": {"power": "c"}},
                            "c": {"formula": "performance", "inputs": {"power": "a"}},
                            "d": {"formula": "performance", "inputs": {"power": "c"}}}""");
        assertThat(project.problems())
                .singleElement()
                .asString()
                .contains("calc.a → calc.b → calc.c → calc.a", "[cycle]");
    }

    @Test
    void refs_that_point_at_each_other_are_a_cycle() {
        project.records("rooms", """
                {"id": "room", "a": {"ref": "b"}, "b": {"ref": "room.a"}}""");
        assertThat(project.problems()).singleElement().asString().contains("[cycle]");
    }

    @Test
    void division_by_a_range_that_holds_zero_is_told_with_the_values() {
        calculation("""
                "inputs": {"heat": "heater.heat", "power": {"low": -1, "high": 1, "unit": "W", "status": "assumption"}},
                "outputs": {"cop": {"formula": "performance"}}""");
        assertThat(project.problems()).singleElement().asString().contains("8.2 kW ÷ (−1 – 1 W)", "[arithmetic]");
    }

    @Test
    void every_mistake_is_told_in_one_run_at_its_place() {
        project.records("rooms", """
                {"id": "room", "a": {"ref": "heater.haet"}, "b": {"ref": "heeter.heat"}, "c": {"ref": "heater.title"}}""");
        calculation("""
                "inputs": {"heat": "heater.heat", "area": {"value": 3, "unit": "m²", "status": "assumption"}, "flag": true},
                "outputs": {
                  "heat": {"formula": "performance", "inputs": {"power": "heater.power"}},
                  "p1": {"formula": "perfomance"},
                  "p2": {"formula": "performance"},
                  "p3": {"formula": "performance", "inputs": {"power": "area"}},
                  "p4": {"formula": "performance", "inputs": {"power": "heater.power", "pwer": 1}},
                  "p5": {"formula": "performance", "unit": "kW", "inputs": {"power": "heater.power"}}}""");
        assertThat(project.rules())
                .containsExactlyInAnyOrder(
                        "unknown-figure",
                        "unknown-record",
                        "unknown-figure",
                        "no-value",
                        "duplicate-name",
                        "unknown-formula",
                        "unbound-input",
                        "dimension",
                        "unknown-input",
                        "dimension");
        assertThat(project.findings())
                .filteredOn(finding -> finding.rule().equals("unknown-figure"))
                .first()
                .extracting(finding -> finding.hint().orElse(""))
                .isEqualTo("did you mean \"heater.heat\"?");
        assertThat(project.findings().stream()
                        .map(Finding::span)
                        .map(span -> span.path())
                        .distinct())
                .containsExactly("data/calculations.json", "data/rooms.json");
    }

    @Test
    void a_broken_formula_is_told_once_however_often_it_is_used() {
        project.formula("performance", "heat / pwoer", "ratio", "heat: W, power: W");
        calculation("""
                "inputs": {"heat": "heater.heat", "power": "heater.power"},
                "outputs": {"a": {"formula": "performance"}, "b": {"formula": "performance", "inputs": {"power": "a"}}}""");
        assertThat(project.rules()).containsExactly("unknown-input");
        assertThat(project.figure("calc.b").absent()).isTrue();
    }

    @Test
    void a_long_chain_is_computed_without_overflow() {
        project.formula("next", "x + 1", "count", "x: count");
        calculation("\"inputs\": {\"x0\": 0}, \"outputs\": {"
                + IntStream.rangeClosed(1, 20_000)
                        .map(i -> 20_001 - i)
                        .mapToObj(i ->
                                "\"x%d\": {\"formula\": \"next\", \"inputs\": {\"x\": \"x%d\"}}".formatted(i, i - 1))
                        .collect(Collectors.joining(","))
                + "}");
        long start = System.nanoTime();
        assertThat(clean("calc.x20000").quantity().orElseThrow().range()).isEqualTo(Interval.point(20_000));
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
        assertThat(Explanation.of(project.figure("calc.x20000"), project.dataset()))
                .hasSizeLessThan(500);
    }
}
