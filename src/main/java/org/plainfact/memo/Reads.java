package org.plainfact.memo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one piece of work looks up while it is done. For one thread. */
public final class Reads implements Asking {
    private final Session session;
    private final Stock stock;
    private final Map<Lookup<?>, Told> told = new LinkedHashMap<>();
    private boolean spoilt;

    Reads(Session session, Stock stock) {
        this.session = session;
        this.stock = stock;
    }

    @Override
    public World world() {
        return session.world();
    }

    /** Looks something up, and remembers the answer for the next build. */
    @Override
    @SuppressWarnings("unchecked") // A lookup is told what it answers.
    public <A> A ask(Lookup<A> lookup) {
        return (A) told.computeIfAbsent(lookup, key -> stock.told(session, key))
                .answer()
                .value();
    }

    @Override
    public void spoil() {
        spoilt = true;
    }

    boolean spoilt() {
        return spoilt;
    }

    List<Told> told() {
        return List.copyOf(told.values());
    }
}
