package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Tells how a build from nothing grows with the number of articles: the exponents of processor time and of peak memory. Linux
 * only. Run by {@code mvn -Pbench-growth verify}.
 */
public final class GrowthBenchmark {
    private static final String NAME = "growth";

    /** What does not grow is most of what a smaller site takes. */
    private static final int LARGE = 1_000;

    /** Ten times the articles may take this power of ten times as long: 1 is in proportion, and 0.15 for what is not even. */
    private static final double STEEPEST = 1.15;

    private GrowthBenchmark() {}

    private record Point(int articles, double processorSeconds, double peakMegabytes) {}

    /**
     * Prints a row for each size and the exponents.
     *
     * @param arguments sizes in articles; 10, 100, 1000 and 10000 by default. The property {@code bench.rounds} tells of how
     *     many rounds the least is taken, which is what others on the machine disturb least.
     * @throws IllegalStateException where, of the large sites, one of the two grows faster than in proportion
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes = arguments.length == 0
                ? List.of(10, 100, 1_000, 10_000)
                : Stream.of(arguments).map(Integer::valueOf).sorted().toList();
        int rounds = Integer.getInteger("bench.rounds", 1);
        Plainfact.warm();
        Setting setting = Setting.now();
        List<Point> points = new ArrayList<>();
        for (int size : sizes) {
            points.add(measure(size, rounds));
            System.err.println(points.getLast());
        }
        List<Point> large =
                points.stream().filter(point -> point.articles >= LARGE).toList();
        List<String> lines = new ArrayList<>();
        lines.add(setting.words(rounds).strip());
        lines.add("");
        lines.add("| articles | processor s | exponent since the last | peak memory MB | exponent since the last |");
        lines.add("|---:|---:|---:|---:|---:|");
        for (int i = 0; i < points.size(); i++) {
            lines.add(row(points.subList(Math.max(0, i - 1), i + 1)));
        }
        lines.add("");
        lines.add(fit("of all sizes", points));
        if (large.size() > 1) {
            lines.add(fit("of 1,000 articles and more", large));
        }
        String markdown = String.join("\n", lines);
        System.out.println(markdown);
        Recorded.table(NAME, markdown);
        if (large.size() > 1
                && (exponent(large, Point::processorSeconds) > STEEPEST
                        || exponent(large, Point::peakMegabytes) > STEEPEST)) {
            throw new IllegalStateException("grows faster than the number of articles to the power of " + STEEPEST);
        }
    }

    private static Point measure(int size, int rounds) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("plainfact-bench");
        try {
            Contender plainfact = Contender.plainfact(work, size);
            List<Run> runs = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                Path out = work.resolve("out-" + round);
                runs.add(plainfact.build(out, work.resolve("cache-" + round), work.resolve("log")));
                Machine.delete(out);
            }
            return new Point(size, least(runs, Run::processorSeconds), least(runs, Run::peakKilobytes) / 1024);
        } finally {
            Machine.delete(work);
        }
    }

    private static double least(List<Run> runs, ToDoubleFunction<Run> what) {
        return runs.stream().mapToDouble(what).min().orElseThrow();
    }

    /** @param points one, or the last two */
    private static String row(List<Point> points) {
        Point last = points.getLast();
        return String.format(
                Locale.ROOT,
                "| %d | %.2f | %s | %.0f | %s |",
                last.articles,
                last.processorSeconds,
                points.size() == 1 ? "–" : number(exponent(points, Point::processorSeconds)),
                last.peakMegabytes,
                points.size() == 1 ? "–" : number(exponent(points, Point::peakMegabytes)));
    }

    private static String fit(String words, List<Point> points) {
        return points.size() < 2
                ? "No exponent can be told of one size."
                : "Exponents %s: %s of processor time, %s of peak memory."
                        .formatted(
                                words,
                                number(exponent(points, Point::processorSeconds)),
                                number(exponent(points, Point::peakMegabytes)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double exponent(List<Point> points, ToDoubleFunction<Point> what) {
        return slope(
                points.stream().map(point -> Math.log(point.articles)).toList(),
                points.stream()
                        .map(point -> Math.log(what.applyAsDouble(point)))
                        .toList());
    }

    /** Of the line of least squares through the points. */
    static double slope(List<Double> x, List<Double> y) {
        double meanX = x.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double meanY = y.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double both = 0;
        double square = 0;
        for (int i = 0; i < x.size(); i++) {
            both += (x.get(i) - meanX) * (y.get(i) - meanY);
            square += (x.get(i) - meanX) * (x.get(i) - meanX);
        }
        return both / square;
    }
}
