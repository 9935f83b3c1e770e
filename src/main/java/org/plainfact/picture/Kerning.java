package org.plainfact.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far pairs of letters are moved together: the {@code kern} feature of a font's table {@code GPOS}, which FontBox
 * does not read. Of its kinds of adjustment only the horizontal advance of the first of two glyphs is known here.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/gpos">OpenType: GPOS</a>
 */
final class Kerning {
    private static final int KERN = 0x6B65726E;
    private static final int PAIRS = 2;
    private static final int EXTENSION = 9;
    private static final int ADVANCE = 0x0004;

    private final ByteBuffer gpos;

    /** Offsets of the subtables of each lookup, in the order they are tried. */
    private final List<List<Integer>> lookups = new ArrayList<>();

    /** @param gpos the table; empty for a font without one */
    Kerning(byte[] gpos) {
        this.gpos = ByteBuffer.wrap(gpos);
        if (gpos.length > 0) {
            kernLookups().forEach(lookup -> lookups.add(subtables(lookup)));
        }
    }

    /** In the font's units; negative for nearer. */
    int between(int left, int right) {
        int sum = 0;
        for (List<Integer> lookup : lookups) {
            sum += first(lookup, left, right);
        }
        return sum;
    }

    private int first(List<Integer> lookup, int left, int right) {
        for (int subtable : lookup) {
            int at = covered(subtable + word(subtable + 2), left);
            int adjusted = at < 0 ? Integer.MIN_VALUE : adjusted(subtable, at, left, right);
            if (adjusted != Integer.MIN_VALUE) {
                return adjusted;
            }
        }
        return 0;
    }

    private int adjusted(int subtable, int at, int left, int right) {
        return switch (word(subtable)) {
            case 1 -> ofPair(subtable, at, right);
            case 2 -> ofClasses(subtable, left, right);
            default -> Integer.MIN_VALUE;
        };
    }

    private int ofPair(int subtable, int at, int right) {
        int first = word(subtable + 4);
        int size = 2 + size(first) + size(word(subtable + 6));
        int set = subtable + word(subtable + 10 + 2 * at);
        int low = 0;
        int high = word(set) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int record = set + 2 + middle * size;
            int glyph = word(record);
            if (glyph == right) {
                return advance(record + 2, first);
            }
            if (glyph < right) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Integer.MIN_VALUE;
    }

    private int ofClasses(int subtable, int left, int right) {
        int first = word(subtable + 4);
        int size = size(first) + size(word(subtable + 6));
        int row = classOf(subtable + word(subtable + 8), left);
        int column = classOf(subtable + word(subtable + 10), right);
        int columns = word(subtable + 14);
        return advance(subtable + 16 + (row * columns + column) * size, first);
    }

    /** A value holds a word for each bit of its format; placements come before the advance. */
    private int advance(int value, int format) {
        return (format & ADVANCE) == 0 ? 0 : gpos.getShort(value + size(format & (ADVANCE - 1)));
    }

    private static int size(int format) {
        return 2 * Integer.bitCount(format);
    }

    /** The index of a glyph in a coverage table, -1 where it is not in it. */
    private int covered(int table, int glyph) {
        boolean ranges = word(table) == 2;
        int range = range(table + 4, word(table + 2), ranges ? 6 : 2, ranges, glyph);
        if (range < 0) {
            return -1;
        }
        return ranges ? word(table + 4 + 6 * range + 4) + glyph - word(table + 4 + 6 * range) : range;
    }

    private int classOf(int table, int glyph) {
        if (word(table) == 1) {
            int at = glyph - word(table + 2);
            return at >= 0 && at < word(table + 4) ? word(table + 6 + 2 * at) : 0;
        }
        int range = range(table + 4, word(table + 2), 6, true, glyph);
        return range < 0 ? 0 : word(table + 4 + 6 * range + 4);
    }

    /** The record that has a glyph: its first word, or anything from its first to its second. */
    private int range(int records, int count, int size, boolean ranges, int glyph) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int start = word(records + middle * size);
            int end = ranges ? word(records + middle * size + 2) : start;
            if (glyph < start) {
                high = middle - 1;
            } else if (glyph > end) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    private List<Integer> kernLookups() {
        int features = word(6);
        Set<Integer> indices = new HashSet<>();
        for (int i = 0; i < word(features); i++) {
            int record = features + 2 + 6 * i;
            if (gpos.getInt(record) == KERN) {
                int feature = features + word(record + 4);
                for (int j = 0; j < word(feature + 2); j++) {
                    indices.add(word(feature + 4 + 2 * j));
                }
            }
        }
        int list = word(8);
        return indices.stream()
                .sorted()
                .map(index -> list + word(list + 2 + 2 * index))
                .toList();
    }

    private List<Integer> subtables(int lookup) {
        List<Integer> subtables = new ArrayList<>();
        for (int i = 0; i < word(lookup + 4); i++) {
            int subtable = lookup + word(lookup + 6 + 2 * i);
            int kind = word(lookup);
            if (kind == EXTENSION) {
                kind = word(subtable + 2);
                subtable += gpos.getInt(subtable + 4);
            }
            if (kind == PAIRS) {
                subtables.add(subtable);
            }
        }
        return subtables;
    }

    private int word(int at) {
        return Short.toUnsignedInt(gpos.getShort(at));
    }
}
