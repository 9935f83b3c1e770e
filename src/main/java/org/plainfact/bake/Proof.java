package org.plainfact.bake;

import java.io.IOException;

/**
 * A file of a site that lies nowhere: it is made when it is read.
 *
 * @param path relative to the output
 * @param sha256 of its content, in hexadecimal
 * @param size in bytes
 */
public record Proof(String path, String sha256, long size, Content content) {
    Manifest.Stamp stamp() {
        return new Manifest.Stamp(sha256, size);
    }

    /** Makes the bytes. From any thread; the same each time. */
    public interface Content {
        byte[] bytes() throws IOException;
    }
}
