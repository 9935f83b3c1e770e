package org.plainfact.memo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * As many threads as the machine has cores, each with a deep stack, and each taking the next item when it is done with one.
 *
 * <p>Threads of their own, never those of a pool: one that waits for others may be what the others wait for.
 */
public final class Crew {
    /**
     * Flexmark, regular expressions and macros that call themselves recurse: a default stack ends at 1 KB of {@code >}. A
     * page that is printed may need a text read, which needs as much again. Room is only used when needed.
     */
    private static final long STACK_BYTES = 24L << 20;

    private Crew() {}

    /** One of a crew. */
    private static final class Hand extends Thread {
        Hand(Runnable work, int number) {
            super(null, work, "plainfact-" + number, STACK_BYTES);
            setDaemon(true);
        }
    }

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

    /**
     * Makes one thing of each item; the first failure ends the work and is thrown.
     *
     * @return in the order of the items
     */
    public static <T, R> List<R> map(List<T> items, Function<T, R> job) {
        AtomicReferenceArray<R> made = new AtomicReferenceArray<>(items.size());
        work(IntStream.range(0, items.size()).boxed().toList(), i -> made.set(i, job.apply(items.get(i))));
        return IntStream.range(0, items.size()).mapToObj(made::get).toList();
    }

    /** Works on a deep stack: on this thread, where it is one of a crew. */
    public static <V> V deep(Supplier<V> job) {
        if (Thread.currentThread() instanceof Hand) {
            return job.get();
        }
        return begin(job).get();
    }

    /**
     * Begins a piece of work beside the caller's own.
     *
     * @return waits for what came out, or throws what the work threw
     */
    public static <V> Supplier<V> begin(Supplier<V> job) {
        FutureTask<V> task = new FutureTask<>(job::get);
        List<Thread> threads = start(task, 1);
        return () -> {
            join(threads);
            if (task.state() == Future.State.FAILED) {
                rethrow(List.of(task.exceptionNow()));
            }
            return task.resultNow();
        };
    }

    private static void rethrow(Collection<Throwable> failures) {
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
            Thread thread = new Hand(worker, i);
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
