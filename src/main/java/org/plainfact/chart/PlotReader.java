package org.plainfact.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plainfact.data.Interval;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;

/** Makes of a table what its chart shows; what cannot be drawn honestly is a finding. */
final class PlotReader {
    private static final int MOST_PANELS = 8;

    private final Table table;
    private final Columns columns;
    private final Wishes wishes;
    private final Findings findings;

    PlotReader(Table table, Wishes wishes, Findings findings) {
        this.table = table;
        this.columns = new Columns(table);
        this.wishes = wishes;
        this.findings = findings;
    }

    Optional<Plot> plot() {
        Optional<Kind> wished = wishes.text("as").flatMap(Kind::of);
        if (wishes.text("as").isPresent() && wished.isEmpty()) {
            String word = wishes.text("as").get();
            findings.error(
                    "unknown-chart",
                    wishes.spanOf("as"),
                    "there is no chart \"" + word + "\"",
                    Nearest.hint(word, Kind.words())
                            .or(() -> Optional.of("charts are " + String.join(", ", Kind.words()))));
            return Optional.empty();
        }
        Optional<Integer> over = wishes.text("over").flatMap(key -> column("over", key));
        Optional<List<Integer>> values = values(wished, over);
        if (values.isEmpty() || (wishes.text("over").isPresent() && over.isEmpty())) {
            return Optional.empty();
        }
        Kind kind = wished.orElseGet(() -> kind(values.get(), over.isPresent()));
        return fits(kind, values.get(), over) ? plot(kind, values.get(), over) : Optional.empty();
    }

    private Optional<Integer> column(String wish, String key) {
        int index = columns.index(key);
        if (index < 0 || !columns.hasFigures(index)) {
            findings.error(
                    "unknown-column",
                    wishes.spanOf(wish),
                    "the table \"" + table.id() + "\" has no column \"" + key + "\"" + (index < 0 ? "" : " of figures"),
                    Nearest.hint(key, columns.keys())
                            .or(() -> Optional.of("columns of figures are " + String.join(", ", columns.keys()))));
            return Optional.empty();
        }
        return Optional.of(index);
    }

    /** Those that are named, else the only one there is. */
    private Optional<List<Integer>> values(Optional<Kind> kind, Optional<Integer> over) {
        int wanted = kind.filter(Kind.SLOPE::equals).isPresent() ? 2 : 1;
        List<String> named = wishes.list("value");
        List<String> keys = named.isEmpty()
                ? columns.keys().stream()
                        .filter(key -> over.isEmpty() || columns.index(key) != over.get())
                        .toList()
                : named;
        if (keys.size() != wanted) {
            findings.error(
                    "chart-column",
                    wishes.spanOf("value"),
                    "a chart of this kind shows "
                            + (wanted == 1 ? "one column" : "two columns")
                            + ", and "
                            + (named.isEmpty()
                                    ? "the table \"" + table.id() + "\" has " + keys.size() + " of figures"
                                    : named.size() + (named.size() == 1 ? " is named" : " are named")),
                    keys.isEmpty()
                            ? "draw a table that has a column of figures"
                            : "write :value: with " + (wanted == 1 ? "one" : "two") + " of "
                                    + String.join(", ", columns.keys()));
            return Optional.empty();
        }
        List<Integer> indexes =
                keys.stream().flatMap(key -> column("value", key).stream()).toList();
        return indexes.size() == wanted ? Optional.of(indexes) : Optional.empty();
    }

    private Kind kind(List<Integer> values, boolean over) {
        List<Interval> ranges = ranges(values);
        if (over) {
            return Kind.DOT;
        }
        if (ranges.stream().anyMatch(range -> !range.isPoint())) {
            return Kind.RANGE;
        }
        return Scaling.spansOrders(ranges)
                        || wishes.text("scale").filter("log"::equals).isPresent()
                ? Kind.DOT
                : Kind.BAR;
    }

    private List<Interval> ranges(List<Integer> values) {
        return values.stream()
                .flatMap(column -> IntStream.range(0, table.rows().size())
                        .mapToObj(row -> columns.figure(row, column)
                                .flatMap(table.columns().get(column)::range))
                        .flatMap(Optional::stream))
                .toList();
    }

    private boolean fits(Kind kind, List<Integer> values, Optional<Integer> over) {
        if (over.isPresent() && kind != Kind.DOT && kind != Kind.LINE) {
            findings.error(
                    "chart-over",
                    wishes.spanOf("over"),
                    "a " + kind.word() + " chart has no axis across",
                    "leave out :over:, or write :as: dot or :as: line");
            return false;
        }
        if (over.isEmpty() && kind == Kind.LINE) {
            findings.error(
                    "chart-over",
                    wishes.span(),
                    "a line joins values over another column, and none is named",
                    "write :over: with one of " + String.join(", ", columns.keys()) + ", or :as: dot");
            return false;
        }
        if (table.rows().size() > kind.most()) {
            findings.error(
                    "chart-too-large",
                    wishes.span(),
                    "the table \"" + table.id() + "\" has " + table.rows().size() + " rows; a " + kind.word()
                            + " chart has room for " + kind.most(),
                    "draw a table with a \"sort\" and a \"limit\" in its rows, and show this one as a table");
            return false;
        }
        return kind != Kind.SLOPE || sameUnit(values);
    }

    private boolean sameUnit(List<Integer> values) {
        boolean same = table.columns()
                .get(values.getFirst())
                .unit()
                .equals(table.columns().get(values.getLast()).unit());
        if (!same) {
            findings.error(
                    "chart-column",
                    wishes.spanOf("value"),
                    "the two columns of a slope are in different units",
                    "give both a \"unit\" in the table");
        }
        return same;
    }

    private Optional<Plot> plot(Kind kind, List<Integer> values, Optional<Integer> over) {
        Set<String> differ = differing(values);
        over.map(column -> table.columns().get(column).key()).ifPresent(differ::remove);
        List<String> across = wishes.list("across");
        for (String name : across) {
            if (!differ.contains(name)) {
                tellNotAcross(name, differ);
                return Optional.empty();
            }
        }
        List<Plot.Panel> panels = panels(values, over, differ, across);
        if (panels.size() > MOST_PANELS) {
            findings.error(
                    "chart-too-large",
                    wishes.span(),
                    "the values are of " + panels.size() + " kinds that must not share an axis: they differ in "
                            + words(differ, across),
                    "draw a table of like values; where unlike ones are compared on purpose, name the qualifiers in :across:");
            return Optional.empty();
        }
        Optional<Boolean> log = Scaling.log(kind, ranges(values), wishes, findings);
        return log.map(orders -> new Plot(
                kind,
                title(values),
                axis(values, orders),
                over.map(column -> columns.axis(column, Scaling.spansOrders(ranges(List.of(column))))),
                panels,
                List.of(),
                kind == Kind.SLOPE
                        ? values.stream()
                                .map(column -> table.columns().get(column).title())
                                .toList()
                        : List.of(),
                remarks(kind, panels, across)));
    }

    private String title(List<Integer> values) {
        return table.title() + ": "
                + values.stream()
                        .map(column -> table.columns().get(column).title())
                        .collect(Collectors.joining(", "));
    }

    private Plot.Axis axis(List<Integer> values, boolean log) {
        Plot.Axis first = columns.axis(values.getFirst(), log);
        String title = values.stream()
                .map(column -> table.columns().get(column).title())
                .collect(Collectors.joining(" and "));
        return new Plot.Axis(title, first.unit(), log);
    }

    private void tellNotAcross(String name, Set<String> differ) {
        findings.error(
                "unknown-qualifier",
                wishes.spanOf("across"),
                "the values of the chart do not differ in \"" + name + "\"",
                Nearest.hint(name, differ)
                        .or(() -> Optional.of(
                                differ.isEmpty()
                                        ? "leave out :across:"
                                        : "they differ in " + words(differ, List.of()))));
    }

    /** Qualifiers that not all of the values drawn have alike. One that is the axis across is seen, and so no obstacle. */
    private Set<String> differing(List<Integer> values) {
        List<Figure> figures = IntStream.range(0, table.rows().size())
                .boxed()
                .flatMap(row -> stated(row, values))
                .toList();
        Set<String> names = new TreeSet<>();
        figures.forEach(figure -> names.addAll(figure.qualifiers().values().keySet()));
        names.removeIf(name -> figures.stream()
                        .map(figure -> figure.qualifiers().get(name))
                        .distinct()
                        .count()
                < 2);
        return names;
    }

    private Stream<Figure> stated(int row, List<Integer> values) {
        return values.stream()
                .flatMap(column -> columns.figure(row, column).stream())
                .filter(figure -> !figure.absent());
    }

    private List<Plot.Panel> panels(
            List<Integer> values, Optional<Integer> over, Set<String> differ, List<String> across) {
        List<String> kept =
                differ.stream().filter(name -> !across.contains(name)).toList();
        Map<String, List<Plot.Spot>> byKind = new LinkedHashMap<>();
        List<Plot.Spot> absent = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Figure> figures = stated(row, values).toList();
            Plot.Spot spot = columns.spot(row, values, over, qualities(figures, across));
            if (figures.isEmpty() && !kept.isEmpty()) {
                absent.add(spot);
            } else {
                byKind.computeIfAbsent(qualities(figures, kept), key -> new ArrayList<>())
                        .add(spot);
            }
        }
        List<Plot.Panel> panels = new ArrayList<>();
        byKind.forEach((title, spots) -> panels.add(new Plot.Panel(title, spots)));
        if (!absent.isEmpty()) {
            panels.add(new Plot.Panel("Not stated", absent));
        }
        return panels;
    }

    /** {@code power basis: wall, tokens: output}. */
    private static String qualities(List<Figure> figures, List<String> names) {
        return names.stream()
                .map(name -> words(name) + ": "
                        + figures.stream()
                                .map(figure -> figure.qualifiers().get(name).orElse("not said"))
                                .distinct()
                                .collect(Collectors.joining(" → ")))
                .filter(text -> !figures.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(String name) {
        return name.replace('-', ' ');
    }

    private static String words(Set<String> differ, List<String> across) {
        return differ.stream()
                .filter(name -> !across.contains(name))
                .map(PlotReader::words)
                .collect(Collectors.joining(", "));
    }

    private List<String> remarks(Kind kind, List<Plot.Panel> panels, List<String> across) {
        List<String> remarks = new ArrayList<>();
        if (!across.isEmpty()) {
            remarks.add(Scaling.unlike(across));
        }
        if (panels.size() > 1) {
            remarks.add("Each panel has a scale of its own: what stands in different panels must not be compared.");
        }
        List<Plot.Spot> spots =
                panels.stream().flatMap(panel -> panel.spots().stream()).toList();
        boolean ranges = spots.stream()
                .flatMap(spot -> spot.values().stream())
                .flatMap(value -> value.range().stream())
                .anyMatch(range -> !range.isPoint());
        if (kind == Kind.BAR && ranges) {
            remarks.add("The open part of a bar runs from the low to the high end of the value.");
        }
        if (kind == Kind.LINE || kind == Kind.SLOPE || wishes.text("over").isPresent()) {
            Scaling.absent(spots).ifPresent(remarks::add);
        }
        if (kind != Kind.SLOPE
                && spots.stream()
                        .anyMatch(spot -> spot.over().isPresent()
                                && !spot.absent()
                                && spot.over().flatMap(Plot.Value::range).isEmpty())) {
            remarks.add("A broken line is a value whose place across is not stated.");
        }
        return remarks;
    }
}
