package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures {@code plainfact serve} on corpora of growing size, in a process of its own: from its start to the first page, and
 * from a save to the new bytes. Beside each save the same bytes are saved for a server of plain files, which is the floor,
 * and for {@code hugo server} where there is one. Run by {@code mvn -Pbench-preview verify}.
 */
public final class PreviewBenchmark {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private PreviewBenchmark() {}

    /**
     * Prints two tables.
     *
     * @param arguments sizes in articles; 100, 1000 and 10000 by default. The property {@code bench.saves} tells how many
     *     saves of articles are measured at each.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes = arguments.length == 0
                ? List.of(100, 1_000, 10_000)
                : Stream.of(arguments).map(Integer::valueOf).toList();
        Optional<String> hugo = HugoSite.version();
        Report report = new Report();
        for (int size : sizes) {
            measure(size, Integer.getInteger("bench.saves", 60), hugo.isPresent(), report);
        }
        System.out.printf(
                Locale.ROOT,
                "%d processors, -Xmx2g, Java %s, %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                hugo.map(version -> "Hugo " + version).orElse("no hugo here: its rows are left out"));
        report.print(System.out);
    }

    private static void measure(int size, int saves, boolean hugo, Report report)
            throws IOException, InterruptedException {
        System.err.println(size + " articles …");
        Path work = Files.createTempDirectory("plainfact-bench");
        try {
            SizeBenchmark.prepare(size, work, hugo, Deadline.in(LONGEST), report)
                    .run(saves);
        } catch (Deadline.TimeUp e) {
            report.givenUp(size, LONGEST.toMinutes());
        } finally {
            Machine.delete(work);
        }
    }
}
