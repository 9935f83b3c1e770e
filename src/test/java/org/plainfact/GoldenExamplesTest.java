package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plainfact.data.Dataset;
import org.plainfact.data.DatasetReader;
import org.plainfact.data.Entry;
import org.plainfact.data.Interval;
import org.plainfact.data.Status;
import org.plainfact.figure.Figure;
import org.plainfact.figure.FigureReader;
import org.plainfact.figure.Figures;
import org.plainfact.figure.Table;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dataset of this repository against the examples that were worked out before there was any code. */
class GoldenExamplesTest {
    private static final double TOLERANCE = 1e-9;

    /** The examples name chips, and quantities for each chip, in pure counts; the dataset keeps the chip in the unit. */
    private static final Map<String, Set<String>> UNITS = Map.of(
            "count", Set.of("", "count", "accelerators"),
            "ratio", Set.of("", "ratio"),
            "kW", Set.of("kW", "kW per accelerator", "MW"),
            "tokens/s", Set.of("tokens/s", "tokens/s per accelerator"));

    private static final Findings FINDINGS = new Findings();
    private static Dataset dataset;
    private static Figures figures;
    private static JsonNode golden;
    private static JsonNode addresses;

    @BeforeAll
    static void read_the_dataset() throws IOException {
        dataset = DatasetReader.read(new SourceTree(Path.of(""), FINDINGS), FINDINGS);
        figures = FigureReader.read(dataset, FINDINGS);
        golden = json("golden-examples.json");
        addresses = json("golden-addresses.json");
    }

    @Test
    void the_dataset_has_no_findings() {
        assertThat(FINDINGS.sorted()).isEmpty();
    }

    @Test
    void every_example_and_cross_check_has_a_counterpart_and_no_other_has() {
        assertThat(golden.get("examples")).hasSize(15);
        assertThat(outputs()).hasSize(147);
        assertThat(golden.get("crossChecks")).hasSize(24);
        for (JsonNode example : golden.get("examples")) {
            JsonNode mapped = addresses.get("examples").get(text(example, "id"));
            assertThat(mapped.propertyNames()).containsExactlyElementsOf(values(example.get("outputs"), "name"));
        }
        assertThat(addresses.get("crossChecks").propertyNames())
                .containsExactlyInAnyOrderElementsOf(values(golden.get("crossChecks"), "id"));
    }

    @TestFactory
    Stream<DynamicTest> every_output_is_computed_from_declared_formulas() {
        return outputs()
                .map(output ->
                        dynamicTest(output.address + " is " + text(output.json, "display"), () -> check(output)));
    }

    @TestFactory
    Stream<DynamicTest> every_cross_check_gives_the_published_deviation() {
        return stream(golden.get("crossChecks")).map(check -> {
            JsonNode mapped = addresses.get("crossChecks").get(text(check, "id"));
            return dynamicTest(text(check, "id"), () -> {
                assertClose(range(figure(text(mapped, "ours"))), value(check, "ours"));
                assertClose(range(figure(text(mapped, "published"))), value(check, "published"));
                Figure deviation = figure(text(mapped, "deviation"));
                assertThat(deviation.unit().name()).isEqualTo("%");
                assertThat(deviation.derived()).isTrue();
                assertClose(range(deviation), value(check, "deviationPct"));
            });
        });
    }

    @Test
    void the_first_sk_telecom_factory_has_no_throughput_because_its_power_is_not_stated() {
        assertThat(List.of("accelerators", "tokens-per-second", "tokens-per-day"))
                .allSatisfy(output ->
                        assertThat(figure("skt-first-factory." + output).text()).isEqualTo("not stated"));
    }

    @Test
    void the_measured_servers_show_rate_per_megawatt_and_energy_per_token() {
        List<List<String>> rows = table("measured-servers").rows().stream()
                .map(row -> row.cells().stream().map(Table.Cell::display).toList())
                .toList();
        assertThat(rows.get(0)).contains("9,894,000", "0.1011");
        assertThat(rows.get(1)).contains("4,106,000", "0.2436");
    }

    @Test
    void every_facility_is_listed_and_has_its_power_stated_or_not() {
        assertThat(dataset.collection("facilities")).hasSize(27);
        assertThat(table("facilities").rows()).hasSize(27);
        assertThat(dataset.collection("facilities"))
                .allSatisfy(facility -> assertThat(List.of("it-power", "facility-power", "unspecified-power", "pue"))
                        .allSatisfy(field -> assertThat(figures.find(facility.id() + "." + field))
                                .isPresent()));
    }

    @Test
    void figures_of_facilities_that_do_not_stand_are_planned_or_notional() {
        List<Entry> future = dataset.collection("facilities").stream()
                .filter(facility -> Set.of("under construction", "planned", "notional")
                        .contains(facility.text("stage").orElse("")))
                .toList();
        assertThat(future).isNotEmpty();
        assertThat(future.stream().flatMap(facility -> figures.of(facility.id()).stream()))
                .allSatisfy(figure -> assertThat(figure.provenance().status())
                        .as(figure.address())
                        .isGreaterThanOrEqualTo(Status.PLANNED));
    }

    @Test
    void the_totals_of_the_sites_are_those_of_the_sites() {
        assertClose(range(figure("epoch-totals.h100-equivalents")), Interval.point(sum("h100-equivalents")));
        assertThat(range(figure("epoch-totals.it-power")).low()).isCloseTo(sum("it-power"), within(0.05));
        assertThat(dataset.collection("sites")).hasSize(70);
    }

    @Test
    void every_table_says_what_it_must_not_be_used_for_and_has_rows() {
        assertThat(figures.tables()).hasSizeGreaterThan(20).allSatisfy(id -> {
            assertThat(table(id).notFor()).isNotBlank();
            assertThat(table(id).rows()).as(id).isNotEmpty();
        });
    }

    private static double sum(String field) {
        return dataset.collection("sites").stream()
                .mapToDouble(site -> range(figure(site.id() + "." + field)).low())
                .sum();
    }

    private static void check(Output output) {
        Figure figure = figure(output.address);
        String unit = text(output.json, "unit");
        assertThat(figure.derived()).as("computed").isTrue();
        assertThat(figure.unit().name()).isIn(UNITS.getOrDefault(unit, Set.of(unit)));
        assertClose(range(figure), expected(output.json));
        assertThat(figure.display()).isEqualTo(text(output.json, "display"));
    }

    private static Figure figure(String address) {
        return figures.find(address).orElseThrow(() -> new AssertionError("no figure " + address));
    }

    private static Table table(String id) {
        return figures.table(id).orElseThrow(() -> new AssertionError("no table " + id));
    }

    private static Interval range(Figure figure) {
        return figure.quantity()
                .orElseThrow(() -> new AssertionError(figure.address() + " is absent"))
                .range();
    }

    private static void assertClose(Interval actual, Interval expected) {
        assertThat(actual.low()).isCloseTo(expected.low(), tolerance(expected.low()));
        assertThat(actual.high()).isCloseTo(expected.high(), tolerance(expected.high()));
    }

    private static Offset<Double> tolerance(double expected) {
        return within(Math.max(Math.abs(expected) * TOLERANCE, 1e-15));
    }

    private static Interval expected(JsonNode output) {
        return output.has("value")
                ? value(output, "value")
                : new Interval(output.get("low").asDouble(), output.get("high").asDouble());
    }

    private static Interval value(JsonNode node, String name) {
        return Interval.point(node.get(name).asDouble());
    }

    private record Output(String address, JsonNode json) {}

    private static Stream<Output> outputs() {
        return stream(golden.get("examples")).flatMap(example -> {
            JsonNode mapped = addresses.get("examples").get(text(example, "id"));
            return stream(example.get("outputs")).map(output -> new Output(text(mapped, text(output, "name")), output));
        });
    }

    private static List<String> values(JsonNode list, String name) {
        return stream(list).map(node -> text(node, name)).toList();
    }

    private static String text(JsonNode node, String name) {
        return Objects.requireNonNull(node.get(name), name).stringValue();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static JsonNode json(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenExamplesTest.class.getResourceAsStream("/" + name))) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
