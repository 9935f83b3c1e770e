package org.plainfact.publish;

import java.time.Duration;
import java.util.Random;

/** Time that passes only when somebody sleeps. */
final class Times implements Time {
    private Duration now = Duration.ZERO;

    /** Tries again without waiting. */
    static Backoff backoff(int attempts, long seed) {
        return new Backoff(attempts, Duration.ofMillis(1), Duration.ofMillis(4), new Random(seed), new Times());
    }

    void pass(Duration duration) {
        synchronized (this) {
            now = now.plus(duration);
        }
    }

    @Override
    public synchronized Duration since() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        pass(duration);
    }
}
