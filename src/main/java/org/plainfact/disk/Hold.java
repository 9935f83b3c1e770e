package org.plainfact.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held while something is written that one process at a time may write. The system releases it when the process dies. */
public final class Hold implements AutoCloseable {
    /** Behind the process id, so that others can read that. */
    private static final long LOCKED_BYTE = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private Hold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes it at once or not at all.
     *
     * @param file is there while it is held, in a folder that is made where there is none
     * @throws Held when another process, or another part of this one, has it
     */
    public static Hold take(Path file) {
        try {
            Files.createDirectories(Trees.parent(file));
            Hold hold = null;
            while (hold == null) {
                hold = tryToTake(file);
            }
            return hold;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Hold tryToTake(Path file) throws IOException {
        create(file);
        Optional<Object> before = key(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Hold hold = null;
        try {
            if (!locks(channel)) {
                throw new Held(file, read(channel));
            }
            // Else the holder before us removed the file between our opening and locking it.
            hold = before.equals(key(file)) ? written(file, channel) : null;
        } finally {
            // A channel that stays open keeps the lock, and no build of this process would get it again.
            if (hold == null) {
                channel.close();
            }
        }
        return hold;
    }

    private static Hold written(Path file, FileChannel channel) throws IOException {
        try {
            write(channel);
            return new Hold(file, channel);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Another has it, or was killed; the lock will tell.
        }
    }

    /** Identity of the file of that name. It is not opened: closing it again would give the lock away. */
    private static Optional<Object> key(Path file) throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException e) {
            return Optional.of("none");
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void write(FileChannel channel) throws IOException {
        channel.truncate(0);
        String pid = String.valueOf(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
