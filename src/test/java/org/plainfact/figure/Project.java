package org.plainfact.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plainfact.data.Dataset;
import org.plainfact.data.DatasetReader;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** A small project about heating, for tests: a folder, what is read from it, and what is wrong with it. */
final class Project {
    private final Path folder;
    private final Findings findings = new Findings();

    Project(Path folder) {
        this.folder = folder;
        file("data/sources.json", """
                {"records": [
                  {"id": "meter", "title": "Field test", "publisher": "Institute", "date": "2025-03", "url": "https://example.org/test"},
                  {"id": "sheet", "title": "Data sheet"}
                ]}""");
        file("data/units.json", """
                {"records": [
                  {"id": "house", "name": "house", "base": true},
                  {"id": "kwh-a", "name": "kWh/a", "definition": "kWh/(8760 h)", "spoken": "kilowatt-hours a year"}
                ]}""");
    }

    Project file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records of a collection. */
    Project records(String collection, String... records) {
        return file("data/" + collection + ".json", "{\"records\": [\n" + String.join(",\n", records) + "\n]}");
    }

    /** A formula with inputs written {@code name: unit}. */
    Project formula(String id, String expression, String unit, String inputs, String... more) {
        return records("formulas", formulaRecord(id, expression, unit, inputs, more));
    }

    static String formulaRecord(String id, String expression, String unit, String inputs, String... more) {
        StringBuilder list = new StringBuilder();
        for (String input : inputs.isEmpty() ? new String[0] : inputs.split(", ")) {
            String[] parts = input.split(": ");
            list.append(list.isEmpty() ? "" : ", ")
                    .append("{\"name\": \"%s\", \"symbol\": \"%s\", \"unit\": \"%s\"}"
                            .formatted(parts[0], parts[0], parts[1]));
        }
        return "{\"id\": \"%s\", \"title\": \"%s\", \"expression\": \"%s\", \"unit\": \"%s\", \"inputs\": [%s]%s}"
                .formatted(id, id, expression, unit, list, more.length == 0 ? "" : ", " + String.join(", ", more));
    }

    Dataset dataset() {
        return DatasetReader.read(new SourceTree(folder, findings), findings);
    }

    Figures figures() {
        return FigureReader.read(dataset(), findings);
    }

    Figure figure(String address) {
        return figures()
                .find(address)
                .orElseThrow(() -> new AssertionError("no figure " + address + findings.sorted()));
    }

    Table table(String id) {
        return figures().table(id).orElseThrow(() -> new AssertionError("no table " + id + findings.sorted()));
    }

    /** Without those on missing schemas, which these small projects do without. */
    List<Finding> findings() {
        return findings.sorted().stream()
                .filter(finding -> !finding.rule().equals("no-schema"))
                .toList();
    }

    /** What is wrong with the figures, one line each. */
    List<String> problems() {
        figures();
        return findings().stream()
                .map(finding -> finding.span() + ": " + finding.problem() + " [" + finding.rule() + "]")
                .toList();
    }

    List<String> rules() {
        figures();
        return findings().stream().map(Finding::rule).toList();
    }
}
