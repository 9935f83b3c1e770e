package org.plainfact.data;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a value comes from.
 *
 * @param asOf ISO date, month or year the value speaks of, such as {@code 2025-09} (of a derived value: the oldest)
 * @param sources ids of records of the collection {@code sources}
 */
public record Provenance(Status status, Optional<String> asOf, SortedSet<String> sources) {
    public Provenance {
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }

    /** Provenance of a value worked out from both: the weakest status, the oldest date, all sources. */
    public Provenance with(Provenance other) {
        TreeSet<String> union = new TreeSet<>(sources);
        union.addAll(other.sources);
        Optional<String> oldest = asOf.isEmpty()
                ? other.asOf
                : other.asOf.filter(date -> date.compareTo(asOf.get()) < 0).or(() -> asOf);
        return new Provenance(status.weaker(other.status), oldest, union);
    }
}
