package org.plainfact.memo;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.plainfact.source.Digests;

/** Stands for a content: the first 128 bits of its SHA-256. Equal fingerprints mean equal contents. */
public record Fingerprint(long high, long low) {
    public static Fingerprint of(byte[] content) {
        return of(content, 0, content.length);
    }

    static Fingerprint of(byte[] content, int from, int length) {
        MessageDigest digest = Digests.sha256();
        digest.update(content, from, length);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }
}
