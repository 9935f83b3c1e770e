package org.plainfact.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What a file holds, to be read as often as needed. */
public sealed interface Body {
    InputStream open() throws IOException;

    /** All at once. */
    default byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** A file of the built site. */
    record OfFile(Path file) implements Body {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** What is made for publishing. */
    record OfBytes(byte[] content) implements Body {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }
}
