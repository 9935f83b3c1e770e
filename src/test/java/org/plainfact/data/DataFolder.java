package org.plainfact.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** A project's data in a scratch folder. */
final class DataFolder {
    private final Path root;
    private final Findings findings = new Findings();

    DataFolder(Path root) {
        this.root = root;
    }

    /** @param name below {@code data/} */
    DataFolder with(String name, String text) {
        Path file = root.resolve("data").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    DataFolder records(String collection, String... records) {
        return with(collection + ".json", "{ \"records\": [\n" + String.join(",\n", records) + "\n] }\n");
    }

    Dataset read() {
        return DatasetReader.read(new SourceTree(root, findings), findings);
    }

    /** All that reading tells. */
    List<Finding> everything() {
        read();
        return findings.sorted();
    }

    /** What reading tells, without the warnings that a collection has no schema. */
    List<Finding> findings() {
        read();
        return findings.sorted().stream()
                .filter(finding -> !finding.rule().equals("no-schema"))
                .toList();
    }

    /** The same, each as printed. */
    List<String> told() {
        return findings().stream().map(Finding::toString).toList();
    }
}
