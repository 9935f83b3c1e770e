package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plainfact.publish.ObjectStore.Headers;

/**
 * The paths that a publisher is about to change: what lies there when it does not come to its end is not known. They are
 * written down before the first change, as an object of the store.
 */
record Doubts(ObjectStore store) {
    static final String KEY = "site-publishing.txt";

    private static final Headers HEADERS =
            new Headers("text/plain; charset=utf-8", "no-store", Optional.empty(), Map.of());

    Set<String> read() throws IOException {
        return store.read(KEY)
                .map(found -> Set.copyOf(new String(found.bytes(), UTF_8)
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .toList()))
                .orElse(Set.of());
    }

    /** In place of what is written down; a path holds no line break. */
    void write(Collection<String> paths) throws IOException {
        SortedSet<String> sorted = new TreeSet<>(paths);
        String text = String.join("\n", sorted) + "\n";
        store.write(KEY, new Body.OfBytes(text.getBytes(UTF_8)), HEADERS);
    }

    void remove() throws IOException {
        store.remove(KEY);
    }

    /** All that a plan changes. */
    static List<String> of(Plan plan) {
        return List.of(plan.added(), plan.changed(), plan.removed()).stream()
                .flatMap(List::stream)
                .map(Entry::path)
                .toList();
    }
}
