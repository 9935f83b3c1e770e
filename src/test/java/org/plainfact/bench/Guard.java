package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainfact.data.Json;

/**
 * Counts what a build from nothing takes for each article, in units that a busy machine does not change: bytes allocated, and
 * instructions where the machine can count them. What two sizes differ in is what articles take; the rest is what any build takes. Linux only.
 * Run by {@code mvn -Pbench-guard verify}.
 */
public final class Guard {
    private static final Path RECORDED = Path.of("src/test/resources/guard/counts.json");
    private static final int FEW = 50;
    private static final int MANY = 250;

    /** A count that is so much more, as a share of what was recorded, is a fault. */
    private static final double TOLERANCE = 0.15;

    private static final Pattern INSTRUCTIONS = Pattern.compile("(?m)^(\\d+),[^,]*,instructions");

    private Guard() {}

    /**
     * Prints what has changed since the counts were recorded; with {@code bench.record} records them.
     *
     * @throws IllegalStateException where one is more than tolerated
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, Long> now = measure();
        report(now).forEach(System.out::println);
        if (Recorded.wanted()) {
            Files.createDirectories(RECORDED.getParent());
            Files.writeString(RECORDED, Json.pretty(now));
            return;
        }
        Map<String, Long> before = recorded();
        List<String> more = now.keySet().stream()
                .filter(name -> before.containsKey(name) && change(before, now, name) > TOLERANCE)
                .toList();
        if (!more.isEmpty()) {
            throw new IllegalStateException("more than " + Math.round(TOLERANCE * 100) + " % more: " + more);
        }
    }

    /** A line for each count. */
    static List<String> report(Map<String, Long> now) throws IOException {
        Map<String, Long> before = recorded();
        List<String> lines = new ArrayList<>();
        now.forEach((name, count) -> lines.add(
                before.containsKey(name)
                        ? String.format(
                                Locale.ROOT,
                                "%s: %,d; recorded were %,d: %+.1f %%",
                                name,
                                count,
                                before.get(name),
                                100 * change(before, now, name))
                        : String.format(Locale.ROOT, "%s: %,d; none recorded", name, count)));
        if (now.keySet().stream().noneMatch(name -> name.startsWith("instructions"))) {
            lines.add("instructions: this machine cannot count them (perf is not installed, or finds no counter)");
        }
        return lines;
    }

    /** Counts by their names. */
    static Map<String, Long> measure() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("plainfact-bench");
        try {
            Map<String, Long> few = count(work.resolve("few"), FEW);
            Map<String, Long> many = count(work.resolve("many"), MANY);
            Map<String, Long> counts = new TreeMap<>();
            few.forEach((name, count) -> {
                long each = (many.getOrDefault(name, count) - count) / (MANY - FEW);
                counts.put(name + " for each article", each);
                counts.put(name + " for any build", count - FEW * each);
            });
            return counts;
        } finally {
            Machine.delete(work);
        }
    }

    private static double change(Map<String, Long> before, Map<String, Long> now, String name) {
        double recorded = before.getOrDefault(name, 0L);
        return (now.getOrDefault(name, 0L) - recorded) / recorded;
    }

    private static Map<String, Long> recorded() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        if (Files.exists(RECORDED)
                && Json.read(RECORDED.toString(), Files.readString(RECORDED)) instanceof Map<?, ?> all) {
            all.forEach((name, count) -> counts.put(String.valueOf(name), ((Number) count).longValue()));
        }
        return counts;
    }

    private static Map<String, Long> count(Path work, int articles) throws IOException, InterruptedException {
        Path project = work.resolve("project");
        Corpus.start(project, articles);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("bytes allocated", allocated(project, work));
        instructions(project, work).ifPresent(count -> counts.put("instructions", count));
        return counts;
    }

    private static long allocated(Path project, Path work) throws IOException, InterruptedException {
        Path count = work.resolve("count");
        build(List.of(), project, work, List.of("-Dbench.count=" + count), Allocations.class.getName());
        return Long.parseLong(Files.readString(count));
    }

    /** In user mode; empty where the machine cannot count them. */
    private static OptionalLong instructions(Path project, Path work) throws IOException, InterruptedException {
        Path count = work.resolve("instructions");
        List<String> perf = List.of("perf", "stat", "-x,", "-e", "instructions:u", "-o", count.toString(), "--");
        try {
            Run.of(Stream.concat(perf.stream(), Stream.of("true")).toList(), Map.of(), work, work.resolve("log"));
        } catch (IOException | IllegalStateException noPerf) {
            return OptionalLong.empty();
        }
        if (instructions(Files.readString(count)).isEmpty()) {
            return OptionalLong.empty();
        }
        build(perf, project, work, List.of(), "org.plainfact.Main");
        return instructions(Files.readString(count));
    }

    /** What {@code perf stat -x,} wrote, read. */
    static OptionalLong instructions(String stat) {
        Matcher line = INSTRUCTIONS.matcher(stat);
        return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
    }

    /** Always as on two cores: what each thread keeps for itself is counted too. */
    private static void build(List<String> by, Path project, Path work, List<String> flags, String main)
            throws IOException, InterruptedException {
        Path out = work.resolve("out");
        Machine.delete(out);
        Machine.delete(work.resolve("cache"));
        List<String> all = new ArrayList<>(by);
        all.addAll(Plainfact.java(
                Stream.concat(Stream.of("-Xmx1g", "-XX:ActiveProcessorCount=2"), flags.stream())
                        .toList(),
                main,
                "build",
                project.toString(),
                "--out",
                out.toString()));
        Run.of(
                all,
                Map.of("XDG_CACHE_HOME", work.resolve("cache").toString()),
                Path.of("").toAbsolutePath(),
                work.resolve("log"));
    }
}
