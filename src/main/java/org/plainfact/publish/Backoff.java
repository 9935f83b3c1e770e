package org.plainfact.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Tries again what may pass: after a pause that doubles each time, of which a random half is left out, so that many who
 * failed together do not come back together.
 *
 * @param attempts in all, at least 1
 * @param first the longest first pause
 * @param most the longest of all pauses, but where the store asks for more
 */
record Backoff(int attempts, Duration first, Duration most, RandomGenerator random, Time time) {
    /** Gives up after about half a minute. */
    static Backoff usual(RandomGenerator random, Time time) {
        return new Backoff(9, Duration.ofMillis(200), Duration.ofSeconds(15), random, time);
    }

    Backoff {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least one attempt: " + attempts);
        }
    }

    /** What is tried. */
    interface Attempt<T> {
        T make() throws IOException;
    }

    <T> T until(Attempt<T> attempt) throws IOException {
        for (int failed = 1; ; failed++) {
            try {
                return attempt.make();
            } catch (StoreFault fault) {
                if (!fault.isPassing()) {
                    throw fault;
                }
                if (failed == attempts) {
                    String words = fault.getMessage() + "; tried " + attempts + " times, publish again later";
                    throw StoreFault.lasting(words, fault);
                }
                sleep(fault.pause().orElse(Duration.ZERO), pause(failed));
            }
        }
    }

    private Duration pause(int failed) {
        long longest = Math.min(most.toMillis(), first.toMillis() << Math.min(failed - 1, 20));
        synchronized (random) {
            return Duration.ofMillis(longest - (long) (random.nextDouble() * longest / 2));
        }
    }

    private void sleep(Duration asked, Duration pause) throws InterruptedIOException {
        try {
            time.sleep(asked.compareTo(pause) > 0 ? asked : pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a store");
        }
    }
}
