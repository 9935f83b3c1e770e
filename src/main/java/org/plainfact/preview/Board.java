package org.plainfact.preview;

import java.time.Duration;

/** Where the newest state is put up, and where event streams wait for it. No reader can hold up {@link #show}. */
final class Board {
    private Moment now;
    private boolean closed;

    Board(Shown first) {
        now = new Moment(1, first, false);
    }

    /** @param number counts up with each change */
    record Moment(long number, Shown shown, boolean building) {}

    synchronized Moment now() {
        return now;
    }

    synchronized void show(Shown shown) {
        put(shown, false);
    }

    synchronized void building() {
        if (!now.building) {
            put(now.shown, true);
        }
    }

    private void put(Shown shown, boolean building) {
        now = new Moment(now.number + 1, shown, building);
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }

    /** The newest state; waits for one that is newer than what was seen, but not longer than the patience given. */
    synchronized Moment after(long seen, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); now.number <= seen && !closed && left > 0; ) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
        return now;
    }
}
