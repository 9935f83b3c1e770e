package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The data of a project as its git repository has it at a revision, unpacked into a folder that goes when this is closed.
 * The user's own git reads it, so that what that can read, this can.
 */
final class Revision implements AutoCloseable {
    private final Path folder;

    private Revision(Path folder) {
        this.folder = folder;
    }

    /**
     * Empty where git knows no such revision, or the revision has no data.
     *
     * @throws UncheckedIOException where there is no git, or the disk is full
     */
    static Optional<Revision> of(Path project, String name) {
        // A name that begins with a hyphen would be an option.
        if (name.isBlank() || name.startsWith("-")) {
            return Optional.empty();
        }
        try {
            Revision revision = new Revision(Files.createTempDirectory("plainfact-data"));
            boolean found = revision.unpack(project, name);
            if (!found) {
                revision.close();
            }
            return found ? Optional.of(revision) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return folder.resolve(Numbers.FOLDER);
    }

    private boolean unpack(Path project, String name) throws IOException {
        Process git = new ProcessBuilder(List.of("git", "archive", "--format=zip", name, "--", Numbers.FOLDER))
                .directory(project.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        git.getOutputStream().close();
        try (InputStream archive = git.getInputStream();
                ZipInputStream files = new ZipInputStream(archive, UTF_8)) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                write(entry, files);
            }
            // What follows the last entry must be read too, or git waits for a reader.
            archive.transferTo(OutputStream.nullOutputStream());
            return git.waitFor() == 0 && Files.isDirectory(data());
        } catch (InterruptedException e) {
            git.destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(ZipEntry entry, InputStream content) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("outside the archive: " + entry.getName());
        }
        if (!entry.isDirectory()) {
            Files.createDirectories(file.resolveSibling(""));
            Files.copy(content, file);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
