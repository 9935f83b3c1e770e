package org.plainfact.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** The tables, as far as they have got. */
final class Report {
    private final List<String> starts = new ArrayList<>();
    private final List<String> saves = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param program whose peak memory is told; still running */
    void start(int size, String server, double firstPageMs, double firstLookMs, Program program) {
        add(
                starts,
                "| %d | `%s` | %.0f | %.0f | %d |",
                size,
                server,
                firstPageMs,
                firstLookMs,
                program.peakMegabytes());
    }

    void saves(int size, String what, Series series) {
        double median = series.times().percentile(50);
        double floor = series.floor().percentile(50);
        add(
                saves,
                "| %d | %s | %d | %.1f | %.1f | %.1f | %.1f | %.0f | %s |",
                size,
                what,
                series.times().count(),
                median,
                series.times().percentile(95),
                floor,
                series.floor().percentile(95),
                median / floor,
                range(series.printed()));
    }

    void ratio(int size, double ratio) {
        add(notes, "A text among %d articles: `hugo server` ÷ `plainfact serve` = %.1f (p50).", size, ratio);
    }

    void givenUp(int size, long minutes) {
        add(notes, "%d articles: given up after %d minutes.", size, minutes);
    }

    void print(PrintStream out) {
        out.println("| articles | server | start to first page ms | start to first look done ms | peak memory MB |");
        out.println("|---:|---|---:|---:|---:|");
        starts.forEach(out::println);
        out.println();
        out.println(
                "| articles | saved | saves | p50 ms | p95 ms | floor p50 ms | floor p95 ms | p50 ÷ floor | files printed |");
        out.println("|---:|---|---:|---:|---:|---:|---:|---:|---:|");
        saves.forEach(out::println);
        notes.forEach(note -> out.println("\n" + note));
    }

    /** Told at once too: the whole takes long. */
    private static void add(List<String> lines, String format, Object... cells) {
        String line = String.format(Locale.ROOT, format, cells);
        System.err.println(line);
        lines.add(line);
    }

    private static String range(IntSummaryStatistics numbers) {
        if (numbers.getCount() == 0) {
            return "–";
        }
        return numbers.getMin() == numbers.getMax()
                ? String.valueOf(numbers.getMax())
                : numbers.getMin() + "–" + numbers.getMax();
    }
}
