package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Builds corpora of growing size, each in a process of its own with a heap of 1 GB, and prints time, pages per second,
 * peak heap and the ratio to a floor: writing the same files, measured right after. Run by {@code mvn -Pbench verify}.
 */
public final class BuildBenchmark {
    private static final int ROUNDS = 3;
    private static final String HEAP = "-Xmx1g";

    private BuildBenchmark() {}

    /**
     * Prints one row for each size.
     *
     * @param arguments sizes in articles; 1250, 2500, 5000 and 10000 by default
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes = arguments.length == 0
                ? List.of(1_250, 2_500, 5_000, 10_000)
                : Stream.of(arguments).map(Integer::valueOf).toList();
        System.out.printf(
                "%d processors, %s, Java %s%n", Runtime.getRuntime().availableProcessors(), HEAP, Runtime.version());
        System.out.println(
                "| articles | files | clean build s | pages/s | ms an article | floor s | build ÷ floor | unchanged s | peak memory MB |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int size : sizes) {
            System.out.println(row(size));
        }
    }

    private static String row(int size) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("plainfact-bench");
        try {
            Path project = work.resolve("project");
            run(List.of("init", project.toString()), work);
            Corpus.write(project, size);
            List<Double> builds = new ArrayList<>();
            List<Double> floors = new ArrayList<>();
            List<Double> again = new ArrayList<>();
            long memory = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Path out = work.resolve("out-" + round);
                Run build = run(List.of("build", project.toString(), "--out", out.toString()), work);
                builds.add(build.seconds);
                memory = Math.max(memory, build.peakKilobytes);
                again.add(run(List.of("build", project.toString(), "--out", out.toString()), work).seconds);
                floors.add(floor(out, work.resolve("floor-" + round)));
                if (round > 0) {
                    Machine.delete(out);
                }
                Machine.delete(work.resolve("floor-" + round));
            }
            long files = Machine.count(work.resolve("out-0"));
            double build = median(builds);
            double floor = median(floors);
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %.2f | %.0f | %.2f | %.2f | %.1f | %.2f | %d |",
                    size,
                    files,
                    build,
                    files / build,
                    1000 * build / size,
                    floor,
                    build / floor,
                    median(again),
                    memory / 1024);
        } finally {
            Machine.delete(work);
        }
    }

    private record Run(double seconds, long peakKilobytes) {}

    /** A process of its own, so that each size starts cold. */
    private static Run run(List<String> arguments, Path work) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plainfact.Main"));
        command.addAll(arguments);
        Path log = work.resolve("log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, Machine.peakKilobytes(process.pid()));
            Thread.sleep(10);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed:\n" + Files.readString(log));
        }
        return new Run(seconds, peak);
    }

    /** Seconds to write the same bytes into the same folders, on one thread, and nothing else. */
    private static double floor(Path site, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(site)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readAllBytes(file));
        }
        long start = System.nanoTime();
        for (int i = 0; i < files.size(); i++) {
            Path file = target.resolve(site.relativize(files.get(i)).toString());
            Files.createDirectories(file.getParent());
            Files.write(file, contents.get(i));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
