package org.plainfact.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** A publisher, also as a process of its own that can be killed. */
final class S3Publisher {
    private S3Publisher() {}

    /** @param arguments the server's port, and the number of the site */
    public static void main(String[] arguments) throws IOException {
        try (StoreTarget target =
                target(S3Server.store("", Integer.parseInt(arguments[0])), "process", Duration.ofMinutes(1))) {
            Editions.publish(target, LinkedSite.numbered(Integer.parseInt(arguments[1])));
        }
    }

    static StoreTarget target(ObjectStore store, String owner, Duration term) {
        Backoff backoff = new Backoff(9, Duration.ofMillis(20), Duration.ofMillis(500), new Random(1), Time.REAL);
        return new StoreTarget(
                new PatientStore(store, backoff), Form.PLAIN, new Lanes(4), new Lease.Terms(owner, term), Time.REAL);
    }
}
