package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.publish.ObjectStore.Condition;
import org.plainfact.publish.ObjectStore.Found;
import org.plainfact.publish.ObjectStore.Headers;

/**
 * The right to change a store, of one publisher at a time: an object that is written only where there is none, and is
 * renewed as long as its owner lives. How old it is, the store's own clock says, so publishers need not agree on the time.
 *
 * <p>A store that knows no conditional writes gives a weaker one: the object is written, and read again after a while, and
 * the last who wrote has it. A publisher that takes longer than that from reading to writing overrules another, who finds
 * out at its next renewal.
 */
final class Lease implements AutoCloseable {
    static final String KEY = "site-publishing.lock";

    private static final Pattern TEXT = Pattern.compile("plainfact-lock-1 (\\S+) (\\d{1,9}) \\d+\n");
    private static final Headers HEADERS =
            new Headers("text/plain; charset=utf-8", "no-store", Optional.empty(), Map.of());

    /** Within it a write of another has arrived where nothing orders them. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final ObjectStore store;
    private final Terms terms;
    private final Time time;
    private final Thread renewing;
    private final AtomicLong renewals = new AtomicLong();
    private Duration renewed;
    private boolean lost;

    /**
     * What is agreed on.
     *
     * @param owner like no other's
     * @param term how long the right lasts unless it is renewed; in whole seconds
     */
    record Terms(String owner, Duration term) {
        Terms {
            if (!owner.matches("\\S+") || term.toSeconds() < 1) {
                throw new IllegalArgumentException("no terms: " + owner + ", " + term);
            }
        }
    }

    private Lease(ObjectStore store, Terms terms, Time time) {
        this.store = store;
        this.terms = terms;
        this.time = time;
        this.renewed = time.since();
        this.renewing = Thread.ofVirtual().name("plainfact-lease").unstarted(this::renewOn);
    }

    /** @throws PublishRefused where another has the right */
    static Lease take(ObjectStore store, Terms terms, Time time) throws IOException {
        Lease lease = new Lease(store, terms, time);
        lease.claim();
        lease.renewing.start();
        return lease;
    }

    private void claim() throws IOException {
        Optional<Found> there = store.read(KEY);
        if (there.isPresent() && !isOurs(there.get())) {
            refuseUnlessOver(there.get());
        }
        renewed = time.since();
        store.writeIf(
                there.<Condition>map(it -> new Condition.Unchanged(it.stored().version()))
                        .orElseGet(Condition.Absent::new),
                KEY,
                text(),
                HEADERS);
        if (store.writeIf(new Condition.Absent(), KEY, text(), HEADERS).isPresent()) {
            // It was there, and was written all the same.
            settle();
        }
        Found now = store.read(KEY).orElseThrow(this::taken);
        if (!isOurs(now)) {
            throw taken();
        }
    }

    private void settle() throws IOException {
        try {
            time.sleep(SETTLING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + store.name(), e);
        }
    }

    private void refuseUnlessOver(Found lock) {
        Matcher text = TEXT.matcher(new String(lock.bytes(), UTF_8));
        if (!text.matches()) {
            throw new PublishRefused("the object " + KEY + " of " + store.name()
                    + " is no lock of Plainfact; nothing was published, move it away");
        }
        Duration term = Duration.ofSeconds(Long.parseLong(text.group(2)));
        Optional<Duration> age = lock.stored().age();
        if (age.isEmpty()) {
            throw new PublishRefused("another publisher is or was at work on " + store.name()
                    + ", which does not say since when; nothing was published; if it is dead, remove the object "
                    + KEY);
        }
        // Stores count whole seconds.
        Duration left = term.plusSeconds(1).minus(age.get());
        if (left.isPositive()) {
            throw new PublishRefused("another publisher is at work on " + store.name()
                    + "; nothing was published, wait until it ends; if it was killed, publish again in "
                    + left.toSeconds() + " s");
        }
    }

    private PublishRefused taken() {
        return new PublishRefused("another publisher has just begun with " + store.name()
                + "; nothing was published, wait until it ends");
    }

    private byte[] text() {
        return ("plainfact-lock-1 " + terms.owner() + " " + terms.term().toSeconds() + " " + renewals.get() + "\n")
                .getBytes(UTF_8);
    }

    private boolean isOurs(Found lock) {
        Matcher text = TEXT.matcher(new String(lock.bytes(), UTF_8));
        return text.matches() && text.group(1).equals(terms.owner());
    }

    private void renewOn() {
        try {
            while (!isLost()) {
                time.sleep(terms.term().dividedBy(3));
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Without being renewed the right ends, and check() says so.
        }
    }

    /** Makes the term begin anew. It looks first, for a store may know no conditions. */
    void renew() throws IOException {
        Duration begun = time.since();
        renewals.incrementAndGet();
        Optional<Found> there = store.read(KEY).filter(this::isOurs);
        boolean held = there.isPresent() && renew(there.get());
        synchronized (this) {
            lost = lost || !held;
            renewed = begun;
        }
    }

    /** The answer to a write that arrived can have been lost. */
    private boolean renew(Found lock) throws IOException {
        Condition unchanged = new Condition.Unchanged(lock.stored().version());
        return store.writeIf(unchanged, KEY, text(), HEADERS).isPresent()
                || store.read(KEY).filter(this::isOurs).isPresent();
    }

    private synchronized boolean isLost() {
        return lost || time.since().minus(renewed).compareTo(terms.term()) >= 0;
    }

    /** @throws StoreFault where another may have the right by now */
    void check() throws IOException {
        if (isLost()) {
            throw StoreFault.lasting(
                    store.name() + ": the lock was lost, as it could not be renewed within "
                            + terms.term().toSeconds() + " s, and another may publish by now; publish again",
                    new IllegalStateException(KEY));
        }
    }

    @Override
    public void close() {
        renewing.interrupt();
        try {
            renewing.join();
            if (!isLost()) {
                store.remove(KEY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // It ends by itself.
        }
    }
}
