package org.plainfact.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * What stands at a path. The JDK's own questions answer no where the disk cannot tell, and a folder that cannot be read would
 * be one without texts.
 */
public final class Look {
    private Look() {}

    /** @throws UncheckedIOException when the machine cannot tell */
    public static boolean isFolder(Path path, LinkOption... links) {
        return at(path, links).map(BasicFileAttributes::isDirectory).orElse(false);
    }

    /** @throws UncheckedIOException when the machine cannot tell */
    public static boolean isFile(Path path, LinkOption... links) {
        return at(path, links).map(BasicFileAttributes::isRegularFile).orElse(false);
    }

    /** @throws UncheckedIOException when the machine cannot tell */
    public static boolean isThere(Path path, LinkOption... links) {
        return at(path, links).isPresent();
    }

    private static Optional<BasicFileAttributes> at(Path path, LinkOption... links) {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, links));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            // Below a file there is nothing, which the system tells as a fault.
            for (Path above = path.getParent(); above != null; above = above.getParent()) {
                if (Files.isRegularFile(above)) {
                    return Optional.empty();
                }
            }
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
