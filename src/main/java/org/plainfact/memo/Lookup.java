package org.plainfact.memo;

import org.jspecify.annotations.Nullable;

/**
 * A question that a piece of work asks of what all pieces share: which figure has this address, where does this page
 * stand. It is a record, so that the next build can ask it again.
 *
 * @param <A> what is answered: a value that can be fingerprinted
 */
public interface Lookup<A> {
    /** The answer of this build. The same world gives the same answer, from any thread. */
    A in(World world);

    /**
     * What all questions of this class are answered from, where that is made anew only when it has changed: while it is the
     * very object of the last build, so are their answers, and none of them is asked. Null where there is no such thing.
     */
    default @Nullable Object ground(World world) {
        return null;
    }
}
