package org.plainfact.memo;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Stands for a content: the first 128 bits of its SHA-256. Equal fingerprints mean equal contents. */
public record Fingerprint(long high, long low) {
    /** Bytes of a fingerprint. */
    static final int BYTES = 16;

    public static Fingerprint of(byte[] content) {
        return of(content, 0, content.length);
    }

    static Fingerprint of(byte[] content, int from, int length) {
        MessageDigest digest = sha256();
        digest.update(content, from, length);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
