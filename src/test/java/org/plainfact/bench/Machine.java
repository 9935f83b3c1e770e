package org.plainfact.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What benchmarks ask of the machine. */
final class Machine {
    private static final int RUSAGE_CHILDREN = -1;
    private static final int RUSAGE_BYTES = 144;
    private static final MethodHandle GETRUSAGE = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("getrusage"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private Machine() {}

    /** Peak resident memory of a process as Linux tells it; 0 elsewhere. */
    static long peakKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** How busy the machine was in the last minute, as Linux tells it. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Processor time of all processes that this one started and that have ended, by the millionth, as the kernel tells it. */
    static double processorSecondsOfEnded() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(RUSAGE_BYTES, Long.BYTES);
            if ((int) GETRUSAGE.invokeExact(RUSAGE_CHILDREN, usage) != 0) {
                throw new IllegalStateException("getrusage failed");
            }
            // It begins with two times, of the program and of the system for it, each in seconds and millionths.
            return usage.getAtIndex(ValueLayout.JAVA_LONG, 0)
                    + usage.getAtIndex(ValueLayout.JAVA_LONG, 2)
                    + (usage.getAtIndex(ValueLayout.JAVA_LONG, 1) + usage.getAtIndex(ValueLayout.JAVA_LONG, 3)) / 1e6;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Linux names it; where it does not, the architecture. */
    static String processor() {
        return field(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch"));
    }

    static long memoryGigabytes() {
        return field(Path.of("/proc/meminfo"), "MemTotal")
                .map(size -> Math.round(Long.parseLong(size.replaceAll("\\D", "")) / 1024.0 / 1024))
                .orElse(0L);
    }

    private static Optional<String> field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    static long count(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).count();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
