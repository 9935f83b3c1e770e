package org.plainfact.data;

import java.util.Optional;

/** A unit's text that gives no unit; the message is a finding's problem. */
final class UnreadableUnit extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<String> hint;

    UnreadableUnit(String problem, Optional<String> hint) {
        super(problem, null, false, false);
        this.hint = hint;
    }

    UnreadableUnit(String problem, String hint) {
        this(problem, Optional.of(hint));
    }

    /** Of a unit whose own declaration is at fault: that was told where it stands. */
    static UnreadableUnit told() {
        return new UnreadableUnit("", Optional.empty());
    }

    boolean isTold() {
        return problem().isEmpty();
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    Optional<String> hint() {
        return hint;
    }
}
