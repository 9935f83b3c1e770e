package org.plainfact.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.plainfact.publish.Entry.Turn;

/**
 * What makes the live site the new one. The manifest is in none of the lists: it is sent where anything is.
 *
 * @param added not live yet; by path, as all lists
 * @param changed live with another content, type or caching: as they will be
 * @param removed live and no part of the new site: as they are
 * @param unchanged not to be sent
 */
public record Plan(List<Entry> added, List<Entry> changed, List<Entry> removed, List<Entry> unchanged) {
    public Plan {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        unchanged = List.copyOf(unchanged);
    }

    public static Plan of(Manifest live, Manifest next) {
        SortedMap<String, Entry> before = live.files();
        List<Entry> added = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        List<Entry> unchanged = new ArrayList<>();
        for (Entry entry : next.files().values()) {
            Entry old = before.get(entry.path());
            if (old == null) {
                added.add(entry);
            } else if (old.equals(entry)) {
                unchanged.add(entry);
            } else {
                changed.add(entry);
            }
        }
        List<Entry> removed = before.values().stream()
                .filter(entry -> !next.files().containsKey(entry.path()))
                .toList();
        return new Plan(added, changed, removed, unchanged);
    }

    /** Whether the live site is the new one already. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** Of what is to be sent but the manifest. */
    public long bytes() {
        return added.stream().mapToLong(Entry::size).sum()
                + changed.stream().mapToLong(Entry::size).sum();
    }

    /** Whether more than half of the live files go. */
    public boolean removesMost() {
        return removed.size() > (changed.size() + removed.size() + unchanged.size()) / 2.0;
    }

    /**
     * What is to be sent, in the order in which it is: each list has arrived whole before the next begins. Fingerprinted
     * files first, then other files, then pages, those deepest in the site first, then what tells of pages. The manifest
     * comes after the last, and then what is removed goes. No list is empty.
     */
    public List<List<Entry>> waves() {
        List<List<Entry>> waves = new ArrayList<>();
        for (Turn turn : Turn.values()) {
            List<Entry> wave = new ArrayList<>();
            added.stream().filter(entry -> entry.turn() == turn).forEach(wave::add);
            changed.stream().filter(entry -> entry.turn() == turn).forEach(wave::add);
            wave.sort(Comparator.comparing(Plan::depth).reversed().thenComparing(Comparator.naturalOrder()));
            if (!wave.isEmpty()) {
                waves.add(List.copyOf(wave));
            }
        }
        return waves;
    }

    private static long depth(Entry entry) {
        return entry.path().chars().filter(c -> c == '/').count();
    }
}
