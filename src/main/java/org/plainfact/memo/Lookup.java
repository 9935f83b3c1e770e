package org.plainfact.memo;

/**
 * A question that a piece of work asks of what all pieces share: which figure has this address, where does this page
 * stand. It is a record, so that the next build can ask it again.
 *
 * @param <A> what is answered: a value that can be fingerprinted
 */
public interface Lookup<A> {
    /** The answer of this build. The same world gives the same answer, from any thread. */
    A in(World world);
}
