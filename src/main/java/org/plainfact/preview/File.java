package org.plainfact.preview;

import java.util.regex.Pattern;

/**
 * One file of a site.
 *
 * @param path relative to the output, with {@code /}
 * @param sha256 of the bytes, in hexadecimal
 * @param size in bytes
 * @param bytes made or read when they are asked for
 */
public record File(String path, String sha256, long size, Bytes bytes) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public File {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits: " + sha256);
        }
        if (path.startsWith("/") || size < 0) {
            throw new IllegalArgumentException("a path is relative and a size not negative: " + path + ", " + size);
        }
    }

    boolean isPage() {
        return path.endsWith(".html");
    }
}
