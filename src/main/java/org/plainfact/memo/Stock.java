package org.plainfact.memo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in a drawer: results by name, and what they were told. Between two builds each answer that a result goes by is
 * among the answers, so that a build in which all of these are given again need not ask for each result.
 */
final class Stock {
    private final Drawer drawer;
    private final Fingerprinter fingerprinter;
    private final Map<String, Result> results = new ConcurrentHashMap<>();
    private final Map<Lookup<?>, Told> answers = new ConcurrentHashMap<>();

    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** Number of the build that was ended last. */
    private volatile int ended;

    /** Whether the last build that looked into it came to its end: else its answers stand beside results of builds before. */
    private volatile boolean inOrder;

    Stock(Drawer drawer, Fingerprinter fingerprinter) {
        this.drawer = drawer;
        this.fingerprinter = fingerprinter;
    }

    Drawer drawer() {
        return drawer;
    }

    Fingerprinter fingerprinter() {
        return fingerprinter;
    }

    Map<String, Result> results() {
        return results;
    }

    /**
     * Begins a build's work with it.
     *
     * @return whether it may be {@link #steady}
     */
    boolean open() {
        boolean was = inOrder;
        inOrder = false;
        return was;
    }

    /**
     * Asks everything again that was asked for what is in it.
     *
     * @return whether all is answered as before, so that each result holds whose key is the same
     */
    boolean steady(Session session) {
        for (Told told : answers.values()) {
            if (!told.holds(session, this)) {
                return false;
            }
        }
        return true;
    }

    /** What is told in a build; where it is what was told before, the same object. */
    Told told(Session session, Lookup<?> lookup) {
        Told last = answers.get(lookup);
        if (last != null && last.holds(session, this)) {
            return last;
        }
        Told known = new Told(lookup, answer(session, lookup)).heldBy(session);
        list(known);
        return known;
    }

    /** Lets those who ask the same be told by this one, which holds in a build. */
    void share(Told held, Session session) {
        Told other = answers.get(held.lookup());
        if (other == null || !other.holds(session, this)) {
            list(held);
        }
    }

    private void list(Told told) {
        Told other = answers.put(told.lookup(), told.listed(true));
        if (other != null && other != told) {
            other.listed(false);
        }
    }

    /** The answer of a build. */
    Alike answer(Session session, Lookup<?> lookup) {
        return new Alike(lookup.in(session.world()), fingerprinter);
    }

    /** Forgets what a build had no use for. */
    void clear(Session session) {
        results.values().removeIf(result -> !result.isUsedBy(session.number()));
        answers.values().removeIf(told -> !told.stays(session));
        ended = session.number();
        inOrder = true;
    }

    /** The results of a row as the last build asked for them; the new line takes its place. */
    Line line(String row, Line now) {
        Line last = lines.put(row, now);
        return last == null ? new Line(0) : last.ofBuild(ended);
    }

    /** Results in the order in which a build asked for them. */
    static final class Line {
        private final String[] names;
        private final Result[] results;
        private int build;

        Line(int size) {
            names = new String[size];
            results = new Result[size];
        }

        private Line ofBuild(int number) {
            build = number;
            return this;
        }

        /** What stands at a position and is still kept, if it has that name. */
        @Nullable
        Result get(int position, String name) {
            Result result = position < results.length ? results[position] : null;
            return result != null && name.equals(names[position]) && result.isUsedBy(build) ? result : null;
        }

        void put(int position, String name, Result result) {
            names[position] = name;
            results[position] = result;
        }
    }
}
