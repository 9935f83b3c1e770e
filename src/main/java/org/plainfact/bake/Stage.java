package org.plainfact.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.disk.Trees;
import org.plainfact.source.Digests;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/**
 * A new site in the making, beside the old one. What is unchanged is not written again. {@link #commit} puts the new
 * site in the old one's place; before it the old one is untouched. {@link #put} is safe for several threads.
 */
final class Stage implements AutoCloseable, Tray {
    private final OutputFolder output;
    private final Path fresh;
    private final Swap swap;
    private final Steps steps;
    private final boolean clean;
    private final Manifest before;
    private final Map<String, Stamp> files = new ConcurrentHashMap<>();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    private Stage(OutputFolder output, boolean clean, Swap.Way firstWay, Steps steps) {
        this.output = output;
        this.fresh = output.workshop().resolve("new");
        this.clean = clean;
        this.steps = steps;
        this.before = Manifest.of(output.path());
        this.swap = new Swap(output, before, firstWay, steps);
    }

    /**
     * Mends what a killed build left, and starts. The caller holds the lock.
     *
     * @param clean whether unchanged files are written too
     * @param firstWay how to replace the old site; where the machine cannot, the ways behind it are tried
     */
    static Stage open(OutputFolder output, boolean clean, Swap.Way firstWay, Steps steps) {
        Swap.repair(output);
        return new Stage(output, clean, firstWay, steps);
    }

    /** How many files a commit wrote, left and removed. */
    record Changes(int written, int unchanged, int removed) {}

    @Override
    public boolean keeps(Proof file) {
        Stamp now = file.stamp();
        Stamp then = before.files().get(file.path());
        boolean same = now.equals(then);
        files.put(file.path(), same ? then : now);
        return !clean && same && before.intact(output.path(), file.path(), now);
    }

    @Override
    public void put(Proof made, byte[] bytes) {
        put(made.path(), file -> {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
        });
    }

    @Override
    public void put(Proof read, Path source) {
        put(read.path(), file -> {
            Files.copy(source, file, LinkOption.NOFOLLOW_LINKS);
            if (!Digests.sha256(file).equals(read.sha256())) {
                throw new IOException("changed while it was read: " + source);
            }
        });
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void put(String path, Writing writing) {
        written.add(path);
        Path file = fresh.resolve(path);
        try {
            createFolder(Trees.parent(file));
            writing.to(file);
        } catch (IOException e) {
            throw fault(file, e);
        }
    }

    /** Tells foreign files in the output that stand where the new site needs the place. */
    void tellObstacles(Findings findings) {
        if (written.isEmpty()) {
            return;
        }
        Set<String> needed = Foreign.foldersOf(files.keySet());
        new Foreign(output.path(), before).each((path, file, attributes) -> {
            boolean wanted = files.containsKey(path);
            boolean inTheWay = attributes.isDirectory()
                    ? wanted
                    : needed.contains(path) || (wanted && !same(path, file, attributes));
            if (inTheWay) {
                findings.error(
                        "foreign-file",
                        SourceSpan.of(file.toString()),
                        "this is not ours and stands where the site has /" + path,
                        "move it away, or write the site to another folder");
            }
        });
    }

    private boolean same(String path, Path file, BasicFileAttributes attributes) {
        Stamp stamp = files.getOrDefault(path, Stamp.UNKNOWN);
        return attributes.isRegularFile()
                && attributes.size() == stamp.size()
                && Digests.sha256(file).equals(stamp.sha256());
    }

    /** Puts the new site in the old one's place. Touches nothing where both are the same. */
    Changes commit() {
        int removed = (int) before.files().keySet().stream()
                .filter(path -> !files.containsKey(path))
                .count();
        if (!written.isEmpty() || removed > 0 || !output.exists()) {
            try {
                checkWritable();
                createFolder(fresh);
                swap.replace(fresh, files, written);
            } catch (IOException e) {
                throw fault(output.path(), e);
            }
        }
        return new Changes(written.size(), files.size() - written.size(), removed);
    }

    /** Else the new folder, which takes on the old one's permissions, would be refused, by a path that nobody knows. */
    private void checkWritable() throws IOException {
        if (output.exists()) {
            output.path().getFileSystem().provider().checkAccess(output.path(), AccessMode.WRITE);
        }
    }

    @Override
    public void close() {
        steps.before(Steps.Step.CLEAN);
        try {
            Trees.delete(output.workshop());
        } catch (IOException e) {
            throw fault(output.workshop(), e);
        }
    }

    private void createFolder(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            Files.createDirectories(folder);
            folders.add(folder);
        }
    }

    /** A full disk has no path in its message. */
    private static UncheckedIOException fault(Path path, IOException e) {
        boolean named = e instanceof FileSystemException system && system.getFile() != null;
        String message = String.valueOf(e.getMessage());
        return new UncheckedIOException(
                named || message.contains(path.toString()) ? e : new IOException(path + ": " + message, e));
    }
}
