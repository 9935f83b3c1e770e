package org.plainfact.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import org.plainfact.disk.Held;
import org.plainfact.disk.Hold;
import org.plainfact.source.Look;

/**
 * Where the site goes, checked: neither a file nor a link, and apart from what the site is made of.
 *
 * @param path absolute
 */
record OutputFolder(Path path) {
    /** @throws OutputRefused before anything is written */
    static OutputFolder of(Path path, Path project, Collection<Path> sources) {
        Path output = path.toAbsolutePath().normalize();
        if (Files.isSymbolicLink(output)) {
            throw new OutputRefused(output, "it is a symbolic link; name the folder itself");
        }
        if (Look.isThere(output, LinkOption.NOFOLLOW_LINKS) && !Look.isFolder(output, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputRefused(output, "it is not a folder");
        }
        for (Path at = output.getParent(); at != null; at = at.getParent()) {
            if (Look.isThere(at) && !Look.isFolder(at)) {
                throw new OutputRefused(output, at + " is not a folder");
            }
        }
        Path real = real(output);
        if (real(project).startsWith(real)) {
            throw new OutputRefused(output, "the project is in it");
        }
        for (Path source : sources) {
            Path folder = real(source);
            if (real.startsWith(folder) || folder.startsWith(real)) {
                throw new OutputRefused(output, "it is mixed with the sources in " + source);
            }
        }
        return new OutputFolder(output);
    }

    /** Beside the output and so on the same file system. Not there between builds. */
    Path workshop() {
        return path.resolveSibling("." + path.getFileName() + ".plainfact");
    }

    private Path lock() {
        return path.resolveSibling("." + path.getFileName() + ".plainfact.lock");
    }

    /** @throws BuildLocked at once, when another build writes here */
    Hold hold() {
        try {
            return Hold.take(lock());
        } catch (Held held) {
            throw new BuildLocked(path, held);
        }
    }

    boolean exists() {
        return Look.isFolder(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** With the links of the part that exists resolved. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path at = absolute; at != null; at = at.getParent()) {
            if (Look.isThere(at)) {
                try {
                    return at.toRealPath().resolve(at.relativize(absolute));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return absolute;
    }
}
