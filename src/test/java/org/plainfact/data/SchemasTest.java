package org.plainfact.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.source.Finding;

class SchemasTest {
    private static final String QUANTITY = """
            { "$defs": {
                "quantity": { "type": "object", "required": ["unit", "value"], "additionalProperties": false,
                  "properties": { "value": { "type": ["number", "null"] }, "unit": { "type": "string" },
                                  "status": { "enum": ["measured", "assumption"] } } },
                "reference": { "type": "object", "required": ["ref"], "additionalProperties": false,
                  "properties": { "ref": { "type": "string" } } } } }
            """;

    private static final String PUMPS = """
            { "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "$schema": { "type": "string" },
                "records": { "type": "array", "items": {
                  "type": "object",
                  "required": ["id"],
                  "properties": {
                    "id": { "type": "string" },
                    "name": { "type": "string", "minLength": 2 },
                    "where": { "enum": ["ground", "orbit"] },
                    "since": { "type": "integer" },
                    "link": { "type": "string", "format": "uri" },
                    "code": { "type": "string", "pattern": "^[A-Z]+$" },
                    "power": { "oneOf": [ { "$ref": "quantity.schema.json#/$defs/quantity" },
                                          { "$ref": "quantity.schema.json#/$defs/reference" } ] },
                    "tag": { "anyOf": [ { "type": "string" }, { "type": "array" } ] }
                  },
                  "additionalProperties": false } } } }
            """;

    @TempDir
    private Path folder;

    private DataFolder data = new DataFolder(Path.of("."));

    @BeforeEach
    void two_schemas() {
        data = new DataFolder(folder)
                .with("schema/quantity.schema.json", QUANTITY)
                .with("schema/pumps.schema.json", PUMPS);
    }

    private List<String> toldOf(String... records) {
        return data.records("pumps", records).told();
    }

    @Test
    void records_that_keep_the_schema_give_no_finding() {
        assertThat(toldOf("""
                { "id": "p", "name": "Pump", "where": "orbit", "since": 1998, "link": "https://example.org/a", "code": "A",
                  "power": { "value": 1, "unit": "kW", "status": "assumption" }, "tag": "x" }""", """
                { "id": "q", "power": { "ref": "p.power" }, "tag": [] }""")).isEmpty();
    }

    @Test
    void each_violation_is_told_at_its_value_with_its_json_pointer() {
        assertThat(toldOf(
                        "{ \"id\": \"p\",\n\"name\": \"P\",\n\"where\": \"orbitt\",\n\"since\": 1.5,\n\"link\": \"a b\",\n"
                                + "\"code\": \"a\",\n\"nmae\": 1,\n\"tag\": 5 }"))
                .containsExactly(
                        "data/pumps.json:3:9: error: /records/0/name must be at least 2 characters long [schema]",
                        "data/pumps.json:4:10: error: /records/0/where is \"orbitt\", which is not among what it can be"
                                + " [schema]\n  hint: did you mean \"orbit\"?",
                        "data/pumps.json:5:10: error: /records/0/since is a number where the schema wants a whole number"
                                + " [schema]",
                        "data/pumps.json:6:9: error: /records/0/link does not match the uri pattern must be a valid RFC 3986"
                                + " URI [schema]",
                        "data/pumps.json:7:9: error: /records/0/code is \"a\", which is not of the form ^[A-Z]+$ [schema]",
                        "data/pumps.json:8:1: error: /records/0 has the unknown key \"nmae\" [schema]\n"
                                + "  hint: did you mean \"name\"?",
                        "data/pumps.json:9:8: error: /records/0/tag is a number where the schema wants a list or a text"
                                + " [schema]");
    }

    @Test
    void of_the_forms_a_value_can_have_the_nearest_one_says_what_is_wrong() {
        assertThat(toldOf(
                        "{ \"id\": \"p\", \"power\": { \"value\": 1, \"unit\": \"kW\", \"status\": \"assumption\", \"x\": 1 } }",
                        "{ \"id\": \"q\", \"power\": { \"ref\": 5 } }"))
                .containsExactly(
                        "data/pumps.json:2:75: error: /records/0/power has the unknown key \"x\" [schema]",
                        "data/pumps.json:3:32: error: /records/1/power/ref is a number where the schema wants a text"
                                + " [schema]");
    }

    @Test
    void an_object_with_wrong_keys_is_nearest_to_the_form_of_an_object() {
        data.with("schema/fans.schema.json", """
                { "properties": { "records": { "items": { "properties": { "rows": { "oneOf": [
                    { "type": "array" },
                    { "type": "object", "required": ["collection"], "properties": { "collection": {} },
                      "additionalProperties": false } ] } } } } } }""")
                .records("fans", "{ \"id\": \"f\", \"rows\": { \"colection\": \"a\", \"limt\": 1 } }");
        assertThat(data.told()).noneMatch(told -> told.contains("a list")).hasSize(3);
    }

    @Test
    void a_number_out_of_bounds_is_told_with_the_bound() {
        data.with("schema/fans.schema.json", """
                { "properties": { "records": { "items": { "properties": {
                    "digits": { "minimum": 1, "maximum": 12 } } } } } }""")
                .records("fans", "{ \"id\": \"f\", \"digits\": 0 }", "{ \"id\": \"g\", \"digits\": 99 }");
        assertThat(data.told())
                .containsExactly(
                        "data/fans.json:2:24: error: /records/0/digits is 0; the smallest is 1 [schema]",
                        "data/fans.json:3:24: error: /records/1/digits is 99; the largest is 12 [schema]");
    }

    @Test
    void what_another_check_tells_at_the_same_value_is_not_told_twice() {
        assertThat(toldOf(
                        "{ \"id\": 7, \"power\": { \"value\": 1, \"unit\": \"kW\", \"status\": \"assumptoin\" } }",
                        "{ \"name\": \"Pump\" }"))
                .hasSize(3)
                .allSatisfy(told -> assertThat(told).doesNotContain("[schema]"));
    }

    @Test
    void every_collection_is_checked_in_one_run() {
        data.with("schema/fans.schema.json", "{ \"required\": [\"records\", \"title\"] }")
                .with("schema/table.schema.json", "{ \"required\": [\"columns\"] }")
                .records("fans")
                .with("tables/t.json", "{ \"id\": \"t\" }");
        assertThat(toldOf("5"))
                .containsExactly(
                        "data/fans.json:1:1: error: the file has no \"title\" [schema]",
                        "data/pumps.json:2:1: error: a record is an object, this is a number [id-form]",
                        "data/tables/t.json:1:1: error: the file has no \"columns\" [schema]");
    }

    @Test
    void a_collection_without_a_schema_is_a_warning() {
        data.records("fans");
        assertThat(data.everything().stream().map(Finding::toString))
                .containsExactly("data/fans.json:1:1: warning: the form of this file is not checked [no-schema]\n"
                        + "  hint: describe it in data/schema/fans.schema.json");
    }

    @Test
    void a_schema_pointer_that_leads_elsewhere_is_a_warning() {
        data.with("pumps.json", "{ \"$schema\": \"schema/pump.schema.json\", \"records\": [] }");
        assertThat(data.told())
                .containsExactly("data/pumps.json:1:14: warning: \"$schema\" is not \"data/schema/pumps.schema.json\","
                        + " which this file is checked against [schema-pointer]\n"
                        + "  hint: editors find the schema by it: write \"schema/pumps.schema.json\"");
    }

    @Test
    void the_schema_pointer_of_a_table_starts_at_its_folder() {
        data.with("schema/table.schema.json", "{}")
                .with("tables/t.json", "{ \"$schema\": \"../schema/table.schema.json\", \"id\": \"t\" }");
        assertThat(data.told()).isEmpty();
    }

    @Test
    void a_fault_of_a_schema_is_told_in_the_schema() {
        data.with("schema/fans.schema.json", "{\n\"type\": \"objct\" }")
                .with("schema/racks.schema.json", "{ \"$ref\": \"nowhere.schema.json\" }")
                .with("schema/belts.schema.json", "{ \"type\": }")
                .records("fans")
                .records("racks")
                .records("belts");
        assertThat(data.findings())
                .extracting(finding -> finding.span() + " " + finding.rule())
                .contains(
                        "data/schema/fans.schema.json:2:9 schema-form",
                        "data/schema/racks.schema.json:1:1 schema-form",
                        "data/schema/belts.schema.json:1:11 json-syntax")
                .allSatisfy(told -> assertThat(told).startsWith("data/schema/"));
    }

    @Test
    void schemas_with_an_address_of_their_own_find_each_other() {
        data.with(
                "schema/pumps.schema.json",
                PUMPS.replaceFirst("\\{", "{ \"\\$id\": \"https://example.org/schemas/pumps\","));
        data.with(
                "schema/quantity.schema.json", QUANTITY.replaceFirst("\\{", "{ \"\\$id\": \"https://example.org/q\","));
        assertThat(toldOf("{ \"id\": \"p\", \"power\": { \"ref\": 5 } }")).hasSize(1);
    }

    @Test
    void no_schema_is_ever_fetched() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/remote.json";
            data.with("schema/pumps.schema.json", "{ \"$ref\": \"" + address + "\" }");
            assertThat(toldOf("{ \"id\": \"p\" }"))
                    .singleElement()
                    .asString()
                    .startsWith("data/schema/pumps.schema.json:1:1: error: the schema cannot be used: ")
                    .contains(address);
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
