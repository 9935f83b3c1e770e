package org.plainfact.chart;

import java.util.Locale;
import org.plainfact.data.Status;

/** What a status looks like: each family has a pattern, a shape and a colour of its own; the word stands beside it. */
enum Family {
    /** Plainly known: filled. */
    KNOWN,
    /** Worked out or chosen: hatched. */
    WORKED,
    /** Said by somebody with an interest: hatched crosswise. */
    CLAIMED,
    /** Of what does not exist: open, with a broken line around. */
    FUTURE;

    static Family of(Status status) {
        return switch (status) {
            case CONSTANT, MEASURED, SPEC, STATED -> KNOWN;
            case ESTIMATED, ASSUMPTION -> WORKED;
            case CLAIMED -> CLAIMED;
            case ANNOUNCED, PLANNED, NOTIONAL -> FUTURE;
        };
    }

    /** Class of its marks. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
