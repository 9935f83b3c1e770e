package org.plainfact.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All collections of a project, read and validated. */
public final class Dataset {
    private final SortedMap<String, List<Entry>> collections;
    private final Map<String, Entry> byId;
    private final Units units;
    private final boolean complete;
    private final boolean whole;

    /** @param collections by name; ids are unique across all of them */
    public Dataset(Map<String, List<Entry>> collections, Units units) {
        this(collections, units, true, true);
    }

    /**
     * @param collections by name; ids are unique across all of them
     * @param complete whether every file could be read
     * @param whole whether every record of them is there
     */
    Dataset(Map<String, List<Entry>> collections, Units units, boolean complete, boolean whole) {
        this.complete = complete;
        this.whole = complete && whole;
        this.collections = Collections.unmodifiableSortedMap(new TreeMap<>(collections));
        this.units = units;
        Map<String, Entry> ids = new LinkedHashMap<>();
        this.collections.values().forEach(entries -> entries.forEach(entry -> ids.put(entry.id(), entry)));
        this.byId = Collections.unmodifiableMap(ids);
    }

    /** By name; {@code tables} and {@code calculators} hold one record for each file in their folders. */
    public SortedMap<String, List<Entry>> collections() {
        return collections;
    }

    /** The records of a collection in file order; none where there is no such collection. */
    public List<Entry> collection(String name) {
        return collections.getOrDefault(name, List.of());
    }

    public Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Whether every file of data could be read. Where one could not, which is a finding of its own, a name that is not
     * found may well be declared in it, so that nobody can tell whether it is a mistake.
     */
    public boolean complete() {
        return complete;
    }

    /**
     * Whether, besides, no record was left out for a fault of its own, such as an id that is none. Where one was, what it
     * rests on is not known.
     */
    public boolean whole() {
        return whole;
    }

    public Units units() {
        return units;
    }
}
