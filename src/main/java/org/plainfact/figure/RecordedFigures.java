package org.plainfact.figure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;

/** Puts every quantity of a record into a workbook, however deep it lies. */
final class RecordedFigures {
    private final Entry entry;
    private final Workbook workbook;

    private RecordedFigures(Entry entry, Workbook workbook) {
        this.entry = entry;
        this.workbook = workbook;
    }

    /** @param except top-level keys that mean something else */
    static void put(Entry entry, Set<String> except, Workbook workbook) {
        RecordedFigures figures = new RecordedFigures(entry, workbook);
        entry.fields().forEach((name, field) -> {
            if (!except.contains(name)) {
                figures.walk(name, field, entry.pointer() + "/" + escaped(name));
            }
        });
    }

    static Figure figure(Entry entry, String field, Field.Measure measure, String pointer) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        return new Figure(
                entry.id() + "." + field,
                entry.id(),
                field,
                measure.title().orElse(words(last)),
                entry.title(),
                measure.quantity(),
                measure.unit(),
                measure.qualifiers(),
                measure.provenance(),
                measure.quantity()
                        .map(quantity -> Display.recorded(quantity.range(), measure.written()))
                        .orElse(Display.NOT_STATED),
                Optional.empty(),
                measure.note(),
                entry.text("not-for"),
                measure.span(),
                pointer);
    }

    /** The words of a name in kebab case. */
    static String words(String name) {
        return name.replace('-', ' ').replace('_', ' ');
    }

    private void walk(String path, Field field, String pointer) {
        switch (field) {
            case Field.Measure measure ->
                workbook.put(
                        entry.id(), entry.id() + "." + path, new Slot.Recorded(figure(entry, path, measure, pointer)));
            case Field.Reference reference ->
                workbook.put(
                        entry.id(),
                        entry.id() + "." + path,
                        new Slot.Alias(entry.id(), reference.address(), reference.span()));
            case Field.Group group -> walk(path, group.fields(), pointer);
            case Field.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    walkItem(path, items.items().get(i), pointer + "/" + i);
                }
            }
            case Field.Text ignored -> {}
            case Field.Number ignored -> {}
            case Field.Flag ignored -> {}
            case Field.Null ignored -> {}
        }
    }

    private void walk(String path, Map<String, Field> fields, String pointer) {
        fields.forEach((name, field) -> walk(path + "." + name, field, pointer + "/" + escaped(name)));
    }

    /** An item without an id has no address. */
    private void walkItem(String path, Field item, String pointer) {
        if (item instanceof Field.Group group && group.fields().get("id") instanceof Field.Text id) {
            walk(path + "." + id.text(), group.fields(), pointer);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
