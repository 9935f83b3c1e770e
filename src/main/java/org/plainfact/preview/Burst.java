package org.plainfact.preview;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Gathers the events of one save, or of many at once, until they pause. Editors need several steps to save: they truncate
 * and write, or write another file and rename it.
 */
final class Burst {
    /** A save is over when nothing has happened for this long. */
    private static final Duration QUIET = Duration.ofMillis(8);

    /** How long a file that is empty or gone is given to be filled or to come back. */
    private static final Duration SETTLED = Duration.ofMillis(150);

    /** A steady stream of events is told after this time, so that it cannot put off the telling for ever. */
    private static final Duration LONGEST = Duration.ofMillis(250);

    /** How long the system may take to tell of what happened during a call. */
    private static final Duration LATE = Duration.ofMillis(40);

    private final Prints prints;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Set<Path> touched = new HashSet<>();
    private final Set<Path> duringCall = new HashSet<>();
    private long called = System.nanoTime() - LATE.toNanos();
    private boolean all;

    Burst(Prints prints) {
        this.prints = prints;
    }

    private sealed interface Event {
        record Touched(Path path) implements Event {}

        /** Events were lost. */
        record Anything() implements Event {}

        /** Nothing happened; {@link #next} is to come back at once. */
        record Wake() implements Event {}
    }

    void touched(Path path) {
        events.add(new Event.Touched(path));
    }

    void anything() {
        events.add(new Event.Anything());
    }

    void wake() {
        events.add(new Event.Wake());
    }

    /** The changes of the next burst; empty when there is none within the time given or it changed nothing. */
    Optional<Changes> next(Duration patience) throws InterruptedException {
        if (touched.isEmpty() && !all) {
            Event first = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (first == null) {
                return Optional.empty();
            }
            take(first);
        }
        gather();
        return changes();
    }

    /**
     * To be called when a listener has worked through changes. What was saved meanwhile may have been read by it, and be
     * undone since: content alone does not tell whether the listener knows the last state.
     */
    void called() {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            take(event);
        }
        duringCall.addAll(touched);
        called = System.nanoTime();
    }

    private void gather() throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            Duration age = Duration.ofNanos(System.nanoTime() - begun);
            if (age.compareTo(LONGEST) >= 0) {
                return;
            }
            Event event = events.poll(QUIET.toNanos(), TimeUnit.NANOSECONDS);
            if (event != null) {
                take(event);
            } else if (age.compareTo(SETTLED) >= 0 || touched.stream().noneMatch(prints::unsettled)) {
                return;
            }
        }
    }

    private void take(Event event) {
        switch (event) {
            case Event.Touched save -> {
                touched.add(save.path());
                if (System.nanoTime() - called < LATE.toNanos()) {
                    duringCall.add(save.path());
                }
            }
            case Event.Anything lost -> all = true;
            case Event.Wake wake -> {}
        }
    }

    private Optional<Changes> changes() {
        Set<Path> told = new HashSet<>(duringCall);
        touched.forEach(path -> told.addAll(prints.told(path)));
        boolean everything = all;
        touched.clear();
        duringCall.clear();
        all = false;
        if (everything) {
            return Optional.of(Changes.EVERYTHING);
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(new Changes(told, false));
    }
}
