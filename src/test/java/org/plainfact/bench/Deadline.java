package org.plainfact.bench;

import java.time.Duration;

/** When a measurement that does not come to an end is given up. */
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean over() {
        return System.nanoTime() - nanoTime > 0;
    }

    /** @throws TimeUp where it is over */
    void check() {
        if (over()) {
            throw new TimeUp();
        }
    }

    Duration left() {
        check();
        return Duration.ofNanos(nanoTime - System.nanoTime());
    }

    /** Thrown through the measurement of a size. */
    static final class TimeUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        TimeUp() {
            super("time is up");
        }
    }
}
