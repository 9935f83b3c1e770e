package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainfact.publish.S3Server;

/**
 * Measures {@code plainfact publish} on corpora of growing size, to a folder, to a branch of a bare repository and to an S3
 * server in this process, each time in a process of its own: from the end of the build to the end, as the command tells it. Run by {@code mvn -Pbench-publish
 * verify}.
 */
public final class PublishBenchmark {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Pattern SECONDS = Pattern.compile("\\((\\d+\\.\\d+) s after the build\\)");

    private final Path work;
    private final Path project;
    private final Deadline deadline = Deadline.in(LONGEST);

    private PublishBenchmark(Path work) {
        this.work = work;
        this.project = work.resolve("project");
    }

    /**
     * Prints one row for each size and target.
     *
     * @param arguments sizes in articles; 1000, 5000 and 10000 by default. The property {@code bench.rounds} tells how
     *     often each is measured.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes = arguments.length == 0
                ? List.of(1_000, 5_000, 10_000)
                : Stream.of(arguments).map(Integer::valueOf).toList();
        int rounds = Integer.getInteger("bench.rounds", 5);
        List<String> rows = new ArrayList<>();
        for (int size : sizes) {
            System.err.println(size + " articles …");
            Path work = Files.createTempDirectory("plainfact-bench");
            try {
                rows.addAll(new PublishBenchmark(work).rows(size, rounds));
            } finally {
                Machine.delete(work);
            }
        }
        System.out.printf(
                "%d processors, -Xmx1g, Java %s, %d rounds%n%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), rounds);
        System.out.println(
                "| articles | files | target | unchanged s (p50) | unchanged s (slowest) | first publish s | one changed text s |");
        System.out.println("|---:|---:|---|---:|---:|---:|---:|");
        rows.forEach(System.out::println);
    }

    private List<String> rows(int size, int rounds) throws IOException, InterruptedException {
        run("init", project.toString());
        Corpus.write(project, size);
        run("build", project.toString());
        Path bare = work.resolve("site.git");
        Program.start(List.of("git", "init", "--quiet", "--bare", bare.toString()), Map.of(), work, deadline)
                .succeed();
        try (S3Server store = S3Server.start()) {
            return List.of(
                    row(size, rounds, "folder", "file:" + work.resolve("www")),
                    row(size, rounds, "git", "git:" + bare),
                    row(size, rounds, "s3", store.address("")));
        }
    }

    private String row(int size, int rounds, String name, String target) throws IOException, InterruptedException {
        double first = publish(target);
        Times unchanged = new Times();
        for (int round = 0; round < rounds; round++) {
            unchanged.add((long) (publish(target) * 1e9));
        }
        Project.in(project).text(rounds).write(0);
        double changed = publish(target);
        return String.format(
                Locale.ROOT,
                "| %d | %d | %s | %.2f | %.2f | %.2f | %.2f |",
                size,
                Machine.count(project.resolve("output")),
                name,
                unchanged.percentile(50) / 1e3,
                unchanged.percentile(100) / 1e3,
                first,
                changed);
    }

    /** Seconds after the build, as the command tells them. */
    private double publish(String target) throws IOException, InterruptedException {
        try (Program program = start("publish", target, "--project", project.toString())) {
            Matcher told = SECONDS.matcher(
                    program.next(line -> SECONDS.matcher(line).find()).text());
            if (!told.find()) {
                throw new IllegalStateException("no time was told");
            }
            program.succeed();
            return Double.parseDouble(told.group(1));
        }
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        try (Program program = start(arguments)) {
            program.succeed();
        }
    }

    private Program start(String... arguments) throws IOException {
        Map<String, String> environment = new HashMap<>(S3Server.environment());
        environment.put("XDG_CACHE_HOME", work.resolve("cache").toString());
        return Program.start(Plainfact.command(List.of("-Xmx1g"), arguments), environment, work, deadline);
    }
}
