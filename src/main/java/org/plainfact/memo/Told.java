package org.plainfact.memo;

/**
 * A question and what was answered. Results that asked the same share it, so that each build asks once and the rest is a
 * look at this object.
 */
final class Told {
    private final Lookup<?> lookup;
    private volatile Alike answer;

    /** Number of the build that asked last; negative where it was answered otherwise. All threads come to the same. */
    private volatile int verdict;

    /** Whether it is the one of its stock that others are told by. */
    private volatile boolean listed;

    Told(Lookup<?> lookup, Alike answer) {
        this.lookup = lookup;
        this.answer = answer;
    }

    Lookup<?> lookup() {
        return lookup;
    }

    Alike answer() {
        return answer;
    }

    /** Whether a build gives the same answer. */
    boolean holds(Session session, Stock stock) {
        int known = verdict;
        if (known != session.number() && known != -session.number()) {
            Alike now = stock.answer(session, lookup);
            boolean same = now.equals(answer);
            if (same) {
                // The value of a stored answer was not at hand.
                answer = now;
            }
            verdict = same ? session.number() : -session.number();
            if (same && !listed) {
                stock.share(this, session);
            }
        }
        return verdict > 0;
    }

    Told listed(boolean is) {
        listed = is;
        return this;
    }

    /** Says that this is the answer of a build. */
    Told heldBy(Session session) {
        verdict = session.number();
        return this;
    }

    /** At the end of a build: whether others may go on to be told by this one. */
    boolean stays(Session session) {
        listed = verdict == session.number();
        return listed;
    }
}
