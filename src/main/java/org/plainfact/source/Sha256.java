package org.plainfact.source;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A SHA-256, as small as it can be held: a site has hundreds of thousands. */
public record Sha256(long first, long second, long third, long fourth) {
    /** Of digits as {@link #toString} writes them. */
    public static Sha256 of(String hexadecimal) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hexadecimal));
        if (bytes.capacity() != 4 * Long.BYTES) {
            throw new IllegalArgumentException("no SHA-256: " + hexadecimal);
        }
        return new Sha256(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** In hexadecimal, 64 small digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(second) + hex.toHexDigits(third) + hex.toHexDigits(fourth);
    }
}
