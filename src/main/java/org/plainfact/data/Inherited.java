package org.plainfact.data;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a quantity says of itself, or takes from the object around it. */
record Inherited(
        Optional<Status> status,
        Optional<String> asOf,
        Optional<SortedSet<String>> sources,
        Map<String, String> qualifiers) {
    static final Inherited NOTHING = new Inherited(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /** What the inner one says wins; qualifiers key by key. */
    Inherited with(Inherited inner) {
        TreeMap<String, String> merged = new TreeMap<>(qualifiers);
        merged.putAll(inner.qualifiers);
        return new Inherited(
                inner.status.or(() -> status), inner.asOf.or(() -> asOf), inner.sources.or(() -> sources), merged);
    }

    Provenance provenance(Status otherwise) {
        return new Provenance(status.orElse(otherwise), asOf, sources.orElseGet(TreeSet::new));
    }
}
