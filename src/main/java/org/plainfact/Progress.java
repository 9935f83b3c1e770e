package org.plainfact;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal for what takes longer than a second; nothing elsewhere. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final boolean terminal;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;

    private Progress(boolean terminal) {
        this.terminal = terminal;
    }

    static Progress on(boolean terminal) {
        return new Progress(terminal);
    }

    /** Told from any thread after each page. */
    void show(long done, long total) {
        if (!terminal || System.nanoTime() - start < PATIENCE_NANOS) {
            return;
        }
        synchronized (this) {
            if (bar == null) {
                bar = new ProgressBarBuilder()
                        .setTaskName("pages")
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
