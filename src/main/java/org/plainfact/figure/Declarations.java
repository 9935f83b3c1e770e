package org.plainfact.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;

/**
 * By what figures are computed: units and formulas as an author declared them. With them a ledger can be computed again
 * by anybody.
 */
public record Declarations(List<Entry> units, List<Entry> formulas) {
    public Declarations {
        units = List.copyOf(units);
        formulas = List.copyOf(formulas);
    }

    static Declarations of(Dataset dataset) {
        return new Declarations(dataset.collection("units"), dataset.collection("formulas"));
    }

    /** All units, which are defined by one another, and some formulas. */
    Declarations only(Set<String> ids) {
        return new Declarations(
                units, formulas.stream().filter(it -> ids.contains(it.id())).toList());
    }

    /** For JSON, in the form of the data. */
    public Map<String, Object> json() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("formulas", formulas.stream().map(it -> plain(it.fields())).toList());
        out.put("units", units.stream().map(it -> plain(it.fields())).toList());
        return out;
    }

    private static Map<String, @Nullable Object> plain(Map<String, Field> fields) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        fields.forEach((name, field) -> out.put(name, plain(field)));
        return out;
    }

    private static @Nullable Object plain(Field field) {
        return switch (field) {
            case Field.Text text -> text.text();
            case Field.Number number -> TableJson.plain(number.value());
            case Field.Flag flag -> flag.value();
            case Field.Items items ->
                items.items().stream().map(Declarations::plain).toList();
            case Field.Group group -> plain(group.fields());
            case Field.Null ignored -> null;
            // Neither belongs in a declaration, and nothing reads one there.
            case Field.Measure ignored -> null;
            case Field.Reference ignored -> null;
        };
    }
}
