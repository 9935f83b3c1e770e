package org.plainfact.preview;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is worked out when it is first asked for, and then known. Safe for several threads. */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> work;
    private volatile @Nullable T known;

    public Once(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public T get() {
        T value = known;
        return value == null ? worked() : value;
    }

    private synchronized T worked() {
        T value = known;
        if (value == null) {
            value = work.get();
            known = value;
        }
        return value;
    }
}
