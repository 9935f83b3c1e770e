package org.plainfact.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A store did not do what it was asked to. Its message is one line that names the object and the cause, and no secret. */
final class StoreFault extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean passing;
    private final transient Optional<Duration> pause;

    private StoreFault(String words, boolean passing, Optional<Duration> pause, Throwable cause) {
        super(words, cause);
        this.passing = passing;
        this.pause = pause;
    }

    /** One that trying again cannot mend. */
    static StoreFault lasting(String words, Throwable cause) {
        return new StoreFault(words, false, Optional.empty(), cause);
    }

    /**
     * One that may be gone the next time.
     *
     * @param pause how long the store wants to be left alone
     */
    static StoreFault passing(String words, Optional<Duration> pause, Throwable cause) {
        return new StoreFault(words, true, pause, cause);
    }

    boolean isPassing() {
        return passing;
    }

    Optional<Duration> pause() {
        return pause;
    }
}
