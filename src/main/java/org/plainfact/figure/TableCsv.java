package org.plainfact.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainfact.data.Interval;

/** A table as comma-separated values. */
final class TableCsv {
    private final Table table;
    private final List<Shape> shapes = new ArrayList<>();

    private TableCsv(Table table) {
        this.table = table;
        for (int i = 0; i < table.columns().size(); i++) {
            shapes.add(shape(i));
        }
    }

    static String of(Table table) {
        return new TableCsv(table).text();
    }

    /** What a column of the table becomes. */
    private enum Shape {
        WORDS,
        POINTS,
        RANGES
    }

    /** A numeric column without a unit is one of plain numbers, such as years. */
    private Shape shape(int index) {
        Table.Column column = table.columns().get(index);
        if (!column.numeric() || column.unit().isEmpty()) {
            return Shape.WORDS;
        }
        boolean points = table.rows().stream()
                .flatMap(row -> range(index, row.cells().get(index)).stream())
                .allMatch(Interval::isPoint);
        return points ? Shape.POINTS : Shape.RANGES;
    }

    private Optional<Interval> range(int index, Table.Cell cell) {
        return cell instanceof Table.Cell.Value value
                ? table.columns().get(index).range(value.figure())
                : Optional.empty();
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            heads.addAll(heads(i));
        }
        line(out, heads);
        for (Table.Row row : table.rows()) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < shapes.size(); i++) {
                fields.addAll(fields(i, row.cells().get(i)));
            }
            line(out, fields);
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> fields) {
        out.append(fields.stream().map(TableCsv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private List<String> heads(int index) {
        Table.Column column = table.columns().get(index);
        String unit = column.unit().map(one -> one.name()).orElse("");
        String head = words(unit.isEmpty() ? column.title() : column.title() + " (" + unit + ")");
        return switch (shapes.get(index)) {
            case WORDS -> List.of(head);
            case POINTS -> List.of(head, head + ", unrounded");
            case RANGES -> List.of(head, head + ", low", head + ", high");
        };
    }

    private List<String> fields(int index, Table.Cell cell) {
        Optional<Interval> range = range(index, cell);
        String low = range.map(one -> number(one.low())).orElse("");
        String high = range.map(one -> number(one.high())).orElse("");
        String printed = cell instanceof Table.Cell.Value ? cell.display() : words(cell.display());
        return switch (shapes.get(index)) {
            case WORDS -> List.of(printed);
            case POINTS -> List.of(printed, low);
            case RANGES -> List.of(printed, low, high);
        };
    }

    private static String words(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String number(double value) {
        boolean plain = value == 0 || (Math.abs(value) < 1e21 && Math.abs(value) >= 1e-9);
        return plain
                ? TableJson.number(value).toPlainString()
                : TableJson.number(value).toString();
    }
}
