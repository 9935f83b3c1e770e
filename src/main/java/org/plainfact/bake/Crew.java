package org.plainfact.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** As many threads as the machine has cores, each taking the next item when it is done with one. */
public final class Crew {
    /** Macros that call themselves for each level of a page need room; it is only used when needed. */
    private static final long STACK_BYTES = 8L << 20;

    private Crew() {}

    /** Works on all items; the first failure ends the work and is thrown. */
    public static <T> void work(List<T> items, Consumer<T> job) {
        AtomicInteger next = new AtomicInteger();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                try {
                    job.accept(items.get(i));
                } catch (Throwable e) {
                    failures.add(e);
                    next.set(items.size());
                }
            }
        };
        join(start(worker, Math.min(items.size(), Runtime.getRuntime().availableProcessors())));
        rethrow(failures);
    }

    private static void rethrow(Queue<Throwable> failures) {
        for (Throwable first : failures) {
            switch (first) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(first);
            }
        }
    }

    private static List<Thread> start(Runnable worker, int count) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(null, worker, "plainfact-" + i, STACK_BYTES);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
