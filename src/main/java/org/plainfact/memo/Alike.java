package org.plainfact.memo;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as a key: equal to one of the same content. What is the same object in two builds is not looked into.
 */
public final class Alike {
    private final @Nullable Object value;
    private final @Nullable Fingerprinter fingerprinter;

    /** The second half of the fingerprint; to be read after the first. */
    private long low;

    /** The first half; zero where it is not taken, or so by chance: then it is taken again. */
    private volatile long high;

    Alike(Object value, Fingerprinter fingerprinter) {
        this.value = value;
        this.fingerprinter = fingerprinter;
    }

    /** Of a value that is no longer at hand. */
    Alike(Fingerprint fingerprint) {
        this.value = null;
        this.fingerprinter = null;
        note(fingerprint);
    }

    private void note(Fingerprint fingerprint) {
        low = fingerprint.low();
        high = fingerprint.high();
    }

    /** @throws IllegalStateException where it is no longer at hand */
    Object value() {
        if (value == null) {
            throw new IllegalStateException("only the fingerprint is at hand");
        }
        return value;
    }

    Optional<Object> held() {
        return Optional.ofNullable(value);
    }

    public Fingerprint fingerprint() {
        long first = high;
        if (first != 0 || fingerprinter == null) {
            return new Fingerprint(first, low);
        }
        Fingerprint taken = fingerprinter.of(value);
        note(taken);
        return taken;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alike alike
                && (value != null && alike.value != null && fingerprinter != null
                        ? sameValue(alike)
                        : fingerprint().equals(alike.fingerprint()));
    }

    /** What is known of one is then known of both: the newer is kept, and taking its fingerprint again would be dear. */
    private boolean sameValue(Alike other) {
        if (!Objects.requireNonNull(fingerprinter).same(value, other.value)) {
            return false;
        }
        if (high == 0 && other.high != 0) {
            note(other.fingerprint());
        } else if (high != 0 && other.high == 0) {
            other.note(fingerprint());
        }
        return true;
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }
}
