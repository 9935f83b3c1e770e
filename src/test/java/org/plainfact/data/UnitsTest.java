package org.plainfact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

class UnitsTest {
    private static final String[] DECLARED = {
        "{ \"id\": \"loaf\", \"name\": \"loaf\", \"base\": true, \"spoken\": \"loaf of bread\" }",
        "{ \"id\": \"loaves-per-second\", \"name\": \"loaves/s\", \"definition\": \"loaf/s\", \"spoken\": \"loaves per second\" }",
        "{ \"id\": \"loaves-per-second-per-mw\", \"name\": \"loaves/s per MW\", \"definition\": \"loaves/s/MW\" }",
        "{ \"id\": \"mwh-per-million\", \"name\": \"MWh per million loaves\", \"definition\": \"MWh/(1000000 loaf)\" }",
        "{ \"id\": \"day\", \"name\": \"day\", \"definition\": \"d\" }",
        "{ \"id\": \"byte\", \"name\": \"B\", \"base\": true, \"prefixes\": true }",
        "{ \"id\": \"kilowatt\", \"name\": \"kW\", \"spoken\": \"kilowatts\" }",
    };

    @TempDir
    private Path folder;

    private Units units = new DeclaredUnits(new SiUnits(), Map.of(), name -> false);

    @BeforeEach
    void declare() {
        DataFolder data = new DataFolder(folder).records("units", DECLARED);
        assertThat(data.told()).isEmpty();
        units = data.read().units();
    }

    private Unit unit(String name) {
        return units.find(name).orElseThrow(() -> new AssertionError("no unit " + name));
    }

    @ParameterizedTest
    @CsvSource({
        "kW, W, 1000",
        "MWh, kWh, 1000",
        "kWh, J, 3600000",
        "MWh, J, 3.6e9",
        "J, kWh, 2.7777777777777778e-7",
        "W/m², kW/m^2, 0.001",
        "W/m²K⁴, W/(m²·K⁴), 1",
        "W/m²K⁴, mW m^-2 K^-4, 1000",
        "h, s, 3600",
        "d, h, 24",
        "day, s, 86400",
        "t, kg, 1000",
        "g, kg, 0.001",
        "ha, m², 10000",
        "L, m³, 0.001",
        "bar, Pa, 100000",
        "km/h, m/s, 0.2777777777777778",
        "eV, J, 1.602176634e-19",
        "au, m, 149597870700",
        "%, ratio, 0.01",
        "°, rad, 0.017453292519943295",
        "µm, m, 1e-6",
        "μm, µm, 1",
        "V·A, W, 1",
        "N m, J, 1",
        "10^6 J, MJ, 1",
        "1.5e3 W, kW, 1.5",
        "loaves/s per MW, loaf/s/W, 1e-6",
        "loaves/s per kW, loaves/s per MW, 1000",
        "MWh per million loaves, J/loaf, 3600",
        "1000000 loaf, loaf, 1000000",
        "loaf per 2 h, loaf/h, 0.5",
        "(kg m/s²)^2, N², 1",
        "J^(1/2), kJ^(1/2), 0.03162277660168379",
        "GB/s, MB/s, 1000",
        "byte, B, 1",
        "cd, cd, 1",
        "min, s, 60",
        "count, ratio, 1",
        "1/s, Hz, 1",
    })
    void a_value_is_converted_by_the_factor_between_its_units(String from, String to, double factor) {
        assertThat(unit(from).factorTo(unit(to))).isEqualTo(factor);
    }

    @Test
    void a_square_root_of_a_unit_multiplied_by_itself_is_the_unit() {
        Unit root = unit("kWh").toThe(1, 2);
        assertThat(root.times(root).factorTo(unit("J"))).isEqualTo(3.6e6);
        assertThat(unit("kW").toThe(1, 4).toThe(4, 1).factorTo(unit("W"))).isEqualTo(1000);
    }

    @Test
    void a_factor_is_the_double_nearest_to_the_true_one_whatever_way_the_unit_was_made() {
        Unit roundabout = unit("MWh").dividedBy(unit("h")).times(unit("s")).dividedBy(unit("ms"));
        assertThat(roundabout.factorTo(unit("W"))).isEqualTo(1e9);
    }

    @Test
    void conversion_there_and_back_gives_the_value() {
        long seed = 20260923;
        Random random = new Random(seed);
        List<String> names = List.of("kW", "loaf", "W/m²K⁴", "J/(kg·K)", "loaves/s per MW", "1000 Wh", "%", "µs", "au");
        for (int i = 0; i < 2_000; i++) {
            Unit from = unit(names.get(random.nextInt(names.size())));
            Unit to = from.times(unit(String.valueOf(1 + random.nextInt(1_000_000))));
            assertThat(from.factorTo(to) * to.factorTo(from))
                    .as("seed %d, step %d, %s", seed, i, to)
                    .isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void a_product_of_units_has_the_product_of_their_factors() {
        long seed = 20260924;
        Random random = new Random(seed);
        List<String> names = List.of("kW", "W", "loaf", "h", "s", "MWh", "m²", "km", "t", "kg", "%");
        for (int i = 0; i < 2_000; i++) {
            Unit a = unit(names.get(random.nextInt(names.size())));
            Unit b = unit(names.get(random.nextInt(names.size())));
            int power = random.nextInt(-3, 4);
            double there = a.times(b).dividedBy(b).toThe(power, 1).factorTo(a.toThe(power, 1));
            assertThat(there)
                    .as("seed %d, step %d: (%s·%s/%s)^%d", seed, i, a, b, b, power)
                    .isEqualTo(1);
        }
    }

    @Test
    void a_declared_unit_is_known_by_name_and_id_and_says_how_it_is_read_aloud() {
        Unit rate = unit("loaves/s");
        assertThat(rate.name()).isEqualTo("loaves/s");
        assertThat(rate.spoken()).isEqualTo("loaves per second");
        assertThat(unit("loaves-per-second")).isEqualTo(rate);
    }

    @Test
    void a_known_unit_may_be_declared_again_to_say_how_it_is_read_aloud() {
        assertThat(unit("kW").spoken()).isEqualTo("kilowatts");
        assertThat(unit("kW").factorTo(unit("W"))).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio", "count"})
    void a_pure_number_prints_no_name_but_has_a_label(String name) {
        Unit pure = unit(name);
        assertThat(pure.name()).isEmpty();
        assertThat(pure.label()).isEqualTo(name);
        assertThat(pure.dimensionless()).isTrue();
        assertThat(pure.commensurable(units.one())).isTrue();
    }

    @Test
    void what_cancels_leaves_the_pure_number() {
        assertThat(unit("loaves/s").dividedBy(unit("loaves/s"))).isEqualTo(units.one());
        assertThat(unit("loaf/s").times(unit("s"))).isEqualTo(unit("loaf"));
    }

    @Test
    void units_of_unlike_dimension_have_no_factor() {
        assertThat(unit("loaf/s").commensurable(unit("W"))).isFalse();
        assertThatThrownBy(() -> unit("loaf/s").factorTo(unit("W")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("loaf/s", "W");
    }

    @ParameterizedTest
    @CsvSource({
        "loaves/s per MW, loaf·J⁻¹",
        "kW, W",
        "J/(kg·K), m²·K⁻¹·s⁻²",
        "W/m²K⁴, W·K⁻⁴·m⁻²",
        "t, kg",
        "bar, Pa",
        "%, 1",
        "m^(1/2), m^(1/2)",
    })
    void a_dimension_is_told_in_base_units(String name, String dimension) {
        assertThat(unit(name).dimension()).isEqualTo(dimension);
    }

    @Test
    void a_made_unit_has_a_name_that_reads_back_to_it() {
        Unit made = unit("kW").times(unit("h")).dividedBy(unit("m").toThe(2, 1)).dividedBy(unit("K"));
        assertThat(made.name()).isEqualTo("h·kW/(K·m²)");
        assertThat(unit(made.name())).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kw | unknown unit \"kw\" | did you mean \"kW\"?",
                "loav/s | unknown unit \"loav\" | did you mean \"loaf\"?",
                "zork | unknown unit \"zork\" | declare it in data/units.json",
                "°C | °C has a zero of its own, so that values cannot be multiplied | give the temperature in K",
                "W/m²·K | the unit \"W/m²·K\" multiplies after it divides, which readers take two ways "
                        + "| put what is divided by in parentheses",
                "W/ | the unit \"W/\" cannot be read: unexpected its end | a unit looks like kWh, W/m², J/(kg·K) or 1000 h",
                "(W | the unit \"(W\" cannot be read: unexpected its end | a unit looks like kWh, W/m², J/(kg·K) or 1000 h",
                "0 W | the number \"0\" in a unit is not usable | give it above 0",
                "'' | a unit without a name | a pure number has the unit ratio or count",
            })
    void a_text_that_is_no_unit_is_told_with_a_hint(String name, String problem, String hint) {
        Findings findings = new Findings();
        Unit unit = units.read(name, new SourceSpan("a.json", 3, 4), findings);
        assertThat(findings.sorted())
                .singleElement()
                .hasToString("a.json:3:4: error: " + problem + " [unknown-unit]\n  hint: " + hint);
        assertThat(unit.commensurable(unit("W"))).as("nothing is told twice").isTrue();
        assertThat(unit("W").commensurable(unit)).isTrue();
        assertThat(unit("W").times(unit).commensurable(unit("m"))).isTrue();
        assertThat(units.find(name)).isEmpty();
    }

    @Test
    void any_text_gives_a_unit_or_none_but_no_fault() {
        long seed = 20260925;
        Random random = new Random(seed);
        String letters = "kWhms²⁻⁴/·*()^0123456789.e- %°loaf per€\uD83D\uDE00";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String name = text.toString();
            assertThat(units.find(name).map(unit -> unit.factorTo(unit)).orElse(1.0))
                    .as("seed %d, step %d: %s", seed, i, name)
                    .isEqualTo(1);
        }
    }

    @Test
    void a_unit_of_many_parentheses_is_refused() {
        assertThat(units.find("(".repeat(90) + "W" + ")".repeat(90))).isEmpty();
        assertThat(units.find("W·".repeat(500) + "W")).isEmpty();
        assertThat(units.find("W^999^999")).isEmpty();
    }

    @Test
    void a_unit_of_many_characters_is_refused() {
        assertThat(units.find("W·W^(-1)·".repeat(20) + "W")).isPresent();
        assertThat(units.find("W·W^(-1)·".repeat(40) + "W")).isEmpty();
    }

    @Test
    void faults_of_declarations_are_told_at_their_definition_and_only_there() {
        DataFolder data = new DataFolder(folder)
                .records(
                        "units",
                        "{ \"id\": \"a\", \"name\": \"aa\", \"definition\": \"bb\" }",
                        "{ \"id\": \"b\", \"name\": \"bb\", \"definition\": \"2 aa\" }",
                        "{ \"id\": \"c\", \"name\": \"cc/s\", \"definition\": \"qq/s\" }",
                        "{ \"id\": \"d\", \"name\": \"W\", \"definition\": \"2 J\" }",
                        "{ \"id\": \"e\", \"name\": \"ee\" }",
                        "{ \"id\": \"f\", \"name\": \"ff\", \"base\": true, \"definition\": \"m\" }",
                        "{ \"id\": \"g\" , \"name\": \" \" }")
                .records(
                        "things",
                        "{ \"id\": \"t\", \"x\": { \"value\": 1, \"unit\": \"cc/s\", \"status\": \"assumption\" }, "
                                + "\"y\": { \"value\": 1, \"unit\": \"aa/s\", \"status\": \"assumption\" } }");
        assertThat(data.told())
                .containsExactly(
                        "data/units.json:2:42: error: the unit \"aa\" is defined by itself [unit-definition]",
                        "data/units.json:4:44: error: unknown unit \"qq\" [unit-definition]\n"
                                + "  hint: declare it in data/units.json",
                        "data/units.json:5:41: error: \"W\" is a known unit and cannot be another one [unit-definition]\n"
                                + "  hint: give yours another name",
                        "data/units.json:6:1: error: the unit \"ee\" has no definition [unit-definition]\n"
                                + "  hint: give a \"definition\" in other units, or \"base\": true",
                        "data/units.json:7:56: error: the unit \"ff\" is a base unit and has a definition [unit-definition]\n"
                                + "  hint: remove one of the two",
                        "data/units.json:8:1: error: a unit without a name [unit-definition]\n"
                                + "  hint: give it as \"name\", as data and pages write it");
    }
}
