package org.plainfact.data;

import static org.plainfact.data.UnitExpression.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * Reads {@code data/} as {@code src/doc/data.md} describes it. What an author can mend is a finding at its place in the
 * JSON; a file at fault does not hide the faults of the others.
 */
public final class DatasetReader {
    private static final long MAX_BYTES = 256L << 20;
    private static final String COLLECTION = "data/[a-z0-9]+(-[a-z0-9]+)*\\.json";

    /** Folders of collections with a file for each record. */
    private static final String ONE_EACH = "data/(tables|charts|calculators)/[^/]+\\.json";

    /** Folders that others read. */
    private static final List<String> OTHERS = List.of("data/schema/", "data/carousel/");

    private static final String UNITS = "data/units.json";
    private static final String SOURCES = "data/sources.json";

    private final SourceTree tree;
    private final Findings findings;
    private final Schemas schemas;
    private final Map<String, Path> files = new TreeMap<>();

    private DatasetReader(SourceTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        this.schemas = Schemas.read(tree, MAX_BYTES, findings);
    }

    /**
     * All collections of a project. A project without {@code data/} has none, and knows the units of SI.
     *
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public static Dataset read(SourceTree tree, Findings findings) {
        return new DatasetReader(tree, findings).dataset();
    }

    /**
     * The units and formulas that a published ledger of figures carries; no other collections. Which sources there are is
     * not said in it, so that none is told as unknown.
     *
     * @return empty after a finding where the text is no JSON or carries none
     */
    public static Optional<Dataset> published(SourceFile ledger, Findings findings) {
        return JsonDocument.read(ledger, findings).map(JsonDocument::root).flatMap(root -> published(root, findings));
    }

    private static Optional<Dataset> published(JsonValue root, Findings findings) {
        Optional<JsonValue> declarations = root.get("units").filter(JsonValue::isList);
        Optional<JsonValue> formulas = root.get("formulas").filter(JsonValue::isList);
        if (declarations.isEmpty() || formulas.isEmpty()) {
            findings.error(
                    "ledger-form",
                    root.span(),
                    "the formulas and units that the figures are computed by are not in it",
                    "publish the site again");
            return Optional.empty();
        }
        Units units = UnitDeclarations.read(declarations.get().items(), findings);
        RecordReader reader = new RecordReader(units, Optional.empty(), findings);
        return Optional.of(new Dataset(
                Map.of(
                        "units", entries(reader, "units", declarations.get()),
                        "formulas", entries(reader, "formulas", formulas.get())),
                units));
    }

    private static List<Entry> entries(RecordReader reader, String collection, JsonValue records) {
        List<JsonValue> values = records.items();
        return IntStream.range(0, values.size())
                .mapToObj(i -> reader.entry(collection, values.get(i), "/" + collection + "/" + i))
                .flatMap(Optional::stream)
                .toList();
    }

    private Dataset dataset() {
        listFiles();
        Records declarations = records(UNITS);
        Records sources = records(SOURCES);
        Units units = declarations.broken
                ? UnitDeclarations.unreadable()
                : UnitDeclarations.read(declarations.values, findings);
        RecordReader reader = new RecordReader(units, ids(sources), findings);
        Stream<Records> others = files.keySet().stream()
                .filter(name -> !name.equals(UNITS) && !name.equals(SOURCES))
                .map(this::records);
        List<Records> all =
                Stream.concat(Stream.of(declarations, sources), others).toList();
        List<Entry> entries = all.stream()
                .flatMap(records -> entries(records, reader).stream())
                .toList();
        Map<String, List<Entry>> collections = unique(entries);
        long written = all.stream().mapToLong(records -> records.values.size()).sum();
        long kept = collections.values().stream().mapToLong(List::size).sum();
        return new Dataset(collections, units, all.stream().noneMatch(Records::broken), kept == written);
    }

    private void listFiles() {
        for (Path file : tree.files("data")) {
            String name = tree.name(file);
            if (name.matches(COLLECTION) || name.matches(ONE_EACH)) {
                files.put(name, file);
            } else if (name.matches("data/[^/]+\\.ya?ml")
                    || (name.endsWith(".json") && OTHERS.stream().noneMatch(name::startsWith))) {
                findings.warning(
                        "not-read",
                        SourceSpan.of(name),
                        "no data is read from this file",
                        Optional.of("collections are data/NAME.json in lower case, tables data/tables/ID.json, charts"
                                + " data/charts/ID.json, calculators data/calculators/ID.json"));
            }
        }
    }

    /** Empty and not broken where there is no such file. */
    private Records records(String name) {
        Path file = files.get(name);
        if (file == null) {
            return new Records(name, Optional.empty(), false, List.of());
        }
        Optional<JsonDocument> document = tree.read(file, MAX_BYTES).flatMap(text -> JsonDocument.read(text, findings));
        Optional<JsonValue> root = document.map(JsonDocument::root);
        Optional<List<JsonValue>> values = root.flatMap(top -> isAlone(name) ? Optional.of(List.of(top)) : listed(top));
        return new Records(name, document, values.isEmpty(), values.orElse(List.of()));
    }

    /** Checked against the schema last, which then need not repeat what was told. */
    private List<Entry> entries(Records records, RecordReader reader) {
        List<Entry> entries = records.entries(reader).toList();
        records.document.ifPresent(document -> schemas.check(records.file, document));
        return entries;
    }

    private Optional<List<JsonValue>> listed(JsonValue root) {
        Optional<JsonValue> records = root.get("records").filter(JsonValue::isList);
        if (records.isEmpty()) {
            findings.error(
                    "collection-form",
                    root.get("records").orElse(root).span(),
                    "a collection is an object with a list \"records\"",
                    "write { \"records\": [ … ] }");
        }
        return records.map(JsonValue::items);
    }

    private static boolean isAlone(String name) {
        return name.matches(ONE_EACH);
    }

    private static Optional<Set<String>> ids(Records sources) {
        return sources.broken
                ? Optional.empty()
                : Optional.of(sources.values.stream()
                        .flatMap(record -> record.text("id").stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** By collection, the second record of an id left out. */
    private Map<String, List<Entry>> unique(List<Entry> entries) {
        Map<String, List<Entry>> collections = new TreeMap<>();
        Map<String, SourceSpan> seen = new HashMap<>();
        entries.stream().sorted((a, b) -> a.span().compareTo(b.span())).forEach(entry -> {
            SourceSpan first = seen.putIfAbsent(entry.id(), entry.span());
            if (first == null) {
                collections
                        .computeIfAbsent(entry.collection(), name -> new ArrayList<>())
                        .add(entry);
            } else {
                findings.error(
                        "duplicate-id",
                        entry.span(),
                        "the id " + quoted(entry.id()) + " is taken; the first is at " + first,
                        "an id is unique in the whole dataset");
            }
        });
        return collections;
    }

    /** @param broken whether there is a file from which no records could be read */
    private record Records(String file, Optional<JsonDocument> document, boolean broken, List<JsonValue> values) {
        Stream<Entry> entries(RecordReader reader) {
            boolean alone = isAlone(file);
            String folder = file.replaceFirst("^data/", "").replaceFirst("/.*", "");
            String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".json".length());
            return IntStream.range(0, values.size())
                    .mapToObj(i -> alone
                            ? reader.alone(folder, name, values.get(i))
                            : reader.entry(name, values.get(i), "/records/" + i))
                    .flatMap(Optional::stream);
        }
    }
}
