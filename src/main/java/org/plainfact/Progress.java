package org.plainfact;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal for what takes longer than a second; nothing elsewhere. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final boolean terminal;
    private final String what;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;

    private Progress(boolean terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** @param what is counted, in the plural */
    static Progress on(boolean terminal, String what) {
        return new Progress(terminal, what);
    }

    /** Told from any thread after each. */
    void show(long done, long total) {
        if (!terminal || System.nanoTime() - start < PATIENCE_NANOS) {
            return;
        }
        synchronized (this) {
            if (bar == null) {
                bar = new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build();
            }
            bar.stepTo(Math.max(done, bar.getCurrent()));
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
