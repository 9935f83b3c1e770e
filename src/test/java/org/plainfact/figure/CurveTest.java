package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.data.Status;

/** Curves: what a figure is for other values of one of its inputs. */
class CurveTest {
    private static final String BOUNDS = """
            "from": {"value": 260, "unit": "K"}, "to": {"value": 290, "unit": "K"}""";

    @TempDir
    Path folder;

    /** The heat that a wall lets through, and the coal for it: two formulas, the outside temperature in the first. */
    private Project house(String conductance) {
        return new Project(folder)
                .records(
                        "formulas",
                        Project.formulaRecord(
                                "loss", "u * (inside - outside)", "W/m²", "u: W/m²K, inside: K, outside: K"),
                        Project.formulaRecord(
                                "coal", "loss * area / calorific", "kg/d", "loss: W/m², area: m², calorific: kWh/kg"))
                .records("weather", """
                        {"id": "town", "title": "Town", "provenance": {"status": "measured", "sources": ["meter"]},
                         "mean": {"value": 280, "unit": "K", "title": "mean temperature"},
                         "wind": {"value": 3, "unit": "m/s"}, "unknown": {"value": null, "unit": "K"}}""")
                .records("calculations", """
                        {"id": "house", "title": "House",
                         "inputs": {
                           "u": %s,
                           "inside": {"value": 293, "unit": "K", "status": "assumption"},
                           "outside": "town.mean",
                           "area": {"value": 100, "unit": "m²", "status": "measured", "sources": ["meter"]},
                           "calorific": {"value": 8, "unit": "kWh/kg", "status": "stated", "sources": ["sheet"]}},
                         "outputs": {"loss": {"formula": "loss"}, "coal": {"formula": "coal"}}}""".formatted(conductance));
    }

    private static String quantity(String value) {
        return "{" + value + ", \"unit\": \"W/m²K\", \"status\": \"measured\", \"sources\": [\"meter\"]}";
    }

    private static final String POINT = quantity("\"value\": 1");
    private static final String RANGE = quantity("\"low\": 1, \"high\": 2");

    private static Project curve(Project project, String keys) {
        return project.file(
                "data/charts/cold.json",
                "{\"id\": \"cold\", \"title\": \"Coal\", \"caption\": \"C\", \"not-for\": \"a bill\","
                        + " \"provenance\": {\"status\": \"assumption\"}, " + keys + "}");
    }

    private static Project cold(Project project, String more) {
        return curve(project, "\"curve\": \"house.coal\", \"over\": \"outside\", " + BOUNDS + more);
    }

    @Test
    void a_station_is_a_figure_with_a_working_through_all_formulas_between() {
        Project project = cold(house(POINT), ", \"steps\": 3");

        Figure at = project.figure("cold.at-270.coal");
        // 1 W/m²K over 23 K through 100 m², a day's, at 8 kWh/kg.
        assertThat(at.quantity().orElseThrow().range().low()).isCloseTo(2.3 * 24 / 8, within(1e-9));
        assertThat(at.working().orElseThrow().inputs())
                .extracting(input -> input.figure().address())
                .containsExactly("cold.at-270.loss", "house.area", "house.calorific");
        assertThat(at.provenance().status()).isEqualTo(Status.ASSUMPTION);
        assertThat(project.figures().find("cold.at-270.outside")).isPresent();
    }

    @Test
    void the_curve_is_what_the_formula_gives_where_the_input_has_its_own_value() {
        Project project = cold(house(RANGE), ", \"steps\": 3");
        Curve curve = project.figures().curve("cold").orElseThrow();

        Curve.Sample there = curve.samples().stream()
                .filter(sample -> Math.abs(sample.over() - 280) < 1e-9)
                .findFirst()
                .orElseThrow();
        assertThat(there.value())
                .isEqualTo(project.figure("house.coal").quantity().orElseThrow().range());
    }

    @Test
    void ranges_of_other_inputs_make_a_band() {
        Curve curve = cold(house(RANGE), "").figures().curve("cold").orElseThrow();

        assertThat(curve.samples())
                .hasSize(73)
                .allSatisfy(sample -> assertThat(sample.value().high())
                        .isCloseTo(2 * sample.value().low(), within(1e-9)));
        assertThat(curve.samples().getFirst().over()).isEqualTo(260);
        assertThat(curve.samples().getLast().over()).isEqualTo(290);
    }

    @Test
    void its_table_has_the_stations_and_below_them_the_anchors() {
        Project project = cold(
                house(POINT),
                ", \"steps\": 1, \"anchors\": [{\"title\": \"Today\", \"value\": \"house.coal\", \"over\": \"town.mean\"},"
                        + " {\"title\": \"Somewhere\", \"value\": \"coal\"}]");
        Table table = project.figures().table("cold").orElseThrow();

        assertThat(table.rows())
                .extracting(row -> row.cells().getFirst().display() + ": "
                        + row.cells().get(1).display() + ", "
                        + row.cells().get(2).display())
                .containsExactly(
                        "At 260 K: 260, 9.900",
                        "At 290 K: 290, 0.9000",
                        "Today: 280, 3.900",
                        "Somewhere: not stated, 3.900");
        assertThat(project.figures().curve("cold").orElseThrow().stations()).isEqualTo(2);
        assertThat(table.csv()).contains("At 260 K,260,260,9.900,9.9,assumption");
    }

    @Test
    void the_input_can_be_named_where_it_is_recorded() {
        Project project =
                curve(house(POINT), "\"curve\": \"house.coal\", \"over\": \"town.mean\", \"steps\": 3, " + BOUNDS);

        assertThat(project.figure("cold.at-270.coal").display()).isEqualTo("6.900");
    }

    @Test
    void without_another_input_there_is_a_table_of_what_is_not_stated_and_no_curve() {
        Curve curve = cold(house("{\"value\": null, \"unit\": \"W/m²K\"}"), ", \"steps\": 1")
                .figures()
                .curve("cold")
                .orElseThrow();

        assertThat(curve.samples()).isEmpty();
        assertThat(curve.table().rows().getFirst().cells().get(2).display()).isEqualTo("not stated");
    }

    @Test
    void what_cannot_be_drawn_is_told() {
        assertThat(told("\"curve\": \"house.coal\", \"over\": \"town.wind\", " + BOUNDS))
                .contains("[no-input-of]");
        assertThat(told("\"curve\": \"town.mean\", \"over\": \"town.mean\", " + BOUNDS))
                .contains("[no-input-of]");
        assertThat(told("\"curve\": \"house.caol\", \"over\": \"outside\", " + BOUNDS))
                .contains("[unknown-figure]");
        assertThat(told("\"curve\": \"house.coal\", \"over\": \"outside\","
                        + " \"from\": {\"value\": 290, \"unit\": \"K\"}, \"to\": {\"value\": 260, \"unit\": \"K\"}"))
                .contains("[curve-bounds]");
        assertThat(told("\"curve\": \"house.coal\", \"over\": \"outside\","
                        + " \"from\": {\"value\": 2, \"unit\": \"kg\"}, \"to\": {\"value\": 260, \"unit\": \"K\"}"))
                .contains("[dimension]");
        assertThat(told("\"curve\": \"house.coal\", \"over\": \"outside\"")).contains("[curve-bounds]");
        assertThat(
                        told(
                                "\"curve\": \"house.coal\", \"over\": \"calorific\","
                                        + " \"from\": {\"value\": 0, \"unit\": \"kWh/kg\"}, \"to\": {\"value\": 9, \"unit\": \"kWh/kg\"}"))
                .contains("[arithmetic]", "at 0");
        assertThat(told("\"curve\": \"house.coal\", \"over\": \"outside\", " + BOUNDS
                        + ", \"anchors\": [{\"title\": \"No\", \"value\": \"town.mean\"}]"))
                .contains("[dimension]");
    }

    private String told(String keys) {
        Project project = curve(house(POINT), keys);
        return String.join("\n", project.problems());
    }
}
