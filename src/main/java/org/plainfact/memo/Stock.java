package org.plainfact.memo;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is in a drawer: results by name, and what they were told. Between two builds each answer that a result goes by is
 * among the answers, so that a build in which all of these are given again need not ask for each result.
 */
final class Stock {
    private final Drawer drawer;
    private final Fingerprinter fingerprinter;
    private final Results results = new Results();

    /** By class of question. */
    private final Map<Class<?>, Map<Lookup<?>, Told>> answers = new ConcurrentHashMap<>();

    /** What the answers of the last build came from, by class of question. */
    private final Map<Class<?>, Object> grounds = new ConcurrentHashMap<>();

    private final Map<String, Line> lines = new ConcurrentHashMap<>();

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

    Results results() {
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
        return answers.entrySet().stream().allMatch(entry -> {
            Collection<Told> all = entry.getValue().values();
            return stands(entry.getKey(), all, session) || all.stream().allMatch(told -> told.holds(session, this));
        });
    }

    /** Whether a class of questions is answered from what it was answered from. */
    private boolean stands(Class<?> type, Collection<Told> all, Session session) {
        Object ground = grounds.get(type);
        return ground != null
                && ground(all, session).filter(now -> now == ground).isPresent();
    }

    private static Optional<Object> ground(Collection<Told> all, Session session) {
        return all.stream().findFirst().map(told -> told.lookup().ground(session.world()));
    }

    private Map<Lookup<?>, Told> answers(Lookup<?> like) {
        return answers.computeIfAbsent(like.getClass(), type -> new ConcurrentHashMap<>());
    }

    /** What is told in a build; where it is what was told before, the same object. */
    Told told(Session session, Lookup<?> lookup) {
        Told last = answers(lookup).get(lookup);
        if (last != null && last.holds(session, this)) {
            return last;
        }
        Told known = new Told(lookup, answer(session, lookup)).heldBy(session);
        list(known);
        return known;
    }

    /** Lets those who ask the same be told by this one, which holds in a build. */
    void share(Told held, Session session) {
        Told other = answers(held.lookup()).get(held.lookup());
        if (other == null || !other.holds(session, this)) {
            list(held);
        }
    }

    private void list(Told told) {
        Told other = answers(told.lookup()).put(told.lookup(), told.listed(true));
        if (other != null && other != told) {
            other.listed(false);
        }
    }

    /** The answer of a build. */
    Alike answer(Session session, Lookup<?> lookup) {
        return new Alike(lookup.in(session.world()), fingerprinter);
    }

    /**
     * Forgets what a build had no use for.
     *
     * @param steady whether it went by the same answers throughout: then each of them was asked for, and stays
     * @param searched whether it came to a result in another way than in a row
     */
    void clear(Session session, boolean steady, boolean searched) {
        boolean asBefore = !searched && lines.values().stream().allMatch(line -> line.repeats(session));
        if (!asBefore) {
            lines.values().removeIf(line -> !line.isOf(session));
            lines.values().forEach(line -> line.mark(session));
            results.removeIf(result -> !result.isUsedBy(session.number()));
        }
        if (!steady) {
            answers.values().forEach(all -> all.values().removeIf(told -> !told.stays(session)));
        }
        grounds.clear();
        answers.forEach((type, all) -> ground(all.values(), session).ifPresent(ground -> grounds.put(type, ground)));
        inOrder = true;
    }

    /** The results of a row as the last build asked for them. */
    Line line(String row) {
        Line known = lines.get(row);
        return known == null ? Line.none() : known;
    }

    void line(String row, Line now) {
        lines.put(row, now);
    }
}
