package org.plainfact.data;

import static org.plainfact.data.UnitExpression.quoted;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/** The schemas in {@code data/schema/}. They may refer to each other by file name; nothing else is ever fetched. */
final class Schemas {
    private static final String FOLDER = "data/schema/";
    private static final String SUFFIX = ".schema.json";

    private static final String BASE = "https://plainfact.invalid/";

    /** What a schema must be like: the same for all that are read, and slow to make. */
    private static final Schema FORM =
            registry(builder -> {}).getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    private final Findings findings;
    private final Map<String, JsonDocument> byIri = new HashMap<>();
    private final Map<String, Schema> byFile = new TreeMap<>();
    private final SchemaRegistry registry = registry(builder ->
            builder.schemaLoader(loader -> loader.resourceLoaders(loaders -> loaders.resources(this::local))));

    private Schemas(Findings findings) {
        this.findings = findings;
    }

    private static SchemaRegistry registry(Consumer<SchemaRegistry.Builder> more) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> {
            builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .locale(Locale.ROOT)
                    .formatAssertionsEnabled(true)
                    .build());
            more.accept(builder);
        });
    }

    static Schemas read(SourceTree tree, long maxBytes, Findings findings) {
        Schemas schemas = new Schemas(findings);
        Map<String, JsonDocument> files = new TreeMap<>();
        for (Path file : tree.files("data/schema")) {
            String name = tree.name(file);
            if (name.endsWith(".json")) {
                tree.read(file, maxBytes)
                        .flatMap(text -> JsonDocument.read(text, findings))
                        .ifPresent(document -> files.put(name, document));
            }
        }
        files.forEach(schemas::register);
        files.forEach(schemas::load);
        return schemas;
    }

    private void register(String file, JsonDocument document) {
        byIri.put(BASE + file, document);
        document.root().text("$id").ifPresent(id -> byIri.putIfAbsent(id, document));
    }

    /** By address, else by file name: a schema's {@code $id} may be the address at which a site will publish it. */
    private @Nullable String local(String iri) {
        if (iri.startsWith("https://json-schema.org/")) {
            return null;
        }
        JsonDocument document = byIri.get(iri);
        if (document == null) {
            document = byIri.get(BASE + FOLDER + iri.substring(iri.lastIndexOf('/') + 1));
        }
        return document == null ? null : document.file().text();
    }

    private void load(String file, JsonDocument document) {
        if (!wellFormed(document)) {
            return;
        }
        try {
            byFile.put(file, registry.getSchema(SchemaLocation.of(BASE + file)));
        } catch (SchemaException e) {
            tellFault(file, e);
        }
    }

    private boolean wellFormed(JsonDocument document) {
        List<Error> errors = FORM.validate(document.root().node());
        new Violations(document, byIri, "schema-form", findings).tell(errors);
        return errors.isEmpty();
    }

    /** The library names the address that it looked for, and no place. */
    private void tellFault(String file, SchemaException e) {
        String message = String.valueOf(e.getMessage())
                .replaceAll("^(java\\.[\\w.]+: )+", "")
                .replaceAll("\\R.*", "");
        findings.error(
                "schema-form",
                SourceSpan.of(file),
                "the schema cannot be used: " + message.replace(BASE, ""),
                "a \"$ref\" names a file of " + FOLDER + ", and a part of it");
    }

    /** Tells where a file of data breaks its schema. */
    void check(String file, JsonDocument document) {
        String own = FOLDER + kind(file) + SUFFIX;
        pointsTo(own, file, document);
        Schema schema = byFile.get(own);
        if (schema != null) {
            validate(schema, own, document);
        } else if (!byIri.containsKey(BASE + own)) {
            findings.warning(
                    "no-schema",
                    SourceSpan.of(file),
                    "the form of this file is not checked",
                    Optional.of("describe it in " + own));
        }
    }

    private void validate(Schema schema, String own, JsonDocument document) {
        try {
            List<Error> errors = schema.validate(document.root().node());
            new Violations(document, byIri, "schema", findings).tell(errors);
        } catch (SchemaException e) {
            tellFault(own, e);
        }
    }

    private void pointsTo(String own, String file, JsonDocument document) {
        Optional<JsonValue> pointer = document.root().get("$schema");
        if (pointer.isPresent()
                && !pointer.get().text().map(text -> resolved(file, text)).equals(Optional.of(own))) {
            findings.warning(
                    "schema-pointer",
                    pointer.get().span(),
                    "\"$schema\" is not " + quoted(own) + ", which this file is checked against",
                    Optional.of("editors find the schema by it: write " + quoted(relative(file, own))));
        }
    }

    private static String resolved(String file, String text) {
        StringBuilder path = new StringBuilder(file.substring(0, file.lastIndexOf('/')));
        for (String step : text.split("/", -1)) {
            if (step.equals("..")) {
                path.setLength(Math.max(0, path.lastIndexOf("/")));
            } else if (!step.equals(".")) {
                path.append('/').append(step);
            }
        }
        return path.toString();
    }

    private static String relative(String file, String own) {
        return (isAlone(file) ? "../" : "") + own.substring("data/".length());
    }

    /** Whether the record has a file of its own, in the folder of its collection. */
    private static boolean isAlone(String file) {
        return stem(file).contains("/");
    }

    /** The schema's name: {@code table} for what is in {@code data/tables/}. */
    private static String kind(String file) {
        return isAlone(file) ? stem(file).replaceFirst("s/.*", "") : stem(file);
    }

    private static String stem(String file) {
        return file.substring("data/".length(), file.length() - ".json".length());
    }
}
