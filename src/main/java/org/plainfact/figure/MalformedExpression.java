package org.plainfact.figure;

import java.io.Serial;
import java.util.Optional;

/** An expression that cannot be read; becomes a finding where the place of the text is known. */
final class MalformedExpression extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String rule;
    private final String problem;
    private final int offset;
    private final transient Optional<String> hint;

    MalformedExpression(String rule, int offset, String problem, Optional<String> hint) {
        super(problem);
        this.rule = rule;
        this.problem = problem;
        this.offset = offset;
        this.hint = hint;
    }

    MalformedExpression(int offset, String problem, String hint) {
        this("expression", offset, problem, Optional.of(hint));
    }

    String rule() {
        return rule;
    }

    String problem() {
        return problem;
    }

    /** 0-based place in the text. */
    int offset() {
        return offset;
    }

    Optional<String> hint() {
        return hint;
    }
}
