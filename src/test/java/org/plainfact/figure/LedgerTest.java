package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    Project project;

    @BeforeEach
    void make() {
        project = new Project(folder)
                .records(
                        "formulas",
                        Project.formulaRecord("performance", "heat / power", "ratio", "heat: kW, power: kW"),
                        Project.formulaRecord("half", "cop / 2", "ratio", "cop: ratio"))
                .records("heaters", """
                        {"id": "heater", "title": "A heater", "provenance": {"status": "measured", "as-of": "2025-03", "sources": ["meter"]},
                         "heat": {"value": 8, "unit": "kW", "title": "heat given", "qualifiers": {"basis": "wall"}},
                         "power": {"low": 2, "high": 2.5, "unit": "kW"}, "unused": {"value": 1, "unit": "kW"}}""")
                .records("calculations", """
                        {"id": "calc", "title": "Calculation", "inputs": {"heat": "heater.heat", "power": "heater.power"},
                         "outputs": {"cop": {"formula": "performance", "not-for": "a forecast"}, "half": {"formula": "half"}}}""");
    }

    @Test
    void the_ledger_holds_what_is_used_and_all_that_it_is_computed_from() {
        Ledger ledger = Ledger.of(
                project.figures(),
                Map.of("calc.half", new TreeSet<>(List.of("/b/", "/a/")), "gone", new TreeSet<String>()));
        assertThat(project.findings()).isEmpty();
        assertThat(ledger.used())
                .extracting(line -> line.figure().address() + " " + line.usedOn())
                .containsExactly("calc.cop []", "calc.half [/a/, /b/]", "heater.heat []", "heater.power []");
    }

    @Test
    void a_line_traces_a_number_to_its_place_in_the_data() {
        Map<String, Object> json = Ledger.of(project.figures(), Map.of("calc.cop", new TreeSet<>(List.of("/a/"))))
                .json();
        assertThat(json.get("figures"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .first()
                .hasToString(
                        "{id=calc.cop, title=performance, subject=Calculation, low=3.2, high=4, unit=, display=3.2 – 4.0, "
                                + "status=measured, as-of=2025-03, sources=[meter], qualifiers={basis=wall}, not-for=a forecast, "
                                + "formula=performance, expression=heat / power, substituted=8 kW ÷ (2 – 2.5 kW), "
                                + "inputs=[{name=heat, figure=heater.heat, file=data/heaters.json, pointer=/records/0/heat}, "
                                + "{name=power, figure=heater.power, file=data/heaters.json, pointer=/records/0/power}], "
                                + "file=data/calculations.json, pointer=/records/0/outputs/cop, used-on=[/a/]}");
    }

    @Test
    void an_explanation_leads_from_the_value_to_the_source() {
        assertThat(String.join("\n", Explanation.of(project.figure("calc.cop"), project.dataset())))
                .isEqualTo("""
                calc.cop = 3.2 – 4.0
                ├─ Calculation: performance
                ├─ status: measured, as of 2025-03
                ├─ qualifiers: basis wall
                ├─ not for: a forecast
                ├─ formula performance: performance = heat ÷ power
                │  ├─ = 8 kW ÷ (2 – 2.5 kW)
                │  ├─ heat, heat: heater.heat = 8 kW
                │  │  ├─ A heater: heat given
                │  │  ├─ status: measured, as of 2025-03
                │  │  ├─ qualifiers: basis wall
                │  │  ├─ source meter: Field test, Institute, 2025-03, https://example.org/test
                │  │  └─ in data/heaters.json:3:10 /records/0/heat
                │  └─ power, power: heater.power = 2 – 2.5 kW
                │     ├─ A heater: power
                │     ├─ status: measured, as of 2025-03
                │     ├─ source meter: Field test, Institute, 2025-03, https://example.org/test
                │     └─ in data/heaters.json:4:11 /records/0/power
                └─ in data/calculations.json:3:21 /records/0/outputs/cop""");
    }

    @Test
    void a_figure_that_is_used_twice_is_explained_once() {
        project.formula("square", "a * b", "kW^2", "a: kW, b: kW");
        project.records("calculations", """
                {"id": "calc", "inputs": {"a": "heater.heat"}, "outputs": {"area": {"formula": "square", "inputs": {"b": "a"}}}}""");
        assertThat(Explanation.of(project.figure("calc.area"), project.dataset()))
                .filteredOn(line -> line.contains("(as above)"))
                .singleElement()
                .asString()
                .endsWith("b, b: heater.heat = 8 kW (as above)");
    }
}
