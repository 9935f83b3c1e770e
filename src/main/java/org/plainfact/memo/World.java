package org.plainfact.memo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What can be looked up in one build, part by part as it comes to be. Safe for several threads. */
public final class World implements Asking {
    private final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();

    /** Makes a part known, under its type. */
    public <T> void know(Class<T> type, T part) {
        parts.put(type, part);
    }

    @Override
    public <A> A ask(Lookup<A> lookup) {
        return lookup.in(this);
    }

    @Override
    public World world() {
        return this;
    }

    /** @throws IllegalStateException for a part that is not known yet: a question was asked too early */
    public <T> T part(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            throw new IllegalStateException("asked before it is known: " + type.getSimpleName());
        }
        return type.cast(part);
    }
}
