package org.plainfact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plainfact.data.Interval;
import org.plainfact.figure.Curve;
import org.plainfact.figure.Table;
import org.plainfact.source.Findings;

/** What the chart of a curve shows: the curve itself, and its anchors as dots. */
final class CurvePlot {
    private final Curve curve;
    private final Wishes wishes;
    private final Findings findings;
    private final Columns columns;

    CurvePlot(Curve curve, Wishes wishes, Findings findings) {
        this.curve = curve;
        this.wishes = wishes;
        this.findings = findings;
        this.columns = new Columns(curve.table());
    }

    Optional<Plot> plot() {
        int over = columns.index(curve.over());
        int value = columns.index(curve.value());
        List<Plot.Spot> anchors = IntStream.range(
                        curve.stations(), curve.table().rows().size())
                .mapToObj(row -> columns.spot(row, List.of(value), Optional.of(over), ""))
                .toList();
        List<Interval> values = new ArrayList<>();
        anchors.forEach(spot -> spot.value().range().ifPresent(values::add));
        curve.samples().forEach(sample -> values.add(sample.value()));
        Optional<Boolean> log = Scaling.log(Kind.DOT, values, wishes, findings);
        Table table = curve.table();
        return log.map(orders -> new Plot(
                Kind.DOT,
                table.title(),
                columns.axis(value, orders),
                Optional.of(columns.axis(over, false)),
                List.of(new Plot.Panel("", anchors)),
                curve.samples(),
                List.of(),
                remarks(anchors)));
    }

    private List<String> remarks(List<Plot.Spot> anchors) {
        List<String> remarks = new ArrayList<>();
        List<Curve.Sample> samples = curve.samples();
        if (!curve.across().isEmpty()) {
            remarks.add(Scaling.unlike(curve.across()));
        }
        Table.Row first = curve.table().rows().getFirst();
        Table.Row last = curve.table().rows().get(curve.stations() - 1);
        String ends = ends(first) + " and " + ends(last);
        if (samples.isEmpty()) {
            remarks.add("There is no curve: an input of it is not stated.");
        } else if (samples.stream().anyMatch(sample -> !sample.value().isPoint())) {
            remarks.add("The band is computed: between its edges lies what the ranges of all other inputs allow, "
                    + ends + ".");
        } else {
            remarks.add("The curve is computed: " + ends + ".");
        }
        if (anchors.stream()
                .anyMatch(spot -> spot.over().flatMap(Plot.Value::range).isEmpty() && !spot.absent())) {
            remarks.add("A broken line is a value whose place across is not stated.");
        }
        Scaling.absent(anchors).ifPresent(remarks::add);
        return remarks;
    }

    /** {@code 3,100 – 4,000 m² at 300 K}. */
    private String ends(Table.Row row) {
        return cell(row, curve.value()) + " at " + cell(row, curve.over());
    }

    private String cell(Table.Row row, String key) {
        int column = columns.index(key);
        String unit = columns.axis(column, false).unit();
        String value = row.cells().get(column).display() + (unit.isEmpty() ? "" : " " + unit);
        return value.replace(' ', '\u00a0');
    }
}
