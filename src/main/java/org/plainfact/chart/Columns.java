package org.plainfact.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plainfact.data.Interval;
import org.plainfact.data.Status;
import org.plainfact.data.Unit;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;

/** The columns of a table as axes, its cells as values. */
record Columns(Table table) {
    /** Of the column with a key; −1 where there is none. */
    int index(String key) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).key().equals(key))
                .findFirst()
                .orElse(-1);
    }

    /** Keys of the columns of figures. */
    List<String> keys() {
        return IntStream.range(0, table.columns().size())
                .filter(this::hasFigures)
                .mapToObj(i -> table.columns().get(i).key())
                .toList();
    }

    boolean hasFigures(int column) {
        return table.rows().stream().anyMatch(row -> row.cells().get(column) instanceof Table.Cell.Value);
    }

    Optional<Figure> figure(int row, int column) {
        return table.rows().get(row).cells().get(column) instanceof Table.Cell.Value value
                ? Optional.of(value.figure())
                : Optional.empty();
    }

    Plot.Axis axis(int column, boolean log) {
        Table.Column head = table.columns().get(column);
        return new Plot.Axis(head.title(), head.unit().map(Unit::name).orElse(""), log);
    }

    Plot.Spot spot(int row, List<Integer> values, Optional<Integer> over, String note) {
        return new Plot.Spot(
                title(table.rows().get(row)),
                note,
                values.stream().map(column -> value(row, column)).toList(),
                over.map(column -> value(row, column)));
    }

    private static String title(Table.Row row) {
        return row.cells().getFirst() instanceof Table.Cell.Value
                ? row.title()
                : row.cells().getFirst().display();
    }

    private Plot.Value value(int row, int column) {
        Table.Cell cell = table.rows().get(row).cells().get(column);
        Optional<Interval> range = figure(row, column).flatMap(table.columns().get(column)::range);
        Status status =
                figure(row, column).map(figure -> figure.provenance().status()).orElse(Status.CONSTANT);
        return new Plot.Value(cell.display(), range, status);
    }
}
