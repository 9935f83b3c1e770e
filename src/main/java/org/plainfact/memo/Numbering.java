package org.plainfact.memo;

import org.jspecify.annotations.Nullable;

/**
 * Numbers objects, equal ones by one number, in the order in which they come: millions, of which little but themselves is
 * held. For one thread.
 */
final class Numbering {
    private static final int FIRST_CAPACITY = 1 << 10;

    /** Below 1, what is left free to find things soon. */
    private static final double FULL = 0.6;

    private @Nullable Object[] items = new Object[FIRST_CAPACITY];
    private int[] numbers = new int[FIRST_CAPACITY];
    private int size;

    /** The number that an equal one was given; negative where it is the first, which is given the next. */
    int of(Object item) {
        if (size >= items.length * FULL) {
            grow();
        }
        int at = place(item, items);
        if (items[at] != null) {
            return numbers[at];
        }
        items[at] = item;
        numbers[at] = size++;
        return -1;
    }

    /** Where it stands, or may be put. */
    private static int place(Object item, @Nullable Object[] items) {
        int mask = items.length - 1;
        // What many hashes share is in their upper bits.
        int at = item.hashCode() * 0x9E3779B9;
        for (at = (at ^ at >>> 16) & mask; ; at = (at + 1) & mask) {
            Object there = items[at];
            if (there == null || there.equals(item)) {
                return at;
            }
        }
    }

    private void grow() {
        @Nullable Object[] more = new Object[items.length * 2];
        int[] theirs = new int[more.length];
        for (int i = 0; i < items.length; i++) {
            Object item = items[i];
            if (item != null) {
                int at = place(item, more);
                more[at] = item;
                theirs[at] = numbers[i];
            }
        }
        items = more;
        numbers = theirs;
    }
}
