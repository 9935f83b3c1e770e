package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    Path folder;

    Project project;

    @BeforeEach
    void make() {
        project = new Project(folder)
                .records(
                        "heaters",
                        heater("a", "Alpha", "air", "\"value\": 8, \"unit\": \"kW\"", 2019, "wall"),
                        heater("b", "=Beta", "soil", "\"low\": 9000, \"high\": 9500.5, \"unit\": \"W\"", 2021, "wall"),
                        heater("c", "Gamma, large", "air", "\"value\": null, \"unit\": \"kW\"", 2020, "wall"),
                        heater("d", "Delta", "air", "\"value\": 0.5, \"unit\": \"kW\"", 2020, "chip"))
                .formula("doubled", "2 * heat", "kW", "heat: kW");
    }

    private static String heater(String id, String name, String from, String heat, int year, String basis) {
        return """
                {"id": "%s", "name": "%s", "from": "%s", "year": %d, "tags": ["t1", "%s"],
                 "provenance": {"status": "measured", "sources": ["meter"]},
                 "heat": {%s, "title": "Heat given", "qualifiers": {"basis": "%s"}},
                 "winters": [{"id": "2023", "heat": {"value": 1, "unit": "kW"}}, {"id": "2024", "heat": {"value": 2, "unit": "kW"}}]}""".formatted(id, name, from, year, id, heat, basis);
    }

    private Table table(String rows, String columns) {
        project.file("data/tables/t.json", """
                {"id": "t", "title": "Heaters", "caption": "All", "not-for": "a choice", "note": "n",
                 "rows": %s,
                 "columns": [%s]}""".formatted(rows, columns));
        return project.table("t");
    }

    private Table clean(String rows, String columns) {
        Table table = table(rows, columns);
        assertThat(project.findings()).isEmpty();
        return table;
    }

    private static List<List<String>> displays(Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(Table.Cell::display).toList())
                .toList();
    }

    private static List<String> records(Table table) {
        return table.rows().stream().map(Table.Row::record).toList();
    }

    @Test
    void columns_show_text_figures_formulas_qualifiers_and_status() {
        Table table = clean("[\"b\", \"a\", \"c\"]", """
                {"text": "name", "title": "Heater"}, {"figure": "heat", "unit": "kW"},
                {"formula": "doubled", "title": "Twice", "digits": 3}, {"qualifier": "basis", "of": "heat"},
                {"status": "heat", "title": "Status"}, {"text": "year"}, {"text": "tags"}""");
        assertThat(displays(table))
                .containsExactly(
                        List.of("=Beta", "9 – 9.5005", "18.0 – 19.1", "wall", "measured", "2021", "t1, b"),
                        List.of("Alpha", "8", "16.0", "wall", "measured", "2019", "t1, a"),
                        List.of("Gamma, large", "not stated", "not stated", "wall", "not stated", "2020", "t1, c"));
        assertThat(table.columns())
                .extracting(Table.Column::title)
                .startsWith("Heater", "Heat given", "Twice", "basis");
        assertThat(table.columns())
                .extracting(Table.Column::numeric)
                .containsExactly(false, true, true, false, false, true, false);
        assertThat(table.columns().get(1).unit().orElseThrow().name()).isEqualTo("kW");
        assertThat(table.sources()).containsExactly("meter");
        assertThat(table.rows().getFirst().cells().getFirst()).isEqualTo(new Table.Cell.Named("=Beta", "heaters", "b"));
    }

    @Test
    void the_figure_of_a_formula_column_has_an_address_and_its_working() {
        clean("[\"a\"]", "{\"formula\": \"doubled\", \"key\": \"twice\"}");
        Figure figure = project.figure("t.a.twice");
        assertThat(figure.text()).isEqualTo("16.00 kW");
        assertThat(figure.working().orElseThrow().substituted()).isEqualTo("2 · 8 kW");
        assertThat(figure.subject()).isEqualTo("Alpha");
    }

    @Test
    void a_collection_is_filtered_sorted_and_cut() {
        assertThat(records(clean("{\"collection\": \"heaters\", \"sort\": \"-heat\"}", "{\"text\": \"name\"}")))
                .containsExactly("b", "a", "d", "c");
        assertThat(records(clean(
                        "{\"collection\": \"heaters\", \"sort\": [\"year\", \"-name\"]}", "{\"text\": \"name\"}")))
                .containsExactly("a", "c", "d", "b");
        assertThat(records(clean(
                        "{\"collection\": \"heaters\", \"where\": {\"from\": \"air\", \"tags\": [\"c\", \"d\"]}, \"sort\": [\"heat\"], \"limit\": 1}",
                        "{\"text\": \"name\"}")))
                .containsExactly("d");
    }

    @Test
    void the_items_of_a_list_are_rows_that_can_use_their_record() {
        Table table = clean(
                "{\"collection\": \"heaters\", \"each\": \"winters\", \"where\": {\"from\": \"soil\"}}",
                "{\"text\": \"id\"}, {\"figure\": \"heat\"}, {\"text\": \"from\"}, {\"formula\": \"doubled\"}");
        assertThat(displays(table))
                .containsExactly(List.of("2023", "1", "soil", "2.000"), List.of("2024", "2", "soil", "4.000"));
        assertThat(project.figure("t.b.winters.2024.doubled").text()).isEqualTo("4.000 kW");
        assertThat(table.rows().getFirst().title()).isEqualTo("=Beta, 2023");
    }

    @Test
    void a_comparable_column_refuses_two_values_and_names_both_rows() {
        table("[\"a\", \"b\", \"d\"]", "{\"text\": \"name\"}, {\"figure\": \"heat\", \"comparable\": [\"basis\"]}");
        assertThat(project.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unlike-column");
            assertThat(finding.problem()).contains("\"wall\" for a.heat", "\"chip\" for d.heat");
            assertThat(finding.span().path()).isEqualTo("data/tables/t.json");
        });
    }

    @Test
    void a_comparable_qualifier_that_no_figure_has_is_told_with_the_nearest_one() {
        table("[\"a\", \"b\"]", "{\"text\": \"name\"}, {\"figure\": \"heat\", \"comparable\": [\"bassis\"]}");

        assertThat(project.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unknown-qualifier");
            assertThat(finding.hint()).contains("did you mean \"basis\"?");
        });
    }

    @Test
    void what_no_row_has_is_told() {
        table(
                "{\"collection\": \"heaters\", \"sort\": \"hat\", \"where\": {\"frm\": \"air\"}}",
                "{\"text\": \"name\"}");
        assertThat(project.rules()).contains("unknown-field", "empty-table");
        table("[\"a\", \"x\"]", """
                {"text": "nmae"}, {"figure": "heet"}, {"formula": "doubld"}, {"formula": "doubled", "inputs": {"heat": "hete"}},
                {"text": "name", "figure": "heat"}, {"qualifier": "basis", "of": "heats"}, {"figure": "heat", "unit": "m²"}""");
        assertThat(new Project(folder).rules())
                .containsExactlyInAnyOrder(
                        "unknown-record",
                        "unknown-field",
                        "unknown-field",
                        "unknown-formula",
                        "unknown-field",
                        "column-kind",
                        "unknown-field",
                        "dimension");
    }

    @Test
    void a_required_column_refuses_an_absent_value() {
        table("[\"a\", \"c\"]", "{\"figure\": \"heat\", \"required\": true}");
        assertThat(project.findings()).singleElement().asString().contains("\"c\"", "[absent-input]");
    }

    @Test
    void a_table_must_say_what_it_is_not_for() {
        project.file("data/tables/t.json", """
                {"id": "t", "title": "T", "rows": ["a"], "columns": [{"text": "name"}]}""");
        assertThat(project.rules()).containsExactly("missing-key");
    }

    @Test
    void csv_has_units_in_the_head_raw_values_and_no_formula_injection() {
        Table table = clean("[\"b\", \"a\", \"c\"]", """
                {"text": "name", "title": "The \\"heater\\""}, {"figure": "heat"}, {"figure": "winters.2024.heat", "title": "2024"}""");
        assertThat(table.csv()).isEqualTo("""
                "The ""heater""\",Heat given (W),"Heat given (W), low","Heat given (W), high",2024 (kW),"2024 (kW), unrounded"
                '=Beta,"9,000 – 9,500.5",9000,9500.5,2,2
                Alpha,"8,000",8000,8000,2,2
                "Gamma, large",not stated,,,2,2
                """.replace("\n", "\r\n"));
    }

    @Test
    void json_has_columns_rows_and_the_address_of_each_figure() {
        Map<String, Object> json = clean("[\"a\"]", "{\"text\": \"name\"}, {\"figure\": \"heat\", \"unit\": \"W\"}")
                .json();
        assertThat(json)
                .containsEntry("id", "t")
                .containsEntry("not-for", "a choice")
                .containsEntry("sources", List.of("meter"));
        assertThat(json.get("rows"))
                .hasToString(
                        "[{record=a, title=Alpha, cells={name={display=Alpha}, "
                                + "heat={display=8,000, low=8000, high=8000, figure=a.heat, status=measured, qualifiers={basis=wall}}}}]");
    }

    @Test
    void two_columns_of_one_path_have_different_keys() {
        assertThat(clean("[\"a\"]", "{\"figure\": \"heat\"}, {\"figure\": \"heat\", \"unit\": \"W\"}")
                        .columns())
                .extracting(Table.Column::key)
                .containsExactly("heat", "heat-2");
    }
}
