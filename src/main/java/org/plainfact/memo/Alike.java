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
    private volatile @Nullable Fingerprint fingerprint;

    Alike(Object value, Fingerprinter fingerprinter) {
        this.value = value;
        this.fingerprinter = fingerprinter;
    }

    /** Of a value that is no longer at hand. */
    Alike(Fingerprint fingerprint) {
        this.value = null;
        this.fingerprinter = null;
        this.fingerprint = fingerprint;
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
        Fingerprint known = fingerprint;
        if (known == null) {
            if (fingerprinter == null) {
                throw new IllegalStateException("neither value nor fingerprint");
            }
            known = fingerprinter.of(value);
            fingerprint = known;
        }
        return known;
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
        if (fingerprint == null) {
            fingerprint = other.fingerprint;
        } else if (other.fingerprint == null) {
            other.fingerprint = fingerprint;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }
}
