package org.plainfact.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times, in milliseconds. */
final class Times {
    private final List<Double> milliseconds = new ArrayList<>();

    void add(long nanoseconds) {
        milliseconds.add(nanoseconds / 1e6);
    }

    int count() {
        return milliseconds.size();
    }

    boolean isEmpty() {
        return milliseconds.isEmpty();
    }

    /** The smallest time that so many percent do not exceed. */
    double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
