package org.plainfact.data;

import java.util.Map;
import java.util.Optional;
import org.plainfact.source.SourceSpan;

/**
 * A record of a collection: one facility, one source.
 *
 * @param collection name of the file without {@code .json}
 * @param id kebab-case, unique in the whole dataset
 * @param fields in the order of the file, {@code id} included
 * @param pointer JSON pointer in the file, such as {@code /records/3}
 */
public record Entry(String collection, String id, Map<String, Field> fields, String pointer, SourceSpan span) {
    /**
     * A field by path: {@code it-power}, {@code timeline.2026-06-15.it-power}. A step into a list names the {@code id}
     * of an item.
     */
    public Optional<Field> find(String path) {
        Field at = new Field.Group(fields, span);
        for (String step : path.split("\\.", -1)) {
            Optional<Field> next = step(at, step);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    /** JSON pointer in the file of a field that {@link #find} finds: {@code /records/3/timeline/0/it-power}. */
    public Optional<String> pointer(String path) {
        StringBuilder pointer = new StringBuilder(this.pointer);
        Field at = new Field.Group(fields, span);
        for (String step : path.split("\\.", -1)) {
            Optional<Field> next = step(at, step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            String name = at instanceof Field.Items items
                    ? Integer.toString(items.items().indexOf(next.get()))
                    : step.replace("~", "~0").replace("/", "~1");
            pointer.append('/').append(name);
            at = next.get();
        }
        return Optional.of(pointer.toString());
    }

    private static Optional<Field> step(Field at, String step) {
        return switch (at) {
            case Field.Group group -> Optional.ofNullable(group.fields().get(step));
            case Field.Items items ->
                items.items().stream()
                        .filter(item -> item instanceof Field.Group group
                                && group.fields().get("id") instanceof Field.Text text
                                && text.text().equals(step))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** A text field, or empty where it is absent or no text. */
    public Optional<String> text(String path) {
        return find(path).map(field -> field instanceof Field.Text text ? text.text() : null);
    }

    /** {@code title}, else {@code name}, else the id. */
    public String title() {
        return text("title").or(() -> text("name")).orElse(id);
    }
}
