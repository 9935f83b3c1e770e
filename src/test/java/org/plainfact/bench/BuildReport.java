package org.plainfact.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plainfact.data.Json;

/** What {@link BuildBenchmark} measured, as tables and as JSON. */
final class BuildReport {
    private static final String NAME = "build";

    private final int rounds;
    private final List<String> missing;
    private final Setting setting = Setting.now();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<Case, Map<String, List<Run>>> runs = new LinkedHashMap<>();
    private final Map<Integer, Floor> floors = new LinkedHashMap<>();

    private record Case(int articles, BuildKind kind) {}

    /** @param files of the site that Plainfact made */
    private record Floor(long files, List<Double> seconds) {}

    /** @param missing names of generators that are not installed */
    BuildReport(int rounds, List<String> missing) {
        this.missing = missing;
        this.rounds = rounds;
    }

    void add(int articles, BuildKind kind, Contender contender, Run run) {
        versions.put(contender.name(), contender.version());
        runs.computeIfAbsent(new Case(articles, kind), key -> new LinkedHashMap<>())
                .computeIfAbsent(contender.name(), key -> new ArrayList<>())
                .add(run);
        System.err.printf(
                Locale.ROOT,
                "%d articles, %s, %s: %.2f s, %.2f s of processor time, %d MB%n",
                articles,
                kind.words(),
                contender.name(),
                run.seconds(),
                run.processorSeconds(),
                run.peakKilobytes() / 1024);
    }

    void floor(int articles, long files, double seconds) {
        floors.computeIfAbsent(articles, key -> new Floor(files, new ArrayList<>()))
                .seconds
                .add(seconds);
    }

    /** @param counts what {@link Guard} has to tell */
    void publish(List<String> counts, PrintStream out) throws IOException {
        List<String> lines = markdown();
        lines.add("");
        counts.forEach(count -> lines.add("- " + count));
        String markdown = String.join("\n", lines);
        out.println(markdown);
        Recorded.table(NAME, markdown);
        Recorded.json(NAME, Json.pretty(json()));
    }

    private List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(setting.words(rounds)
                + String.join(
                        ", ",
                        versions.entrySet().stream()
                                .map(it -> it.getKey() + " " + it.getValue())
                                .toList())
                + ".");
        for (String name : missing) {
            lines.add("");
            lines.add("**" + name + " is not installed here and was not measured: run `src/bench/peers.sh`.**");
        }
        lines.add("");
        lines.add(
                "| articles | build | generator | wall s | processor s | peak memory MB | Plainfact ÷ it: wall | processor | memory |");
        lines.add("|---:|---|---|---:|---:|---:|---:|---:|---:|");
        runs.forEach((what, all) -> all.forEach((name, own) -> lines.add(row(what, all, name, own))));
        lines.add("");
        floors.forEach((articles, floor) -> lines.add(String.format(
                Locale.ROOT,
                "- %d articles: %d files by Plainfact; to write the same bytes into the same folders, on one thread, takes %.2f s.",
                articles,
                floor.files,
                Run.median(floor.seconds))));
        lines.add("");
        lines.add("| aim | articles | measured | |");
        lines.add("|---|---:|---:|---|");
        new Aims().rows().forEach(lines::add);
        return lines;
    }

    private static String row(Case what, Map<String, List<Run>> all, String name, List<Run> own) {
        List<Run> plainfact = all.getOrDefault(Contender.PLAINFACT, List.of());
        boolean other = !name.equals(Contender.PLAINFACT);
        return String.format(
                Locale.ROOT,
                "| %d | %s | %s | %.2f | %.2f | %d | %s | %s | %s |",
                what.articles,
                what.kind.words(),
                name,
                Run.median(own, Run::seconds),
                Run.median(own, Run::processorSeconds),
                Run.peakMegabytes(own),
                other ? number(ratio(plainfact, own, Run::seconds)) : "–",
                other ? number(ratio(plainfact, own, Run::processorSeconds)) : "–",
                other ? number(ratio(plainfact, own, Run::peakKilobytes)) : "–");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** The median of what is taken within each round, so that a slow minute of the machine is in both. */
    private static double ratio(List<Run> one, List<Run> other, ToDoubleFunction<Run> what) {
        return Run.median(IntStream.range(0, Math.min(one.size(), other.size()))
                .mapToObj(round -> what.applyAsDouble(one.get(round)) / what.applyAsDouble(other.get(round)))
                .toList());
    }

    /** What the project wants to reach, at the sizes that were measured. */
    private final class Aims {
        private final List<String> rows = new ArrayList<>();

        List<String> rows() {
            for (int articles : floors.keySet()) {
                if (articles <= 10) {
                    aim(
                            "from nothing",
                            articles,
                            "s",
                            0.4,
                            runs(articles, BuildKind.COLD, Contender.PLAINFACT)
                                    .map(own -> Run.median(own, Run::seconds)));
                }
                if (articles >= 1_000) {
                    double share = articles < 10_000 ? 1 : 0.8;
                    Optional<String> faster = faster(articles);
                    aim(
                            "from nothing ÷ the faster of the others",
                            articles,
                            "",
                            share,
                            faster.flatMap(name -> against(articles, BuildKind.COLD, name, Run::seconds)));
                    aim(
                            "… by processor time",
                            articles,
                            "",
                            share,
                            faster.flatMap(name -> against(articles, BuildKind.COLD, name, Run::processorSeconds)));
                    aim(
                            "… peak memory",
                            articles,
                            "",
                            0.25,
                            faster.flatMap(name -> against(articles, BuildKind.COLD, name, Run::peakKilobytes)));
                    aim(
                            "one article edited ÷ Hugo",
                            articles,
                            "",
                            0.1,
                            against(articles, BuildKind.EDITED, Contender.HUGO, Run::seconds));
                    aim(
                            "unchanged ÷ Hugo",
                            articles,
                            "",
                            0.05,
                            against(articles, BuildKind.UNCHANGED, Contender.HUGO, Run::seconds));
                    aim(
                            "shared template changed ÷ own build from nothing",
                            articles,
                            "",
                            1,
                            runs(articles, BuildKind.TEMPLATE, Contender.PLAINFACT)
                                    .flatMap(changed -> runs(articles, BuildKind.COLD, Contender.PLAINFACT)
                                            .map(cold -> ratio(changed, cold, Run::seconds))));
                }
            }
            return rows;
        }

        private void aim(String words, int articles, String unit, double most, Optional<Double> measured) {
            measured.ifPresent(value -> rows.add(String.format(
                    Locale.ROOT,
                    "| %s, at most %s | %d | %.3f%s | %s |",
                    words,
                    most,
                    articles,
                    value,
                    unit.isEmpty() ? "" : " " + unit,
                    value <= most ? "met" : "**missed**")));
        }

        private Optional<String> faster(int articles) {
            return Stream.of(Contender.HUGO, Contender.ZOLA)
                    .filter(name -> runs(articles, BuildKind.COLD, name).isPresent())
                    .min(Comparator.comparingDouble(name ->
                            Run.median(runs(articles, BuildKind.COLD, name).orElseThrow(), Run::seconds)));
        }

        private Optional<Double> against(int articles, BuildKind kind, String other, ToDoubleFunction<Run> what) {
            return runs(articles, kind, Contender.PLAINFACT)
                    .flatMap(own -> runs(articles, kind, other).map(theirs -> ratio(own, theirs, what)));
        }

        private Optional<List<Run>> runs(int articles, BuildKind kind, String name) {
            return Optional.ofNullable(runs.get(new Case(articles, kind))).map(all -> all.get(name));
        }
    }

    private Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>(setting.json());
        all.put("rounds", rounds);
        all.put("versions", versions);
        all.put("missing", missing);
        List<Object> results = new ArrayList<>();
        runs.forEach((what, byName) -> byName.forEach((name, own) -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("articles", what.articles);
            result.put("build", what.kind.words());
            result.put("generator", name);
            result.put("wallSeconds", own.stream().map(Run::seconds).toList());
            result.put(
                    "processorSeconds", own.stream().map(Run::processorSeconds).toList());
            result.put("peakKilobytes", own.stream().map(Run::peakKilobytes).toList());
            results.add(result);
        }));
        all.put("results", results);
        List<Object> lowest = new ArrayList<>();
        floors.forEach((articles, floor) -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("articles", articles);
            result.put("files", floor.files);
            result.put("wallSeconds", floor.seconds);
            lowest.add(result);
        });
        all.put("floors", lowest);
        return all;
    }
}
