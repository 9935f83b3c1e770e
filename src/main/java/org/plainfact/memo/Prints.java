package org.plainfact.memo;

import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of objects, each known as itself and not as what it is equal to. There are several for each text of a site.
 * Safe for several threads.
 */
final class Prints {
    private static final int PARTS = 64;
    private static final int FIRST_CAPACITY = 16;

    /** Below 1, what is left free to find things soon. */
    private static final double FULL = 0.7;

    private final Part[] parts = new Part[PARTS];

    Prints() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part();
        }
    }

    @Nullable
    Fingerprint get(Object object) {
        int hash = hash(object);
        return part(hash).get(object, hash);
    }

    void put(Object object, Fingerprint fingerprint) {
        int hash = hash(object);
        part(hash).put(object, hash, fingerprint);
    }

    private static int hash(Object object) {
        int hash = System.identityHashCode(object);
        return hash ^ hash >>> 16;
    }

    private Part part(int hash) {
        return parts[hash & PARTS - 1];
    }

    /** Objects of some hashes. */
    private static final class Part {
        private @Nullable Object[] objects = new Object[FIRST_CAPACITY];

        /** Two for each object. */
        private long[] halves = new long[FIRST_CAPACITY * 2];

        private int size;

        synchronized @Nullable Fingerprint get(Object object, int hash) {
            int at = place(object, hash, objects);
            return objects[at] == null ? null : new Fingerprint(halves[2 * at], halves[2 * at + 1]);
        }

        synchronized void put(Object object, int hash, Fingerprint fingerprint) {
            if (size >= objects.length * FULL) {
                grow();
            }
            int at = place(object, hash, objects);
            if (objects[at] == null) {
                objects[at] = object;
                size++;
            }
            halves[2 * at] = fingerprint.high();
            halves[2 * at + 1] = fingerprint.low();
        }

        /** Where it stands, or may be put. */
        private static int place(Object object, int hash, @Nullable Object[] objects) {
            int mask = objects.length - 1;
            int at = hash / PARTS & mask;
            while (objects[at] != null && objects[at] != object) {
                at = at + 1 & mask;
            }
            return at;
        }

        private void grow() {
            @Nullable Object[] more = new Object[objects.length * 2];
            long[] theirs = new long[more.length * 2];
            for (int i = 0; i < objects.length; i++) {
                Object object = objects[i];
                if (object != null) {
                    int at = place(object, hash(object), more);
                    more[at] = object;
                    theirs[2 * at] = halves[2 * i];
                    theirs[2 * at + 1] = halves[2 * i + 1];
                }
            }
            objects = more;
            halves = theirs;
        }
    }
}
