package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.source.Severity;

class FormulaTest {
    @TempDir
    Path folder;

    Project project;

    @BeforeEach
    void make() {
        project = new Project(folder);
    }

    private Formula only() {
        Figures figures = project.figures();
        assertThat(project.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        return figures.formulas().getFirst();
    }

    @Test
    void an_input_that_the_expression_does_not_use_is_a_warning() {
        project.formula("area", "max(-width^2, width * height)", "m²", "width: m, height: m, depth: m");
        assertThat(project.problems())
                .singleElement()
                .asString()
                .endsWith("the expression does not use the input \"depth\" [unused-input]");
    }

    @Test
    void an_expression_is_written_with_the_symbols_of_its_inputs() {
        project.records("formulas", """
                {"id": "per-area", "title": "Heat per area", "symbol": "q", "expression": "heat * use / (area * 2)", "unit": "W/m²",
                 "inputs": [{"name": "heat", "symbol": "Q", "title": "heat", "unit": "kW"},
                            {"name": "use", "symbol": "U", "title": "use", "unit": "ratio"},
                            {"name": "area", "symbol": "A_floor", "title": "area", "unit": "m²"}]}""");
        Formula formula = only();
        assertThat(formula.readable()).isEqualTo("Q · U ÷ (A_floor · 2)");
        assertThat(formula.mathml())
                .isEqualTo(
                        "<math><mrow><mi>q</mi><mo>=</mo><mfrac><mrow><mi>Q</mi><mo>·</mo><mi>U</mi></mrow>"
                                + "<mrow><msub><mi>A</mi><mi>floor</mi></msub><mo>·</mo><mn>2</mn></mrow></mfrac></mrow></math>");
        assertThat(formula.mathmlInWords())
                .isEqualTo(
                        "<math><mrow><mtext>Heat per area</mtext><mo>=</mo><mfrac>"
                                + "<mrow><mtext>heat</mtext><mo lspace=\"0.4em\" rspace=\"0.4em\">·</mo><mtext>use</mtext></mrow>"
                                + "<mrow><mtext>area</mtext><mo lspace=\"0.4em\" rspace=\"0.4em\">·</mo><mn>2</mn></mrow></mfrac></mrow></math>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a - (b - a)        | a − (b − a)
            a - b + a          | a − b + a
            a / b * a          | (a ÷ b) · a
            a / (b / a)        | a ÷ (b ÷ a)
            a / b / a          | (a ÷ b) ÷ a
            -a ^ 2 / b         | −a² ÷ b
            (-a) ^ 2 / b       | (−a)² ÷ b
            (a + b) ^ 2 / a    | (a + b)² ÷ a
            (a * b) ^ (1/2)    | (a · b)^(1/2)
            a ^ (-1) * a * a   | a⁻¹ · a · a
            sqrt(a * b)        | √(a · b)
            sqrt(a) * sqrt(b)  | √a · √b
            min(a, b) + max(a, b, 3) | min(a; b) + max(a; b; 3)
            abs(a - b)         | '|a − b|'
            floor(a) - ceil(b) | ⌊a⌋ − ⌈b⌉
            1000000 * a * 2.50 | 1,000,000 · a · 2.5
            a * 31556925.97471 | a · 31,556,925.97471
            3 / 6e20 * a       | (3 ÷ (6 × 10²⁰)) · a
            (6e20 * a) ^ 2     | (6 × 10²⁰ · a)²
            6e20 ^ 2 / a       | (6 × 10²⁰)² ÷ a
            """)
    void what_is_written_can_be_read_in_one_way_only(String expression, String readable) {
        project.formula("f", expression, "ratio", "a: ratio, b: ratio");
        assertThat(only().readable()).isEqualTo(readable);
    }

    @Test
    void mathml_is_escaped() {
        project.records("formulas", """
                {"id": "f", "title": "f", "expression": "a ^ 0.5 * a ^ (-2) * sqrt(a)", "unit": "1/m",
                 "inputs": [{"name": "a", "symbol": "<b>&_x^2", "title": "a", "unit": "m"}]}""");
        String symbol = "<msubsup><mi>&lt;b&gt;&amp;</mi><mi>x</mi><mn>2</mn></msubsup>";
        assertThat(only().mathml())
                .isEqualTo("<math><mrow><msup><mrow>" + symbol
                        + "</mrow><mrow><mn>1</mn><mo>/</mo><mn>2</mn></mrow></msup>"
                        + "<mo>·</mo><msup><mrow>" + symbol + "</mrow><mrow><mo>−</mo><mn>2</mn></mrow></msup>"
                        + "<mo>·</mo><msqrt>" + symbol + "</msqrt></mrow></math>");
    }

    @Test
    void a_result_of_another_dimension_is_told_with_both() {
        project.formula("f", "power / area", "kWh", "power: W, area: m²");
        assertThat(project.problems())
                .singleElement()
                .asString()
                .startsWith("data/formulas.json:2:42: ")
                .contains("\"kWh\"", "J", "W·m⁻²", "[dimension]");
    }

    @Test
    void a_sum_of_unlike_units_is_told_at_its_sign_with_both_units() {
        project.formula("f", "power + area", "W", "power: W, area: m²");
        assertThat(project.problems())
                .singleElement()
                .asString()
                .startsWith("data/formulas.json:2:48: ")
                .contains("\"W\" (W)", "\"m²\" (m²)", "added");
    }

    @Test
    void units_of_one_dimension_may_be_mixed() {
        project.formula("f", "max(power, 2 * small) - small", "MW", "power: kW, small: W");
        assertThat(project.rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\"x\\\"",
                "a[0]",
                "a == a",
                "PI",
                "true",
                "random()",
                "2a",
                "a.b",
                "0x10",
                "min(a,)",
                "a ^ a",
                "a ^ 0.1234567",
                "",
                "(",
                "a)",
                "a +",
                "sqrt(a, a)",
                "SQRT(a)",
                "1e999",
                "a; a",
                "+a",
                "a ^ -2"
            })
    void what_no_formula_needs_is_refused(String expression) {
        project.formula("f", expression, "ratio", "a: ratio");
        assertThat(project.findings()).isEmpty();
        assertThat(project.rules()).hasSize(1);
        assertThat(project.findings().getFirst().hint()).isPresent();
    }

    @Test
    void an_operator_with_nothing_before_a_comma_is_refused() {
        project.formula("f", "max((-,5))", "ratio", "");
        assertThat(project.problems())
                .containsExactly("data/formulas.json:2:42: the expression cannot be read [expression]");
    }

    @Test
    void an_expression_nested_too_deeply_or_too_long_is_refused() {
        project.formula("f", "(".repeat(400) + "a" + ")".repeat(400), "ratio", "a: ratio");
        assertThat(project.rules()).isEmpty();
        project.formula("f", "-".repeat(400) + "a", "ratio", "a: ratio");
        assertThat(project.rules()).containsExactly("expression");
        project.formula("f", "a" + "+a".repeat(600), "ratio", "a: ratio");
        assertThat(project.rules()).hasSize(2);
        project.formula("f", "max(a" + ", a".repeat(400) + ")", "ratio", "a: ratio");
        assertThat(project.rules()).hasSize(3);
    }

    @Test
    void an_unknown_name_in_an_expression_is_told_with_the_nearest_input() {
        project.formula("f", "heat / aera", "W/m²", "heat: W, area: m²");
        project.figures();
        assertThat(project.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unknown-input");
            assertThat(finding.span().column()).isEqualTo(49);
            assertThat(finding.hint()).hasValue("did you mean \"area\"?");
        });
    }

    @Test
    void a_second_input_of_a_name_is_refused() {
        project.formula("f", "a", "W", "a: W, a: W");
        assertThat(project.rules()).containsExactly("duplicate-name");
    }

    @Test
    void an_unknown_source_of_a_formula_is_told() {
        project.formula("f", "a", "W", "a: W", "\"sources\": [\"shet\", \"meter\"]");
        project.figures();
        assertThat(project.findings())
                .filteredOn(finding -> finding.rule().equals("unknown-source"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.problem()).contains("\"shet\""));
    }
}
