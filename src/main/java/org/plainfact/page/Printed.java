package org.plainfact.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A page as a reader's browser gets it.
 *
 * @param address its path on the site
 * @param template path of what printed it, relative to the project
 * @param text path of the text that it shows, where it is that of one
 * @param sha256 of the bytes
 * @param bytes UTF-8; the same each time
 */
public record Printed(String address, String template, Optional<String> text, String sha256, Content bytes) {
    /** Makes the bytes. */
    public interface Content {
        byte[] bytes() throws IOException;
    }

    byte[] html() {
        try {
            return bytes.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
