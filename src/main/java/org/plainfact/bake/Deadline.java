package org.plainfact.bake;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what a thread does too long, by interrupting it. */
final class Deadline implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;
    private final Duration longest;

    Deadline(Duration longest) {
        this.longest = longest;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "plainfact-deadline");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        // One that is not closed leaves no thread behind.
        timer.setKeepAliveTime(longest.toSeconds() + 1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    Duration longest() {
        return longest;
    }

    /** From now on the calling thread is interrupted when the time is over, until the guard is closed. */
    Guard start() {
        return new Guard(Thread.currentThread());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Closed by the thread that is guarded; afterwards the thread is not interrupted by it. */
    final class Guard implements AutoCloseable {
        private final Thread thread;
        private boolean over;
        private boolean missed;

        private Guard(Thread thread) {
            this.thread = thread;
            var unused = timer.schedule(this::interrupt, longest.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void interrupt() {
            if (!over) {
                missed = true;
                thread.interrupt();
            }
        }

        synchronized boolean missed() {
            return missed;
        }

        @Override
        public synchronized void close() {
            over = true;
            if (missed) {
                Thread.interrupted();
            }
        }
    }
}
