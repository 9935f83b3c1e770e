package org.plainfact.link;

import java.time.Duration;
import java.time.Instant;

/** What time it is, and how to let some of it pass. */
public interface Time {
    Instant now();

    void sleep(Duration duration) throws InterruptedException;
}
