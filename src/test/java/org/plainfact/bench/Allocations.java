package org.plainfact.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plainfact.Main;

/** Plainfact, with a note at the end of how many bytes all its threads have allocated, into the file of {@code bench.count}. */
public final class Allocations {
    private Allocations() {}

    /** @param arguments of Plainfact */
    public static void main(String[] arguments) {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        Path count = Path.of(System.getProperty("bench.count"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note(count, threads.getTotalThreadAllocatedBytes())));
        Main.main(arguments);
    }

    private static void note(Path file, long bytes) {
        try {
            Files.writeString(file, String.valueOf(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
