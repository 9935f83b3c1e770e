package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures {@code plainfact carousel} on this repository's site, each run in a process of its own: the first draws every slide,
 * the others none. Run by {@code mvn -Pbench-carousel verify}.
 */
public final class CarouselBenchmark {
    private static final int ROUNDS = 3;

    private CarouselBenchmark() {}

    /** Prints a table. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("| round | files | first run s | unchanged s |");
        System.out.println("|---:|---:|---:|---:|");
        for (int round = 1; round <= ROUNDS; round++) {
            Path work = Files.createTempDirectory("plainfact-bench");
            try {
                double first = seconds(work);
                long files = Machine.count(work.resolve("out"));
                double unchanged = seconds(work);
                System.out.printf(Locale.ROOT, "| %d | %d | %.2f | %.2f |%n", round, files, first, unchanged);
            } finally {
                Machine.delete(work);
            }
        }
    }

    private static double seconds(Path work) throws IOException, InterruptedException {
        return Run.of(
                        Plainfact.command(
                                List.of(),
                                "carousel",
                                "--out",
                                work.resolve("out").toString()),
                        Map.of("XDG_CACHE_HOME", work.resolve("cache").toString()),
                        Path.of("").toAbsolutePath(),
                        work.resolve("log"))
                .seconds();
    }
}
