package org.plainfact.memo;

/** Answers questions: a {@link World}, or {@link Reads} that remember what was asked. */
public interface Asking {
    <A> A ask(Lookup<A> lookup);

    /** What can be looked up. What is taken from it directly must not decide a result: words of findings, say. */
    World world();

    /** Says that what is made depends on something that cannot be asked for: it is not to be used again. */
    default void spoil() {}
}
