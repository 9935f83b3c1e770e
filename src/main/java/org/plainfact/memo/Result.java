package org.plainfact.memo;

import java.util.List;
import org.plainfact.source.Finding;

/** What a piece of work came to. */
final class Result {
    private final String name;
    private volatile Object key;
    private final List<Told> told;
    private final List<Finding> findings;
    private final Object value;
    private volatile int used;

    /**
     * @param name unique in its drawer
     * @param key what it was made from
     * @param told what it looked up, in that order, and what it was told
     * @param findings told along with it; only where it looked nothing up, so that they follow from the key alone
     */
    Result(String name, Object key, List<Told> told, List<Finding> findings, Object value) {
        this.name = name;
        this.key = key;
        this.told = told;
        this.findings = findings;
        this.value = value;
    }

    String name() {
        return name;
    }

    boolean isOf(Object otherKey) {
        return key.equals(otherKey);
    }

    /** Whether all that it looked up is answered as before. What was looked up late is not asked for where an earlier answer differs. */
    boolean holds(Session session, Stock stock) {
        for (Told each : told) {
            if (!each.holds(session, stock)) {
                return false;
            }
        }
        return true;
    }

    Object key() {
        return key;
    }

    List<Told> told() {
        return told;
    }

    List<Finding> findings() {
        return findings;
    }

    Object value() {
        return value;
    }

    /** @param sameKey equal to the key; what it holds is at hand, which that of a stored result is not */
    Result usedBy(Session session, Object sameKey) {
        if (!session.passes()) {
            key = sameKey;
        }
        return usedBy(session);
    }

    Result usedBy(Session session) {
        used = session.number();
        return this;
    }

    boolean isUsedBy(int build) {
        return used == build;
    }
}
