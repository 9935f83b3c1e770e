package org.plainfact.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Digests;

/**
 * What is known of a file: how it looked from outside and, where it has been read, what it held.
 *
 * @param digest empty as long as the file has not been read
 */
record Print(Look look, Optional<String> digest) {
    /** How a file looks from outside. The key tells a file from another one renamed to its name; some systems have none. */
    record Look(long size, FileTime modified, @Nullable Object key) {
        static Look of(BasicFileAttributes attributes) {
            return new Look(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    static Print unread(BasicFileAttributes attributes) {
        return new Print(Look.of(attributes), Optional.empty());
    }

    /** Empty where there is no regular file, or none that can be read. */
    static Optional<Print> of(Path file) {
        try {
            BasicFileAttributes attributes = attributes(file);
            return attributes.isRegularFile()
                    ? Optional.of(new Print(Look.of(attributes), Optional.of(Digests.sha256(file))))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Empty where there is no regular file. */
    static Optional<Look> look(Path file) {
        try {
            BasicFileAttributes attributes = attributes(file);
            return attributes.isRegularFile() ? Optional.of(Look.of(attributes)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether both are known to hold the same bytes. */
    boolean sameContent(Print other) {
        return digest.isPresent() && other.digest.isPresent() ? digest.equals(other.digest) : look.equals(other.look);
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
