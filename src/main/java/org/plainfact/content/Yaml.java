package org.plainfact.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/** A file of YAML, read: what stands in it, with places. */
public sealed interface Yaml {
    SourceSpan at();

    /** A text, number or truth value, as it is written. */
    record Words(String text, SourceSpan at) implements Yaml {}

    record Items(List<Yaml> items, SourceSpan at) implements Yaml {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** @param keys where each key stands */
    record Group(Map<String, Yaml> values, Map<String, SourceSpan> keys, SourceSpan at) implements Yaml {}

    /** A key without a value. */
    record Nothing(SourceSpan at) implements Yaml {}

    /**
     * What a file says; empty where it is no YAML or holds nothing.
     *
     * @param name of the file to its author, such as {@code the style}
     * @param rule under which faults of form are told
     */
    static Optional<Yaml> read(SourceFile file, String name, String rule, Findings findings) {
        return new YamlHeader(file, 0, file.text().length(), name, rule, findings)
                .read()
                .map(value -> of(value, file));
    }

    private static Yaml of(Value value, SourceFile file) {
        SourceSpan at = file.at(value.at());
        return switch (value) {
            case Value.Words words -> new Words(words.text(), at);
            case Value.Nothing nothing -> new Nothing(at);
            case Value.Items items ->
                new Items(items.items().stream().map(item -> of(item, file)).toList(), at);
            case Value.Group group -> {
                Map<String, Yaml> values = new LinkedHashMap<>();
                Map<String, SourceSpan> keys = new LinkedHashMap<>();
                group.entries().forEach((key, entry) -> {
                    values.put(key, of(entry.value(), file));
                    keys.put(key, file.at(entry.at()));
                });
                yield new Group(values, keys, at);
            }
        };
    }
}
