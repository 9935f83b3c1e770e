package org.plainfact.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a value is known, strongest first. A derived figure takes the weakest status among its inputs; the order of
 * the constants is that order.
 */
public enum Status {
    /** Fixed by definition or by nature. */
    CONSTANT,
    /** Read off an instrument. */
    MEASURED,
    /** Printed in a specification or data sheet. */
    SPEC,
    /** Said by those who run or own the thing. */
    STATED,
    /** Worked out by somebody who says how. */
    ESTIMATED,
    /** Made public as an intention. */
    ANNOUNCED,
    /** Said by somebody with an interest, unsupported. */
    CLAIMED,
    /** Chosen by us so that something can be worked out. */
    ASSUMPTION,
    /** Meant to be built; does not stand. */
    PLANNED,
    /** A thought, a presentation or a filing; nothing is being built. */
    NOTIONAL;

    /** The word in data and on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Status weaker(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether a reader needs no badge: plainly measured, stated, specified or constant. */
    public boolean plain() {
        return compareTo(STATED) <= 0;
    }

    /** Whether the thing the value belongs to does not exist yet. */
    public boolean future() {
        return this == PLANNED || this == NOTIONAL || this == ANNOUNCED;
    }

    public static Optional<Status> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Status::word).toList();
    }
}
