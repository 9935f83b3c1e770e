package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures {@code plainfact check --without invalid-html} on corpora of growing size, each run in a process of its own with
 * a heap of 1 GB: first with nothing kept, then unchanged, then after an edit of one article. Beside them, in the same round,
 * the floor: reading all sources, and all pages that a build prints of them. Run by {@code mvn -Pbench-check verify}.
 */
public final class CheckBenchmark {
    private static final String HEAP = "-Xmx1g";

    private CheckBenchmark() {}

    /**
     * Prints one row for each size and kind of run.
     *
     * @param arguments sizes in articles; 1000 and 10000 by default. The property {@code bench.rounds} tells of how many
     *     rounds medians are taken.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes = arguments.length == 0
                ? List.of(1_000, 10_000)
                : Stream.of(arguments).map(Integer::valueOf).toList();
        int rounds = Integer.getInteger("bench.rounds", 3);
        System.out.printf(
                "%d processors, %s, Java %s, %d rounds, load %s%n",
                Runtime.getRuntime().availableProcessors(), HEAP, Runtime.version(), rounds, Machine.load());
        System.out.println(
                "| articles | sources | pages | run | wall s | processor s | floor s | wall ÷ floor | peak memory MB |");
        System.out.println("|---:|---:|---:|---|---:|---:|---:|---:|---:|");
        for (int size : sizes) {
            measure(size, rounds);
        }
        System.out.println("load at the end " + Machine.load());
    }

    private enum Kind {
        FIRST("first"),
        UNCHANGED("unchanged"),
        EDITED("one article edited");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static void measure(int size, int rounds) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("plainfact-bench");
        try {
            Path project = work.resolve("project");
            run(List.of("init", project.toString()), work, "cache-of-build");
            Corpus.write(project, size);
            Path site = work.resolve("site");
            run(List.of("build", project.toString(), "--out", site.toString()), work, "cache-of-build");
            List<Path> sources = files(project, "");
            List<Path> pages = files(site, ".html");
            List<List<Run>> runs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<Double> floors = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                for (Kind kind : Kind.values()) {
                    if (kind == Kind.EDITED) {
                        edit(project, round);
                    }
                    runs.get(kind.ordinal()).add(check(project, work, "cache-" + round));
                }
                floors.add(secondsToRead(sources) + secondsToRead(pages));
            }
            double floor = Run.median(floors);
            for (Kind kind : Kind.values()) {
                List<Run> own = runs.get(kind.ordinal());
                double wall = Run.median(own, Run::seconds);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %d | %d | %s | %.2f | %.2f | %.2f | %.1f | %d |%n",
                        size,
                        sources.size(),
                        pages.size(),
                        kind.words,
                        wall,
                        Run.median(own, Run::processorSeconds),
                        floor,
                        wall / floor,
                        Run.peakMegabytes(own));
            }
        } finally {
            Machine.delete(work);
        }
    }

    private static Run check(Path project, Path work, String cache) throws IOException, InterruptedException {
        return run(List.of("check", project.toString(), "--without", "invalid-html"), work, cache);
    }

    private static void edit(Path project, int round) throws IOException {
        Path article = files(project.resolve("content/articles"), ".md").get(round);
        Files.writeString(article, "\nA sentence that was not there before.\n", StandardOpenOption.APPEND);
    }

    private static Run run(List<String> arguments, Path work, String cache) throws IOException, InterruptedException {
        return Run.of(
                Plainfact.command(List.of(HEAP), arguments.toArray(String[]::new)),
                Map.of("XDG_CACHE_HOME", work.resolve(cache).toString()),
                Path.of("").toAbsolutePath(),
                work.resolve("log"));
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    /** On one thread, and nothing else. */
    private static double secondsToRead(List<Path> files) throws IOException {
        long bytes = 0;
        long start = System.nanoTime();
        for (Path file : files) {
            bytes += Files.readAllBytes(file).length;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (bytes == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return seconds;
    }
}
