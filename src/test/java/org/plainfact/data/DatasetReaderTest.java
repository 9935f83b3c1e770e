package org.plainfact.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.source.SourceSpan;

class DatasetReaderTest {
    @TempDir
    private Path folder;

    private DataFolder data = new DataFolder(Path.of("."));

    @BeforeEach
    void two_sources() {
        data = new DataFolder(folder)
                .records("sources", "{ \"id\": \"meter-log\", \"title\": \"Log\" }", "{ \"id\": \"sheet\" }");
    }

    private Field field(String record, String path) {
        return data.read().find(record).flatMap(entry -> entry.find(path)).orElseThrow();
    }

    private Field.Measure measure(String record, String path) {
        return (Field.Measure) field(record, path);
    }

    private static SourceSpan at(String file, int line, int column) {
        return new SourceSpan("data/" + file, line, column);
    }

    @Test
    void a_collection_gives_its_records_in_the_order_of_the_file() {
        data.records("pumps", "{ \"id\": \"b\", \"name\": \"B\" }", "{ \"id\": \"a\" }");
        assertThat(data.told()).isEmpty();
        assertThat(data.read().collection("pumps")).extracting(Entry::id).containsExactly("b", "a");
        assertThat(data.read().find("b").orElseThrow().title()).isEqualTo("B");
        assertThat(data.read().collections()).containsOnlyKeys("pumps", "sources");
    }

    @Test
    void an_id_that_no_address_could_hold_is_told() {
        data.records(
                "pumps", "{ \"id\": \"" + "p".repeat(200) + "\" }", "{ \"id\": \"" + "p-".repeat(50_000) + "p\" }");
        assertThat(data.told())
                .containsExactly("data/pumps.json:3:9: error: an id has 100001 characters; the limit is 200 [id-form]"
                        + "\n  hint: an id is a part of addresses: shorten it");
    }

    @Test
    void a_reference_may_have_a_title_of_its_own() {
        data.records("pumps", "{ \"id\": \"p\", \"next\": { \"ref\": \"q.r\", \"title\": \"next power\" } }");
        assertThat(field("p", "next"))
                .isEqualTo(new Field.Reference("q.r", Optional.of("next power"), at("pumps.json", 2, 22)));
    }

    @Test
    void a_project_without_data_has_no_collections_and_knows_si() {
        Dataset none = new DataFolder(folder.resolve("none")).read();
        assertThat(none.collections()).isEmpty();
        assertThat(none.units().find("kWh")).isPresent();
    }

    @Test
    void every_value_keeps_its_kind_and_place() {
        data.records(
                "pumps",
                "{ \"id\": \"p\",\n  \"since\": 1998, \"off\": false, \"x\": null,\r\n  \"é\": [\"a\", { \"k\": -0.5e1 }], \"same\": { \"ref\": \"q.r\" } }");
        assertThat(data.told()).isEmpty();
        assertThat(data.read().find("p").orElseThrow().span()).isEqualTo(at("pumps.json", 2, 1));
        assertThat(field("p", "since")).isEqualTo(new Field.Number(1998, at("pumps.json", 3, 12)));
        assertThat(field("p", "off")).isEqualTo(new Field.Flag(false, at("pumps.json", 3, 25)));
        assertThat(field("p", "x")).isEqualTo(new Field.Null(at("pumps.json", 3, 37)));
        assertThat(field("p", "same")).isEqualTo(new Field.Reference("q.r", Optional.empty(), at("pumps.json", 4, 40)));
        Field.Items items = (Field.Items) field("p", "é");
        assertThat(items.items())
                .containsExactly(
                        new Field.Text("a", at("pumps.json", 4, 9)),
                        new Field.Group(
                                Map.of("k", new Field.Number(-5, at("pumps.json", 4, 21))), at("pumps.json", 4, 14)));
    }

    @Test
    void a_place_is_right_beyond_the_buffers_of_the_parser() {
        String[] records = new String[3_000];
        for (int i = 0; i < records.length; i++) {
            records[i] = "{ \"id\": \"f%d\", \"text\": \"%s\" }".formatted(i, "é\\n".repeat(i % 50));
        }
        data.records("pumps", records);
        assertThat(data.told()).isEmpty();
        assertThat(field("f2999", "text").span()).isEqualTo(at("pumps.json", 3001, 26));
        assertThat(field("f2999", "id").span()).isEqualTo(at("pumps.json", 3001, 9));
    }

    @Test
    void an_item_of_a_list_is_addressed_by_its_id_and_has_a_json_pointer() {
        data.records(
                "pumps", "{ \"id\": \"p\", \"runs\": [ { \"id\": \"2025\" }, { \"id\": \"2026\", \"a/b\": 7 } ] }");
        Entry entry = data.read().find("p").orElseThrow();
        assertThat(entry.find("runs.2026.a/b")).containsInstanceOf(Field.Number.class);
        assertThat(entry.pointer("runs.2026.a/b")).contains("/records/0/runs/1/a~1b");
        assertThat(entry.pointer("runs.2027")).isEmpty();
    }

    @Test
    void a_quantity_is_read_with_unit_range_and_provenance() {
        data.records("pumps", """
                { "id": "p", "power": { "low": 1.5, "high": 2, "unit": "kW", "title": "power", "note": "n",
                  "status": "measured", "as-of": "2025-09", "sources": ["sheet", "meter-log"],
                  "qualifiers": { "basis": "wall" } } }""");
        assertThat(data.told()).isEmpty();
        Field.Measure power = measure("p", "power");
        Quantity quantity = power.quantity().orElseThrow();
        assertThat(quantity.range()).isEqualTo(new Interval(1.5, 2));
        assertThat(quantity.unit().name()).isEqualTo("kW");
        assertThat(quantity.qualifiers().values()).containsExactly(Map.entry("basis", "wall"));
        assertThat(power.provenance().status()).isEqualTo(Status.MEASURED);
        assertThat(power.provenance().asOf()).contains("2025-09");
        assertThat(power.provenance().sources()).containsExactly("meter-log", "sheet");
        assertThat(power.title()).contains("power");
        assertThat(power.note()).contains("n");
    }

    @Test
    void a_quantity_takes_from_its_record_what_it_does_not_say_itself() {
        data.records("pumps", """
                { "id": "p", "provenance": { "status": "stated", "as-of": "2024", "sources": ["sheet"] },
                  "qualifiers": { "basis": "wall", "model": "m" },
                  "one": { "value": 1, "unit": "kW" },
                  "list": [ { "id": "i", "two": { "value": 2, "unit": "kW", "status": "measured", "sources": ["meter-log"],
                                       "qualifiers": { "model": "n" } } } ] }""");
        assertThat(data.told()).isEmpty();
        Field.Measure one = measure("p", "one");
        assertThat(one.provenance().status()).isEqualTo(Status.STATED);
        assertThat(one.provenance().sources()).containsExactly("sheet");
        assertThat(one.qualifiers().values()).isEqualTo(Map.of("basis", "wall", "model", "m"));
        Field.Measure two = measure("p", "list.i.two");
        assertThat(two.provenance().status()).isEqualTo(Status.MEASURED);
        assertThat(two.provenance().asOf()).contains("2024");
        assertThat(two.provenance().sources()).containsExactly("meter-log");
        assertThat(two.qualifiers().values()).isEqualTo(Map.of("basis", "wall", "model", "n"));
    }

    @Test
    void an_object_in_a_record_may_speak_for_the_quantities_in_it() {
        data.records("pumps", """
                { "id": "p", "provenance": { "status": "stated", "sources": ["sheet"] }, "qualifiers": { "basis": "wall" },
                  "runs": [ { "id": "i", "provenance": { "as-of": "2026", "sources": ["meter-log"] }, "qualifiers": { "model": "m" },
                              "power": { "value": 2, "unit": "kW" } } ] }""");
        assertThat(data.told()).isEmpty();
        Field.Measure power = measure("p", "runs.i.power");
        assertThat(power.provenance().status()).isEqualTo(Status.STATED);
        assertThat(power.provenance().asOf()).contains("2026");
        assertThat(power.provenance().sources()).containsExactly("meter-log");
        assertThat(power.qualifiers().values()).isEqualTo(Map.of("basis", "wall", "model", "m"));
    }

    @Test
    void what_we_choose_and_what_is_fixed_need_no_source() {
        data.records("pumps", """
                { "id": "p", "a": { "value": 2, "unit": "kW", "status": "assumption" },
                  "b": { "value": 2, "unit": "kW", "status": "constant" } }""");
        assertThat(data.told()).isEmpty();
    }

    @Test
    void a_value_of_null_is_not_stated_and_needs_no_source() {
        data.records("pumps", "{ \"id\": \"p\", \"power\": { \"value\": null, \"unit\": \"kW\" } }");
        assertThat(data.told()).isEmpty();
        assertThat(measure("p", "power").quantity()).isEmpty();
        assertThat(measure("p", "power").unit().name()).isEqualTo("kW");
    }

    @Test
    void a_unit_without_a_value_makes_no_quantity() {
        data.records("pumps", "{ \"id\": \"p\", \"in\": { \"title\": \"power\", \"unit\": \"kW\" } }");
        assertThat(data.told()).isEmpty();
        assertThat(field("p", "in")).isInstanceOf(Field.Group.class);
    }

    @Test
    void each_fault_of_a_record_is_told_at_its_place_in_one_run() {
        data.records("pumps", """
                { "id": "p",
                  "a": { "value": 1, "unit": "kww", "status": "measured", "sources": ["sheet"] },
                  "b": { "value": 1, "unit": "kW", "status": "measurd", "sources": ["sheet"] },
                  "c": { "value": 1, "unit": "kW", "status": "measured", "sources": ["shet"] },
                  "d": { "low": 3, "high": 2.5, "unit": "kW", "status": "assumption" },
                  "e": { "value": 1, "unit": "kW", "status": "spec" },
                  "f": { "value": 1, "unit": "kW", "sources": ["sheet"] },
                  "g": { "value": 1, "unit": "kW", "status": "assumption", "as-of": "2025-02-30" },
                  "h": { "value": 1, "unit": "kW", "status": "assumption", "qualifiers": { "x": 1 } },
                  "i": { "value": "1", "unit": "kW", "status": "assumption" },
                  "j": { "value": 1, "low": 1, "unit": "kW", "status": "assumption" },
                  "k": { "value": 1, "unit": 5, "status": "constant" },
                  "l": { "value": 1, "unit": "kW", "status": "spec", "sources": "sheet" },
                  "m.n": 1,
                  "o": [ { "id": "x" }, { "id": "x" } ] }""");
        String file = "data/pumps.json:";
        assertThat(data.told())
                .containsExactly(
                        file
                                + "3:30: error: unknown unit \"kww\" [unknown-unit]\n  hint: declare it in data/units.json",
                        file
                                + "4:46: error: unknown status \"measurd\" [unknown-status]\n  hint: did you mean \"measured\"?",
                        file + "5:70: error: unknown source \"shet\" [unknown-source]\n  hint: did you mean \"sheet\"?",
                        file + "6:17: error: low is 3, high is 2.5 [low-above-high]\n  hint: the smaller number is low",
                        file + "7:8: error: the quantity has no source [no-source]\n"
                                + "  hint: give \"sources\" here or in the record's \"provenance\", or the status assumption",
                        file + "8:8: error: the quantity says nowhere how well it is known [no-status]\n"
                                + "  hint: give \"status\" here or in the record's \"provenance\": constant, measured, spec,"
                                + " stated, estimated, announced, claimed, assumption, planned, notional",
                        file + "9:69: error: \"2025-02-30\" is no date [as-of-form]\n"
                                + "  hint: give a year, month or day: 2025, 2025-09 or 2025-09-30",
                        file + "10:81: error: a qualifier is a text, this is a number [qualifier-form]\n"
                                + "  hint: write \"key\": \"text\"",
                        file + "11:19: error: the value of a quantity is a number, this is a text [quantity-form]\n"
                                + "  hint: write it without quotes, thousands separators or unit",
                        file + "12:8: error: a quantity has either a value, or low and high [quantity-form]\n"
                                + "  hint: give \"value\": null for a quantity that is not stated",
                        file + "13:30: error: a unit is a text, this is a number [unknown-unit]",
                        file + "14:65: error: sources are a list of ids, this is a text [unknown-source]\n"
                                + "  hint: write [\"the-id\"]",
                        file + "15:3: error: the key \"m.n\" cannot stand in an address [key-form]\n"
                                + "  hint: use a key without dots",
                        file
                                + "16:25: error: two items of one list have the id \"x\"; the first is at data/pumps.json:16:10"
                                + " [duplicate-id]");
    }

    @Test
    void faults_of_the_provenance_of_a_record_are_told_once() {
        data.records("pumps", """
                { "id": "p", "provenance": { "status": "gessed", "sources": ["sheet"] },
                  "a": { "value": 1, "unit": "kW" }, "b": { "value": 1, "unit": "kW" } }""");
        assertThat(data.findings()).extracting("rule").contains("unknown-status");
        assertThat(data.findings()).hasSize(1);
    }

    @Test
    void an_id_given_twice_names_both_places_across_files() {
        data.records("fans", "{ \"id\": \"sheet\" }").records("pumps", "{ \"id\": \"p\" }", "{ \"id\": \"p\" }");
        assertThat(data.told())
                .containsExactly(
                        "data/pumps.json:3:1: error: the id \"p\" is taken; the first is at data/pumps.json:2:1"
                                + " [duplicate-id]\n  hint: an id is unique in the whole dataset",
                        "data/sources.json:3:1: error: the id \"sheet\" is taken; the first is at data/fans.json:2:1"
                                + " [duplicate-id]\n  hint: an id is unique in the whole dataset");
        assertThat(data.read().collection("pumps")).hasSize(1);
    }

    @Test
    void an_id_that_is_none_is_told() {
        data.records("pumps", "{ \"id\": \"Über p\" }", "{ \"name\": \"p\" }", "{ \"id\": 5 }", "[]");
        assertThat(data.findings())
                .extracting(finding -> finding.span().line() + " " + finding.problem())
                .containsExactly(
                        "2 \"Über p\" is no id",
                        "3 a record without an id",
                        "4 a record without an id",
                        "5 a record is an object, this is a list");
    }

    @Test
    void a_table_is_a_record_of_its_own_file() {
        data.with("tables/servers.json", "{ \"id\": \"servers\", \"columns\": [] }")
                .with("tables/racks.json", "{ \"id\": \"rack\" }");
        assertThat(data.told())
                .containsExactly("data/tables/racks.json:1:9: error: the id \"rack\" is not the name of the file"
                        + " [id-form]\n  hint: rename one of them");
        Entry table = data.read().find("servers").orElseThrow();
        assertThat(table.collection()).isEqualTo("tables");
        assertThat(table.pointer("columns")).contains("/columns");
    }

    @Test
    void a_file_that_is_no_json_does_not_hide_the_faults_of_others() {
        data.with("pumps.json", "{ \"records\": [ { \"id\": \"p\", } ] }")
                .with("fans.json", "{ \"records\": 5 }")
                .with("more/x.json", "{}")
                .records(
                        "racks",
                        "{ \"id\": \"r\", \"x\": { \"value\": 1, \"unit\": \"kW\", \"status\": \"claimd\" } }");
        assertThat(data.findings())
                .extracting(finding -> finding.span() + " " + finding.rule())
                .containsExactly(
                        "data/fans.json:1:14 collection-form",
                        "data/more/x.json:1:1 not-read",
                        "data/pumps.json:1:29 json-syntax",
                        "data/racks.json:2:57 unknown-status");
    }

    @Test
    void unreadable_sources_and_units_do_not_make_every_name_unknown() {
        data.with("sources.json", "{").with("units.json", "[").records("pumps", """
                { "id": "p", "a": { "value": 1, "unit": "loaf/s", "status": "spec", "sources": ["sheet"] } }""");
        assertThat(data.findings())
                .extracting(finding -> finding.span().path() + " " + finding.rule())
                .containsExactly("data/sources.json json-syntax", "data/units.json json-syntax");
    }
}
