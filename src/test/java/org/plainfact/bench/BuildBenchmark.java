package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds the same articles with Plainfact, Hugo and Zola in turns, each time in a process of its own: from nothing, unchanged,
 * after an edit of one article and after a change of the template that all pages share. Linux only. Run by {@code mvn -Pbench
 * verify}.
 */
public final class BuildBenchmark {
    /** A file that was written within two seconds is looked into: see decision 018. */
    private static final int QUIET_MILLISECONDS = 2_500;

    private final Path work;
    private final int size;
    private final List<Contender> contenders;
    private final BuildReport report;

    private BuildBenchmark(Path work, int size, List<Contender> contenders, BuildReport report) {
        this.work = work;
        this.size = size;
        this.contenders = contenders;
        this.report = report;
    }

    /**
     * Prints the tables, and each row as soon as it is measured.
     *
     * @param arguments sizes in articles; 10, 1000 and 10000 by default. The property {@code bench.rounds} tells of how many
     *     rounds medians are taken, and {@code bench.record} that they are written into the repository.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes = arguments.length == 0
                ? List.of(10, 1_000, 10_000)
                : Stream.of(arguments).map(Integer::valueOf).toList();
        int rounds = Integer.getInteger("bench.rounds", 3);
        List<String> missing = Contender.missing();
        for (String name : missing) {
            System.err.println("*** " + name + " IS NOT INSTALLED AND IS NOT MEASURED: run src/bench/peers.sh ***");
        }
        Plainfact.warm();
        BuildReport report = new BuildReport(rounds, missing);
        for (int size : sizes) {
            Path work = Files.createTempDirectory("plainfact-bench");
            try {
                new BuildBenchmark(work, size, Contender.all(work, size), report).measure(rounds);
            } finally {
                Machine.delete(work);
            }
        }
        report.publish(Guard.report(Guard.measure()), System.out);
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (BuildKind kind : BuildKind.values()) {
                Map<Contender, String> changed = new HashMap<>();
                for (Contender contender : contenders) {
                    changed.put(contender, change(contender, kind, round));
                }
                Thread.sleep(QUIET_MILLISECONDS);
                for (int turn = 0; turn < contenders.size(); turn++) {
                    // Who begins has the machine as the last round left it: each does in turn.
                    Contender contender = contenders.get((round + turn) % contenders.size());
                    Path out = out(contender, round);
                    settle();
                    Run run = contender.build(
                            out, work.resolve("cache-" + contender.name() + round), work.resolve("log"));
                    prove(contender, out, round, changed.getOrDefault(contender, ""));
                    report.add(size, kind, contender, run);
                }
            }
            Path site = out(contenders.getFirst(), round);
            report.floor(size, Machine.count(site), floor(site, work.resolve("floor")));
            for (Contender contender : contenders) {
                Machine.delete(out(contender, round));
            }
            Machine.delete(work.resolve("floor"));
        }
    }

    private Path out(Contender contender, int round) {
        return work.resolve("out-" + contender.name() + round);
    }

    /** What then stands on the page of the article of this round. */
    private static String change(Contender contender, BuildKind kind, int round) throws IOException {
        Project project = contender.project();
        return switch (kind) {
            case COLD, UNCHANGED -> "";
            case EDITED -> {
                Save save = project.text(round);
                save.write(round);
                yield save.token();
            }
            case TEMPLATE -> project.template(contender.template(), round);
        };
    }

    /** What is not in the site was not built, however fast. */
    private static void prove(Contender contender, Path out, int round, String token) throws IOException {
        for (Path article : contender.project().articles()) {
            if (!Files.exists(page(out, article))) {
                throw new IllegalStateException(contender.name() + " left out " + article);
            }
        }
        Path page = page(out, contender.project().article(round));
        if (!Files.readString(page).contains(token)) {
            throw new IllegalStateException(contender.name() + " has no " + token + " in " + page);
        }
    }

    private static Path page(Path out, Path article) {
        return out.resolve(Project.address(article).substring(1)).resolve("index.html");
    }

    /** Leaves no write of another to the disk for a build to wait for. */
    private void settle() throws IOException, InterruptedException {
        Run.of(List.of("sync"), Map.of(), work, work.resolve("log"));
    }

    /** Seconds to write the same bytes into the same folders, on one thread, and nothing else. */
    private static double floor(Path site, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(site)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        double seconds = 0;
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            Path copy = target.resolve(site.relativize(file).toString());
            long start = System.nanoTime();
            Files.createDirectories(copy.getParent());
            Files.write(copy, content);
            seconds += (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }
}
