package org.plainfact.image;

/** Why a file cannot be published as a picture. */
public final class NotAPicture extends Exception {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String hint;

    NotAPicture(String rule, String problem, String hint) {
        super(problem, null, false, false);
        this.rule = rule;
        this.hint = hint;
    }

    static NotAPicture broken(String problem) {
        return new NotAPicture("broken-picture", problem, "save it again, or leave it out");
    }

    /** {@code broken-picture} or {@code picture-too-large}. */
    public String rule() {
        return rule;
    }

    public String problem() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }
}
