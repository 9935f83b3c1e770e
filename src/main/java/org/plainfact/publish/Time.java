package org.plainfact.publish;

import java.time.Duration;

/** How time passes; no date. Tests pass their own. */
interface Time {
    /** Of this machine. */
    Time REAL = new Time() {
        @Override
        public Duration since() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    };

    /** Since some moment that stays the same. */
    Duration since();

    void sleep(Duration duration) throws InterruptedException;
}
