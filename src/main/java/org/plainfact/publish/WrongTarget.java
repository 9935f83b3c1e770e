package org.plainfact.publish;

/** A target that is none, or is not written as it must be. */
public final class WrongTarget extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongTarget(String words) {
        super(words);
    }
}
