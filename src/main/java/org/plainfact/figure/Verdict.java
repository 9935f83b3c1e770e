package org.plainfact.figure;

import java.util.Collection;

/** Whether something holds of values that are known as ranges. */
public enum Verdict {
    /** For every value in the ranges. */
    HOLDS,
    /** For no value in the ranges. */
    FAILS,
    /** For some values and not for others, or a value is not stated. */
    UNDECIDED;

    /** Of several things at once. */
    static Verdict all(Collection<Verdict> each) {
        if (each.contains(FAILS)) {
            return FAILS;
        }
        return each.contains(UNDECIDED) ? UNDECIDED : HOLDS;
    }

    static Verdict of(boolean always, boolean never) {
        if (always) {
            return HOLDS;
        }
        return never ? FAILS : UNDECIDED;
    }
}
