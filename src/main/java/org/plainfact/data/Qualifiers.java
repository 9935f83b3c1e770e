package org.plainfact.data;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a value must carry to be comparable, such as {@code power-basis: wall}; see {@code src/doc/data.md}. */
public record Qualifiers(SortedMap<String, String> values) {
    public static final Qualifiers NONE = new Qualifiers(Collections.emptySortedMap());

    public Qualifiers {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Qualifiers of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Qualifiers(new TreeMap<>(values));
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
