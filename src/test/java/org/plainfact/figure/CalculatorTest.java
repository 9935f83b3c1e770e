package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainfact.data.Json;

class CalculatorTest {
    private static final String POWER =
            "{\"input\": \"power\", \"low\": 1, \"high\": 10, \"step\": 0.5, \"note\": \"As drawn.\"}";
    private static final String PUMP = """
            {"choice": "pump", "title": "Pump", "rows": {"collection": "pumps"}, "inputs": {"heat": "heat"}}""";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void pumps() {
        project = new Project(folder)
                .records(
                        "pumps",
                        pump("alpha", "\"value\": 9, \"unit\": \"kW\"", "dry"),
                        pump("beta", "\"low\": 8000, \"high\": 10000, \"unit\": \"W\"", "dry"),
                        pump("gamma", "\"value\": null, \"unit\": \"kW\"", "wet"))
                .records(
                        "formulas",
                        Project.formulaRecord("cop", "heat / power", "ratio", "heat: kW, power: kW"),
                        Project.formulaRecord("gain", "heat / (heat / power - 2)", "kW", "heat: kW, power: kW"),
                        Project.formulaRecord("twice", "2 * cop", "ratio", "cop: ratio"))
                .records("calculations", """
                        {"id": "work", "title": "Alpha at work",
                         "inputs": {"heat": "alpha.heat", "power": {"value": 3, "unit": "kW", "title": "power drawn",
                          "status": "stated", "sources": ["sheet"]}, "wide": {"low": 1, "high": 2, "unit": "kW",
                          "status": "stated", "sources": ["sheet"]}},
                         "outputs": {"cop": {"formula": "cop"}, "gain": {"formula": "gain"}, "twice": {"formula": "twice"},
                          "wide-cop": {"formula": "cop", "inputs": {"power": "wide"}}},
                         "not-for": "a year"}""");
    }

    private static String pump(String id, String heat, String mode) {
        return """
                {"id": "%s", "title": "Pump %s", "mode": "%s", "weight": {"value": 9, "unit": "kg", "status": "stated", "sources": ["sheet"]},
                 "heat": {%s, "title": "heat", "status": "measured", "sources": ["meter"], "qualifiers": {"air": "%s"}}}""".formatted(id, id, mode, heat, mode);
    }

    private Project declared(String controls, String results) {
        return project.file("data/calculators/a-pump.json", """
                {"id": "a-pump", "title": "A pump", "calculation": "work",
                 "controls": [%s], "results": [%s], "not-for": "which pump to buy"}""".formatted(controls, results));
    }

    private Calculator calculator(String controls, String results) {
        return declared(controls, results).figures().calculator("a-pump").orElseThrow();
    }

    private static String nodes(Calculator calculator) {
        return Json.read("script", calculator.script()) instanceof Map<?, ?> script
                ? Json.write(script.get("nodes"))
                : "none";
    }

    @Test
    void it_begins_with_the_calculation() {
        Calculator calculator = calculator(POWER + ", " + PUMP, "\"cop\"");

        assertThat(project.findings()).isEmpty();
        assertThat(calculator.subject()).isEqualTo("Alpha at work");
        assertThat(calculator.results()).singleElement().satisfies(result -> {
            assertThat(result.figure().text()).isEqualTo("3.000");
            assertThat(result.figure().notFor()).contains("a year");
            assertThat(result.qualifiers()).isEqualTo("air: dry");
        });
        assertThat(calculator.controls()).extracting(Calculator.Control::title).containsExactly("power drawn", "Pump");
        assertThat(calculator.controls().getFirst().dial())
                .contains(new Calculator.Dial("1", "10", "0.5", "3", "1 to 10"));
        assertThat(calculator.controls().getLast().options())
                .extracting(option -> option.id() + (option.start() ? " at first" : ""))
                .containsExactly("alpha at first", "beta", "gamma");
    }

    @Test
    void the_script_has_the_formula_in_postfix_notation_and_the_factors_between_units() {
        assertThat(nodes(calculator(POWER + ", " + PUMP, "\"twice\"")))
                .contains("\"code\":[\"x0\",\"x1\",\"/\"]", "{\"W\":0.001}", "\"code\":[2,\"x0\",\"*\"]");
    }

    @Test
    void what_nothing_moves_is_a_value_in_the_script() {
        assertThat(nodes(calculator(PUMP, "\"cop\""))).contains("{\"range\":[3,3],\"unit\":\"kW\"");
    }

    @Test
    void every_operation_has_a_word() throws MalformedExpression {
        List<Formula.Parameter> inputs = List.of(
                new Formula.Parameter("x", "x", "x", project.dataset().units().one()));
        Node tree = new ExpressionReader(java.util.Set.of("x"))
                .read("-x + sqrt(x) - abs(x) * floor(x) / ceil(x) + min(x, 1, 2) + max(x, 3) + x^(-3/2)");

        List<Object> code = Program.of(
                        tree,
                        inputs,
                        project.dataset().units().one(),
                        project.dataset().units())
                .code();

        assertThat(code)
                .containsSequence("x0", "negate", "x0", "sqrt", "+")
                .containsSequence("x0", "abs", "x0", "floor", "*", "x0", "ceil", "/", "-")
                .containsSequence("x0", 1L, "min", 2L, "min")
                .containsSequence("x0", -3, 2, "power");
    }

    @Test
    void a_script_cannot_end_its_element() {
        project.records("pumps", pump("alpha", "\"value\": 9, \"unit\": \"kW\"", "</script><b>"));

        assertThat(calculator(PUMP, "\"cop\"").script()).doesNotContain("<").contains("\\u003c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"input": "powr", "low": 1, "high": 2, "step": 1}                     | the calculation "work" has no input "powr" [unknown-input]
            {"input": "cop", "low": 1, "high": 2, "step": 1}                      | the calculation "work" has no input "cop" [unknown-input]
            {"input": "power", "low": 4, "high": 9, "step": 1}                    | the calculation begins with 3, which is no step between 4 and 9 [calculator-start]
            {"input": "power", "low": 0.5, "high": 9, "step": 1}                  | the calculation begins with 3, which is no step between 0.5 and 9 [calculator-start]
            {"input": "power", "low": 9, "high": 1, "step": 1}                    | from 9 to 1 there are no steps of 1 [calculator-bounds]
            {"input": "power", "low": 1, "high": 9, "step": 0}                    | from 1 to 9 there are no steps of 0 [calculator-bounds]
            {"input": "power", "low": 1, "high": "9", "step": 1}                  | "high" must be a number [wrong-kind]
            {"input": "wide", "low": 1, "high": 9, "step": 1}                     | work.wide is 1 – 2 kW; a reader moves one value [calculator-start]
            {"input": "power", "low": 0, "high": 9, "step": 1}                    | within the bounds work.cop cannot be computed: division by a range that holds zero: 0 to 9 [calculator-bounds]
            {"choice": "p", "title": "P", "rows": ["beta"], "inputs": {"heat": "heat"}} | the calculation begins with alpha.heat, which is not one of the records to choose from [calculator-start]
            {"choice": "p", "title": "P", "rows": ["alpha"], "inputs": {"heat": "haet"}} | "alpha" has no figure "haet" [unknown-figure]
            {"choice": "p", "title": "P", "rows": ["alpha"], "inputs": {"heat": "weight"}} | alpha.weight is in "kg", but alpha.heat in "kW" [dimension]
            {"choice": "p", "title": "P", "rows": ["alhpa"], "inputs": {"heat": "heat"}} | there is no record "alhpa" [unknown-record]
            {"choice": "p", "title": "P", "rows": ["alpha"], "inputs": {"heat": "heat"}, "alike": {"m": "mood"}} | "alpha" has no text "mood" [unknown-field]
            """)
    void a_control_that_cannot_be_used_is_told_at_its_place(String control, String problem) {
        assertThat(declared(control, "\"cop\"").problems())
                .singleElement()
                .asString()
                .startsWith("data/calculators/a-pump.json:2:")
                .endsWith(problem);
        assertThat(project.figures().calculator("a-pump")).isEmpty();
        assertThat(project.figures().calculators()).containsExactly("a-pump");
    }

    @Test
    void an_input_is_moved_once() {
        assertThat(declared(POWER + ", " + POWER, "\"cop\"").rules()).containsExactly("duplicate-name");
    }

    @Test
    void a_result_is_an_output_of_the_calculation() {
        assertThat(declared(POWER, "\"cpo\"").problems())
                .singleElement()
                .asString()
                .contains("the calculation \"work\" has no output \"cpo\" [unknown-output]");
    }

    @Test
    void all_that_can_be_set_must_be_computable_not_only_the_ends_of_the_bounds() {
        assertThat(declared(POWER, "\"gain\"").problems())
                .singleElement()
                .asString()
                .contains("within the bounds work.gain cannot be computed: division by a range that holds zero");
    }

    @Test
    void one_without_a_calculation_is_told_with_the_nearest() {
        project.file("data/calculators/a-pump.json", """
                {"id": "a-pump", "title": "A pump", "calculation": "wrok", "controls": [], "results": [], "not-for": "x"}""");

        assertThat(project.problems()).singleElement().asString().contains("there is no calculation \"wrok\"");
    }

    @Test
    void a_calculation_that_is_broken_is_told_once() {
        project.records("formulas", Project.formulaRecord("cop", "heat / ", "ratio", "heat: kW, power: kW"));

        assertThat(declared(POWER, "\"cop\"").rules())
                .doesNotContain("calculator-bounds")
                .contains("expression");
        assertThat(project.figures().calculator("a-pump")).isEmpty();
    }

    @Test
    void a_file_is_called_as_its_calculator_is() {
        project.file("data/calculators/other.json", "{\"id\": \"a-pump\"}");

        assertThat(project.rules()).contains("id-form");
    }
}
