package org.plainfact.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Waits until what was written would survive a loss of power. */
public final class Sync {
    private Sync() {}

    /** A folder with all that is in it. Linux is told once for all; elsewhere each file is. */
    public static void tree(Path folder) throws IOException {
        if (!fileSystem(folder)) {
            each(folder);
        }
    }

    /** The names in a folder, not what they stand for. Windows has no such thing and needs none. */
    public static void names(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (java.nio.file.AccessDeniedException e) {
            if (!System.getProperty("os.name").startsWith("Windows")) {
                throw e;
            }
        }
    }

    static void each(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(path -> !Files.isSymbolicLink(path)).toList();
        }
        for (Path path : all) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                names(path);
            } else {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    /** {@code syncfs} of Linux 5.8 and later, which tells of failed writes; false where there is none. */
    private static boolean fileSystem(Path folder) throws IOException {
        Optional<MethodHandle> open = find("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        Optional<MethodHandle> sync = find("syncfs", ValueLayout.JAVA_INT);
        Optional<MethodHandle> close = find("close", ValueLayout.JAVA_INT);
        if (open.isEmpty() || sync.isEmpty() || close.isEmpty()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            int file = (int) open.get().invokeExact(arena.allocateFrom(folder.toString()), 0);
            if (file < 0) {
                return false;
            }
            int result = (int) sync.get().invokeExact(file);
            int closed = (int) close.get().invokeExact(file);
            if (result != 0 || closed != 0) {
                throw new IOException(folder + ": the disk did not take what was written");
            }
            return true;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("syncfs", e);
        }
    }

    @SuppressWarnings("restricted") // The launcher allows native access; without it each file is told.
    private static Optional<MethodHandle> find(String name, MemoryLayout... arguments) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        try {
            return linker.defaultLookup()
                    .find(name)
                    .map(address ->
                            linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments)));
        } catch (IllegalCallerException e) {
            return Optional.empty();
        }
    }
}
