package org.plainfact.memo;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is known by what stands for it in keys, and made when somebody asks for it: most of a site comes out as
 * before, and is not asked for. Safe for several threads: two that ask at once may both make it, and it comes out the same.
 *
 * @param <V> what is made: plain content
 */
public final class Later<V> {
    private static final Supplier<? extends @Nullable Object> NOTHING = () -> null;

    private final Alike alike;

    /** What is at hand; a value that can be made again is let go of where memory runs short. */
    private volatile Supplier<? extends @Nullable V> held;

    private volatile @Nullable Supplier<? extends V> maker;
    private volatile boolean again;

    private Later(Alike alike, @Nullable V value) {
        this.alike = alike;
        this.held = value == null ? nothing() : () -> value;
    }

    /** A value that is at hand, and stands for itself. */
    static <V> Later<V> of(Alike alike, V value) {
        return new Later<>(alike, value);
    }

    /**
     * A value that is at hand.
     *
     * @param fingerprint of all that it follows from
     */
    public static <V> Later<V> of(Fingerprint fingerprint, V value) {
        return new Later<>(new Alike(fingerprint), value);
    }

    /** One of which only the fingerprint was kept. */
    static <V> Later<V> known(Fingerprint fingerprint) {
        return new Later<>(new Alike(fingerprint), null);
    }

    /**
     * Says how it is made, where nobody has yet: always in the same way, whoever says it.
     *
     * @param session in which it is asked for; in one that {@link Session#passes} it is rather made again than held at any cost
     */
    public Later<V> madeBy(Session session, Supplier<? extends V> way) {
        if (maker == null && (session.passes() || held.get() == null || way instanceof Passing)) {
            maker = way;
            again = session.passes();
            hold(held.get());
        }
        return this;
    }

    /** How something is made from what may change, as a file does. */
    public interface Passing<V> extends Supplier<V> {
        /**
         * The same way, from what is at hand now and does not change.
         *
         * @throws java.io.UncheckedIOException where it has changed already
         */
        Supplier<V> settled();
    }

    /**
     * Sees to it that it can be made whatever changes. What it is made from is held then, and the value itself only while there is
     * memory: it may be many times as large.
     */
    public void settle() {
        if (maker instanceof Passing<? extends V> passing) {
            maker = passing.settled();
            again = true;
            hold(held.get());
        }
    }

    /** One object for all that hold nothing, which most do. */
    @SuppressWarnings("unchecked") // Nothing is of any type.
    private static <V> Supplier<? extends @Nullable V> nothing() {
        return (Supplier<? extends @Nullable V>) NOTHING;
    }

    private void hold(@Nullable V value) {
        if (value == null) {
            held = nothing();
        } else if (again) {
            held = new SoftReference<>(value)::get;
        } else {
            held = () -> value;
        }
    }

    public Fingerprint fingerprint() {
        return alike.fingerprint();
    }

    /** @throws IllegalStateException where nobody has said how it is made */
    public V get() {
        Supplier<? extends V> way = maker;
        V known = held.get();
        if (known != null) {
            return known;
        }
        if (way == null) {
            throw new IllegalStateException("nobody has said how it is made");
        }
        V made = way.get();
        hold(made);
        if (!again && !(way instanceof Passing)) {
            // Holds on to nothing that is no longer of use. Who has seen it without a maker finds the value.
            maker = null;
        }
        return made;
    }

    /** Whether the value stays whatever memory there is. */
    boolean isHeldFirmly() {
        return !again && held.get() != null;
    }

    /** As if memory had run short. */
    void giveUp() {
        if (again) {
            held = nothing();
        }
    }

    /** Whether it stands for the same; neither is made for that. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Later<?> later && later.alike.equals(alike);
    }

    @Override
    public int hashCode() {
        return alike.hashCode();
    }

    @Override
    public String toString() {
        return "Later[" + fingerprint() + "]";
    }
}
