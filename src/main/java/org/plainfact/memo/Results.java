package org.plainfact.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Results by name. There are some twenty for each text of a site, so that one object more for each would be a twentieth of
 * all that is remembered. Safe for several threads.
 */
final class Results {
    private static final int PARTS = 64;
    private static final int FIRST_CAPACITY = 8;

    /** Below 1, what is left free to find things soon. */
    private static final double FULL = 0.7;

    private final Part[] parts = new Part[PARTS];

    Results() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part();
        }
    }

    @Nullable
    Result get(String name) {
        int hash = hash(name);
        return part(hash).get(name, hash);
    }

    /** In place of the one of the same name, where there is one. */
    void put(Result result) {
        int hash = hash(result.name());
        part(hash).put(result, hash);
    }

    void removeIf(Predicate<Result> condition) {
        for (Part part : parts) {
            part.removeIf(condition);
        }
    }

    /** As they are now, in no order. */
    List<Result> all() {
        List<Result> all = new ArrayList<>();
        for (Part part : parts) {
            part.addTo(all);
        }
        return all;
    }

    private static int hash(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private Part part(int hash) {
        return parts[hash & PARTS - 1];
    }

    /** Results whose names have some hashes. */
    private static final class Part {
        private @Nullable Result[] items = new Result[FIRST_CAPACITY];
        private int size;

        synchronized @Nullable Result get(String name, int hash) {
            return items[place(name, hash, items)];
        }

        synchronized void put(Result result, int hash) {
            if (size >= items.length * FULL) {
                resize(items.length * 2);
            }
            int at = place(result.name(), hash, items);
            if (items[at] == null) {
                size++;
            }
            items[at] = result;
        }

        synchronized void removeIf(Predicate<Result> condition) {
            int before = size;
            for (int i = 0; i < items.length; i++) {
                Result item = items[i];
                if (item != null && condition.test(item)) {
                    items[i] = null;
                    size--;
                }
            }
            if (size < before) {
                // Who was put behind one that is gone would not be found there.
                int capacity = FIRST_CAPACITY;
                while (size >= capacity * FULL) {
                    capacity *= 2;
                }
                resize(capacity);
            }
        }

        synchronized void addTo(List<Result> all) {
            for (Result item : items) {
                if (item != null) {
                    all.add(item);
                }
            }
        }

        private void resize(int capacity) {
            @Nullable Result[] now = new Result[capacity];
            for (Result item : items) {
                if (item != null) {
                    now[place(item.name(), hash(item.name()), now)] = item;
                }
            }
            items = now;
        }

        /** Where it stands, or may be put. */
        private static int place(String name, int hash, @Nullable Result[] items) {
            int mask = items.length - 1;
            int at = hash / PARTS & mask;
            for (Result there = items[at]; there != null && !there.name().equals(name); there = items[at]) {
                at = at + 1 & mask;
            }
            return at;
        }
    }
}
