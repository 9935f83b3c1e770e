package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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

    /** With the flags of the launcher. */
    private static double seconds(Path work) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plainfact.Main",
                "carousel",
                "--out",
                work.resolve("out").toString()));
        builder.environment().put("XDG_CACHE_HOME", work.resolve("cache").toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("plainfact carousel ended with " + code);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
