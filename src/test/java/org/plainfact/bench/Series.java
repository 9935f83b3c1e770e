package org.plainfact.bench;

import java.util.IntSummaryStatistics;

/**
 * What was measured of saves of one kind.
 *
 * @param floor of the same saves
 * @param printed files, of each
 */
record Series(Times times, Times floor, IntSummaryStatistics printed) {
    Series() {
        this(new Times(), new Times(), new IntSummaryStatistics());
    }

    void add(long time, long floorTime, int files) {
        times.add(time);
        floor.add(floorTime);
        printed.accept(files);
    }

    /** Measured in turns with another. */
    Series beside(Series other) {
        return new Series(times, other.floor, printed);
    }
}
