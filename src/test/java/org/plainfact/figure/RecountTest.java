package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.data.Json;
import org.plainfact.source.Finding;
import org.plainfact.source.SourceFile;

/** What is altered in a published ledger is found by the name of the figure. */
class RecountTest {
    @TempDir
    Path folder;

    String ledger = "";

    @BeforeEach
    void publish() {
        Project project = new Project(folder)
                .records(
                        "formulas",
                        Project.formulaRecord(
                                "yearly",
                                "heat * hours / houses",
                                "kWh",
                                "heat: kW, hours: h, houses: ratio",
                                "\"sources\": [\"sheet\"]"),
                        Project.formulaRecord("unused", "a * a", "kW^2", "a: kW"),
                        Project.formulaRecord("half", "whole / 2", "kWh", "whole: kWh"),
                        Project.formulaRecord("root", "heat ^ (1/2)", "kW^(1/2)", "heat: kW"))
                .records("heaters", """
                        {"id": "heater", "title": "A heater", "provenance": {"status": "measured", "as-of": "2025-03", "sources": ["meter"]},
                         "heat": {"low": 2, "high": 2.5, "unit": "kW", "qualifiers": {"basis": "wall"}},
                         "loss": {"value": 1.10, "unit": "MW"}, "secret": {"value": null, "unit": "kW"},
                         "hours": {"value": 1800, "unit": "h"}}""")
                .records("calculations", """
                        {"id": "calc", "title": "Calculation", "provenance": {"status": "estimated"},
                         "inputs": {"heat": "heater.heat", "hours": "heater.hours", "houses": 3, "loss": "heater.loss", "secret": "heater.secret"},
                         "outputs": {"year": {"formula": "yearly", "unit": "MWh", "digits": 3},
                                     "half": {"formula": "half", "inputs": {"whole": "year"}},
                                     "root": {"formula": "root"},
                                     "unstated": {"formula": "root", "inputs": {"heat": "secret"}},
                                     "same": {"formula": "root", "inputs": {"heat": "loss"}}}}""");
        Figures figures = project.figures();
        assertThat(project.findings()).isEmpty();
        Map<String, SortedSet<String>> used = new TreeMap<>();
        figures.addresses().forEach(address -> used.put(address, new TreeSet<>(List.of("/a/"))));
        ledger = Json.pretty(Ledger.of(figures, used).json());
    }

    private static List<Finding> findings(String text) {
        return Recount.of(new SourceFile("figures.json", text)).findings();
    }

    private List<String> problems(String before, String after) {
        assertThat(ledger).contains(before);
        return findings(ledger.replace(before, after)).stream()
                .map(Finding::problem)
                .toList();
    }

    @Test
    void a_ledger_as_published_comes_out_again() {
        Recount.Result result = Recount.of(new SourceFile("figures.json", ledger));

        assertThat(result.findings()).isEmpty();
        assertThat(result.figures()).isEqualTo(10);
        assertThat(result.computed()).isEqualTo(5);
    }

    @Test
    void an_altered_result_is_found_with_what_it_should_be() {
        assertThat(problems("\"low\": 1.2,", "\"low\": 1.1,"))
                .contains("calc.year: \"low\" is 1.1, computed again 1.2");
    }

    @Test
    void an_altered_input_is_found_in_all_that_is_computed_from_it() {
        assertThat(problems("\"low\": 2,\n      \"high\": 2.5", "\"low\": 2,\n      \"high\": 2.6"))
                .anyMatch(problem -> problem.startsWith("calc.year: \"high\" is 1.5, computed again 1.56"))
                .anyMatch(problem -> problem.startsWith("calc.root: \"high\""))
                .contains("heater.heat: \"display\" is \"2 – 2.5\", computed again \"2 – 2.6\"")
                .noneMatch(problem -> problem.startsWith("calc.same"));
    }

    @Test
    void a_value_that_reads_otherwise_than_it_is_is_found() {
        assertThat(problems("\"display\": \"1.10\"", "\"display\": \"1.20\""))
                .contains("heater.loss: \"display\" is \"1.20\", computed again \"1.1\"");
    }

    @Test
    void an_altered_formula_is_found_in_its_results() {
        assertThat(problems(
                        "\"expression\": \"whole / 2\",\n      \"unit\"",
                        "\"expression\": \"whole / 3\",\n      \"unit\""))
                .anyMatch(problem -> problem.startsWith("calc.half: \"expression\" is"))
                .anyMatch(problem -> problem.startsWith("calc.half: \"low\" is"));
    }

    @Test
    void a_result_in_an_altered_unit_is_found() {
        assertThat(problems("\"unit\": \"MWh\"", "\"unit\": \"kWh\""))
                .anyMatch(problem -> problem.startsWith("calc.year: \"low\" is 1.2, computed again 1200"));
    }

    @Test
    void a_result_that_claims_a_better_status_than_its_inputs_is_found() {
        assertThat(problems("\"status\": \"estimated\"", "\"status\": \"measured\""))
                .contains("calc.year: \"status\" is \"measured\", computed again \"estimated\"");
    }

    @Test
    void a_source_or_qualifier_that_is_left_out_is_found() {
        assertThat(problems(",\n        \"sheet\"\n      ]", "\n      ]"))
                .contains("calc.year: \"sources\" is [\"meter\"], computed again [\"meter\",\"sheet\"]");
        assertThat(findings(ledger.replaceFirst("\"basis\": \"wall\"", "\"basis\": \"rack\"")))
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.startsWith("calc.half: \"qualifiers\""));
    }

    @Test
    void what_nobody_states_cannot_be_given_a_value() {
        assertThat(problems("\"id\": \"calc.unstated\",", "\"id\": \"calc.unstated\",\n      \"value\": 5,"))
                .containsExactly("calc.unstated: \"value\" is 5, computed again missing");
    }

    @Test
    void an_input_or_formula_that_is_missing_is_found() {
        assertThat(problems("\"figure\": \"heater.loss\"", "\"figure\": \"heater.los\""))
                .containsExactly("the figure \"calc.same\" cannot be read: its input heater.los is not in the ledger");
        assertThat(problems("\"formula\": \"half\"", "\"formula\": \"third\""))
                .containsExactly("the figure \"calc.half\" cannot be read: its formula \"third\" is not in the ledger");
    }

    @Test
    void a_finding_leads_to_the_line_of_the_ledger() {
        Finding finding = findings(ledger.replace("\"low\": 1.2,", "\"low\": 1.1,")).stream()
                .filter(it -> it.problem().startsWith("calc.year"))
                .findFirst()
                .orElseThrow();

        String line = ledger.lines().toList().get(finding.span().line() - 1);
        assertThat(line).contains("\"id\": \"calc.year\"");
    }

    @Test
    void a_last_digit_that_machines_may_differ_in_is_no_difference() {
        assertThat(ledger).contains("1.4142135623730951");
        assertThat(findings(ledger.replace("1.4142135623730951", "1.4142135623730954")))
                .isEmpty();
    }

    @Test
    void what_is_no_ledger_is_told_and_never_a_bug() {
        assertThat(List.of(
                        "",
                        "{",
                        "[]",
                        "{\"figures\": []}",
                        "{\"figures\": 1, \"formulas\": [], \"units\": []}",
                        "{\"figures\": [1, {}, {\"id\": 7}, {\"id\": \"x\"}], \"formulas\": [], \"units\": []}",
                        ledger.replace("\"low\": 2,", "\"low\": 20,"),
                        ledger.replace("\"low\": 2,", "\"low\": \"2\","),
                        ledger.replace("\"status\": \"measured\"", "\"status\": \"sworn\""),
                        ledger.replace("\"digits\": 3", "\"digits\": 99"),
                        ledger.replace("\"unit\": \"kW\"", "\"unit\": \"kX\""),
                        ledger.replace("whole / 2", "whole / (")))
                .allSatisfy(text -> assertThat(findings(text)).isNotEmpty());
    }
}
