package org.plainfact.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds one site of JBake with JBake 2.7.0 and with Plainfact, each time in a process of its own: from nothing, after an edit
 * of one post, and unchanged. Linux only. Run by {@code mvn -Pbench-jbake verify}.
 */
public final class JBakeBenchmark {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path work;
    private final int rounds;

    private JBakeBenchmark(Path work, int rounds) {
        this.work = work;
        this.rounds = rounds;
    }

    /**
     * Prints one row for each size and kind of run.
     *
     * @param arguments sizes in posts; 5000 by default. The property {@code bench.rounds} tells of how many rounds of
     *     Plainfact medians are taken; JBake, which takes minutes, runs once from nothing and once after an edit. It
     *     keeps nothing between two runs, so an unchanged site takes it as long as an edited one.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes = arguments.length == 0
                ? List.of(5_000)
                : Stream.of(arguments).map(Integer::valueOf).toList();
        int rounds = Integer.getInteger("bench.rounds", 3);
        System.out.printf(
                "%d processors, Java %s, %d rounds, load %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), rounds, Machine.load());
        System.out.println(
                "| posts | run | JBake wall s | JBake processor s | Plainfact wall s | Plainfact processor s | JBake ÷ Plainfact, wall | processor | peak memory MB |");
        System.out.println("|---:|---|---:|---:|---:|---:|---:|---:|---:|");
        for (int size : sizes) {
            Path work = Files.createTempDirectory("plainfact-bench");
            try {
                new JBakeBenchmark(work, rounds).measure(size);
            } finally {
                Machine.delete(work);
            }
        }
        System.out.println("load at the end " + Machine.load());
    }

    private enum Kind {
        COLD("from nothing"),
        EDITED("one post edited"),
        UNCHANGED("unchanged");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private void measure(int size) throws IOException, InterruptedException {
        Path site = work.resolve("site");
        JBakeCorpus.write(site, size);
        List<List<Run>> ours = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            Path cache = work.resolve("cache-" + round);
            Machine.delete(site.resolve("output"));
            for (Kind kind : Kind.values()) {
                if (kind == Kind.EDITED) {
                    edit(JBakeCorpus.post(site, size / 2 + round));
                }
                // A file that was written within two seconds is looked into: see decision 018.
                Thread.sleep(2_500);
                ours.get(kind.ordinal()).add(plainfact(site, cache));
            }
        }
        compile();
        Machine.delete(site.resolve("output"));
        Run cold = jbake(site);
        print(size, Kind.COLD, cold, ours.get(Kind.COLD.ordinal()));
        edit(JBakeCorpus.post(site, size / 2 - 1));
        Run again = jbake(site);
        print(size, Kind.EDITED, again, ours.get(Kind.EDITED.ordinal()));
        print(size, Kind.UNCHANGED, again, ours.get(Kind.UNCHANGED.ordinal()));
    }

    private static void edit(Path post) throws IOException {
        Files.writeString(post, "\nA sentence that was not there before.\n", StandardOpenOption.APPEND);
    }

    private static void print(int size, Kind kind, Run theirs, List<Run> ours) {
        double wall = Run.median(ours, Run::seconds);
        double processor = Run.median(ours, Run::processorSeconds);
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f | %d and %d |%n",
                size,
                kind.words,
                theirs.seconds(),
                theirs.processorSeconds(),
                wall,
                processor,
                theirs.seconds() / wall,
                theirs.processorSeconds() / processor,
                theirs.peakKilobytes() / 1024,
                Run.peakMegabytes(ours));
    }

    private Run plainfact(Path site, Path cache) throws IOException, InterruptedException {
        return run(
                Plainfact.command(List.of("-Xmx1g"), "build", site.toString()),
                Map.of("XDG_CACHE_HOME", cache.toString()));
    }

    /** As a user starts it: with Java's own flags. */
    private Run jbake(Path site) throws IOException, InterruptedException {
        return run(
                List.of(
                        JAVA,
                        "-Dlogback.configurationFile=src/test/jbake/logback.xml",
                        "-cp",
                        classPath() + File.pathSeparator + work.resolve("classes"),
                        "org.plainfact.jbake.RealBake",
                        site.toString()),
                Map.of());
    }

    private static String classPath() throws IOException {
        return Files.readString(Path.of("target/jbake-class-path.txt"));
    }

    private void compile() throws IOException, InterruptedException {
        run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-cp",
                        classPath(),
                        "-d",
                        work.resolve("classes").toString(),
                        "src/test/java/org/plainfact/jbake/RealBake.java"),
                Map.of());
    }

    private Run run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path log = work.resolve("log");
        Run run = Run.of(command, environment, Path.of("").toAbsolutePath(), log);
        String said = Files.readString(log, StandardCharsets.UTF_8);
        if (said.contains("failed ")) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
        }
        return run;
    }
}
