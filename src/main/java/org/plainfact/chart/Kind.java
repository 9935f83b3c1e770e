package org.plainfact.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How values are drawn. */
enum Kind {
    /** Lengths from zero. */
    BAR(30),
    /** From the low to the high end of each value. */
    RANGE(30),
    /** A place on a scale for each value; over another column, a place in a plane. */
    DOT(30),
    /** Values over another column, joined in its order. */
    LINE(60),
    /** Two values of each row, joined. */
    SLOPE(12);

    private final int most;

    Kind(int most) {
        this.most = most;
    }

    /** How many rows it can show so that each can be read. */
    int most() {
        return most;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}
