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
    boolean holds(Session session, Drawer drawer) {
        int known = verdict;
        if (known != session.number() && known != -session.number()) {
            Told now = session.told(drawer, this);
            known = now == this || now.answer.equals(answer) ? session.number() : -session.number();
            verdict = known;
        }
        return known > 0;
    }

    /**
     * Says that this is the answer of a build.
     *
     * @param sameAnswer equal to the answer; its value is at hand, which that of a stored one is not
     */
    Told heldBy(Session session, Alike sameAnswer) {
        answer = sameAnswer;
        verdict = session.number();
        return this;
    }

    boolean isHeldBy(Session session) {
        return verdict == session.number();
    }
}
