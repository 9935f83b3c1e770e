package org.plainfact.data;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a quantity says of itself, or takes from the object around it. Quantities that say nothing of their own share
 * what they take.
 *
 * @param known what is known of it as provenance; a status that nobody gives is an assumption
 */
record Inherited(
        Optional<Status> status,
        Optional<String> asOf,
        Optional<SortedSet<String>> sources,
        Optional<BestBefore> bestBefore,
        Qualifiers qualifiers,
        Provenance known) {
    static final Inherited NOTHING =
            of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Qualifiers.NONE);

    static Inherited of(
            Optional<Status> status,
            Optional<String> asOf,
            Optional<SortedSet<String>> sources,
            Optional<BestBefore> bestBefore,
            Qualifiers qualifiers) {
        Provenance known = new Provenance(status.orElse(Status.ASSUMPTION), asOf, sources.orElseGet(TreeSet::new));
        return new Inherited(status, asOf, sources, bestBefore, qualifiers, known);
    }

    /** What the inner one says wins; qualifiers key by key. */
    Inherited with(Inherited inner) {
        return of(
                inner.status.or(() -> status),
                inner.asOf.or(() -> asOf),
                inner.sources.or(() -> sources),
                inner.bestBefore.or(() -> bestBefore),
                merged(inner.qualifiers));
    }

    private Qualifiers merged(Qualifiers inner) {
        if (inner.isEmpty() || qualifiers.isEmpty()) {
            return inner.isEmpty() ? qualifiers : inner;
        }
        TreeMap<String, String> merged = new TreeMap<>(qualifiers.values());
        merged.putAll(inner.values());
        return Qualifiers.of(merged);
    }

    /** Without a status of its own, a value that is not stated is no weaker than what it is joined with. */
    Provenance ofNotStated() {
        return status.isPresent() ? known : new Provenance(Status.CONSTANT, asOf, known.sources());
    }
}
