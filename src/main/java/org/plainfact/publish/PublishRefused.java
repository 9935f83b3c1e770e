package org.plainfact.publish;

/** The target does not take what is sent, for a reason that its owner can mend. The live site is as it was. */
public final class PublishRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    PublishRefused(String words) {
        super(words);
    }
}
