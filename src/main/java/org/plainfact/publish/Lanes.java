package org.plainfact.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works on many things at once, on virtual threads: what waits for a network takes no core.
 *
 * @param width how many at once
 */
record Lanes(int width) {
    Lanes {
        if (width < 1) {
            throw new IllegalArgumentException("at least one at once: " + width);
        }
    }

    /** What is done with each. */
    interface Work<T> {
        void on(T item) throws IOException;
    }

    /** Begins in the order of the list. After a failure nothing more is begun, and the first is thrown when all have ended. */
    <T> void each(List<T> items, Work<T> work) throws IOException {
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> lane = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                try {
                    work.on(items.get(i));
                } catch (IOException | RuntimeException e) {
                    next.set(items.size());
                    throw e;
                }
            }
            return 0;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> lanes = new ArrayList<>();
            for (int i = 0; i < Math.min(width, items.size()); i++) {
                lanes.add(threads.submit(lane));
            }
            join(lanes);
        }
    }

    private static void join(List<Future<Integer>> lanes) throws IOException {
        for (Future<Integer> lane : lanes) {
            try {
                lane.get();
            } catch (ExecutionException e) {
                throw failure(Objects.requireNonNull(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while publishing");
            }
        }
    }

    /** To be thrown; what is no fault of the machine is thrown here. */
    private static IOException failure(Throwable failure) {
        return switch (failure) {
            case IOException io -> io;
            case RuntimeException runtime -> throw runtime;
            default -> throw new IllegalStateException(failure);
        };
    }
}
