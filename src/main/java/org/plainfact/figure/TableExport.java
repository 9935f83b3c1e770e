package org.plainfact.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainfact.data.Interval;

/** A table for machines. */
final class TableExport {
    private TableExport() {}

    static String csv(Table table) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                table.columns().stream()
                        .flatMap(column -> heads(column).stream())
                        .toList());
        for (Table.Row row : table.rows()) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                fields.addAll(fields(table.columns().get(i), row.cells().get(i)));
            }
            line(out, fields);
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> fields) {
        out.append(fields.stream().map(TableExport::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private static List<String> heads(Table.Column column) {
        String unit = column.unit().map(one -> one.name()).orElse("");
        String head = words(unit.isEmpty() ? column.title() : column.title() + " (" + unit + ")");
        return measured(column) ? List.of(head, head + ", low", head + ", high") : List.of(head);
    }

    /** A numeric column without a unit is one of plain numbers, such as years. */
    private static boolean measured(Table.Column column) {
        return column.numeric() && column.unit().isPresent();
    }

    private static List<String> fields(Table.Column column, Table.Cell cell) {
        return switch (cell) {
            case Table.Cell.Words words -> padded(column, words(words.display()));
            case Table.Cell.Named named -> padded(column, words(named.display()));
            case Table.Cell.Value value -> {
                Optional<Interval> range = range(column, value.figure());
                yield List.of(
                        value.display(),
                        range.map(one -> number(one.low())).orElse(""),
                        range.map(one -> number(one.high())).orElse(""));
            }
        };
    }

    private static List<String> padded(Table.Column column, String words) {
        return measured(column) ? List.of(words, "", "") : List.of(words);
    }

    private static String words(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static Optional<Interval> range(Table.Column column, Figure figure) {
        return figure.quantity()
                .map(quantity ->
                        quantity.in(column.unit().orElse(quantity.unit())).range());
    }

    static Map<String, Object> json(Table table) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", table.id());
        out.put("title", table.title());
        out.put("caption", table.caption());
        table.note().ifPresent(note -> out.put("note", note));
        out.put("not-for", table.notFor());
        out.put("columns", table.columns().stream().map(TableExport::column).toList());
        out.put("rows", table.rows().stream().map(row -> row(table, row)).toList());
        out.put("sources", List.copyOf(table.sources()));
        return out;
    }

    private static Map<String, Object> column(Table.Column column) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("key", column.key());
        out.put("title", column.title());
        column.unit().ifPresent(unit -> out.put("unit", unit.name()));
        out.put("numeric", column.numeric());
        column.note().ifPresent(note -> out.put("note", note));
        return out;
    }

    private static Map<String, Object> row(Table table, Table.Row row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            cells.put(column.key(), cell(column, row.cells().get(i)));
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("record", row.record());
        out.put("title", row.title());
        out.put("cells", cells);
        return out;
    }

    private static Map<String, Object> cell(Table.Column column, Table.Cell cell) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("display", cell.display());
        if (cell instanceof Table.Cell.Value value) {
            range(column, value.figure()).ifPresent(range -> {
                out.put("low", range.low());
                out.put("high", range.high());
            });
            out.put("figure", value.figure().address());
            out.put("status", value.figure().provenance().status().word());
            out.put(
                    "qualifiers",
                    new LinkedHashMap<>(value.figure().qualifiers().values()));
        }
        return out;
    }
}
