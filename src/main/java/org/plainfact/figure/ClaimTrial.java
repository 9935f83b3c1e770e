package org.plainfact.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.data.Interval;
import org.plainfact.data.Unit;

/**
 * A predicate and the figures that it is tried on.
 *
 * @param parameters the inputs and, behind them, what stands for each row
 */
record ClaimTrial(
        List<Comparison> comparisons, List<Formula.Parameter> parameters, List<Bound> inputs, Optional<Rows> each) {
    ClaimTrial {
        comparisons = List.copyOf(comparisons);
        parameters = List.copyOf(parameters);
        inputs = List.copyOf(inputs);
    }

    record Bound(String name, Figure figure) {}

    record Row(String title, Figure figure) {}

    /**
     * @param name what stands for the figure of each row
     * @param share of the rows that the predicate must hold for
     */
    record Rows(String name, String table, List<Row> rows, double share) {
        Rows {
            rows = List.copyOf(rows);
        }
    }

    List<Figure> figures() {
        return Stream.concat(
                        inputs.stream().map(Bound::figure),
                        each.stream().flatMap(rows -> rows.rows().stream().map(Row::figure)))
                .toList();
    }

    List<String> unused() {
        return parameters.stream()
                .map(Formula.Parameter::name)
                .filter(name -> comparisons.stream().noneMatch(comparison -> comparison.uses(name)))
                .toList();
    }

    String predicate() {
        return joined(Map.of());
    }

    /** @throws ArithmeticException where a side of a comparison has no value */
    Verdict verdict() {
        return each.map(this::ofRows).orElseGet(() -> of(Optional.empty()));
    }

    /** A row that is not decided may turn out either way. */
    private Verdict ofRows(Rows rows) {
        List<Verdict> verdicts =
                rows.rows().stream().map(row -> of(Optional.of(row.figure()))).toList();
        double needed = Display.snapped(rows.share() * verdicts.size());
        long hold = count(verdicts, Verdict.HOLDS::equals);
        long may = count(verdicts, verdict -> verdict != Verdict.FAILS);
        return Verdict.of(hold >= needed, may < needed);
    }

    private static long count(List<Verdict> verdicts, Predicate<Verdict> wanted) {
        return verdicts.stream().filter(wanted).count();
    }

    private Verdict of(Optional<Figure> row) {
        List<Figure> figures =
                Stream.concat(inputs.stream().map(Bound::figure), row.stream()).toList();
        if (figures.stream().anyMatch(Figure::absent)) {
            return Verdict.UNDECIDED;
        }
        List<Interval> values = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Unit unit = parameters.get(i).unit();
            figures.get(i).quantity().ifPresent(it -> values.add(it.in(unit).range()));
        }
        return Verdict.all(
                comparisons.stream().map(comparison -> comparison.of(values)).toList());
    }

    String shown() {
        Map<String, String> values = new LinkedHashMap<>();
        inputs.forEach(input -> values.put(input.name(), input.figure().text()));
        return joined(values) + each.map(this::told).orElse("");
    }

    private String joined(Map<String, String> values) {
        return comparisons.stream()
                .map(comparison -> comparison.readable(name -> values.getOrDefault(name, name)))
                .collect(Collectors.joining(" and "));
    }

    /** {@code , which holds for 9 of 12 rows of the table "pue"; not for: Alpha, 3 kW}. */
    private String told(Rows rows) {
        List<String> others = rows.rows().stream()
                .filter(row -> of(Optional.of(row.figure())) != Verdict.HOLDS)
                .map(row -> row.title() + ", " + row.figure().text())
                .toList();
        int all = rows.rows().size();
        return ", which holds for " + (all - others.size()) + " of " + all + " rows of the table \"" + rows.table()
                + "\"" + (others.isEmpty() ? "" : "; not for: " + String.join("; ", others));
    }
}
