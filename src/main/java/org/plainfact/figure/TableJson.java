package org.plainfact.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table as data, for JSON. */
final class TableJson {
    private TableJson() {}

    static Map<String, Object> of(Table table) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", table.id());
        out.put("title", table.title());
        out.put("caption", table.caption());
        table.note().ifPresent(note -> out.put("note", note));
        out.put("not-for", table.notFor());
        out.put("columns", table.columns().stream().map(TableJson::column).toList());
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
            column.range(value.figure()).ifPresent(range -> {
                out.put("low", plain(number(range.low()).doubleValue()));
                out.put("high", plain(number(range.high()).doubleValue()));
            });
            out.put("figure", value.figure().address());
            out.put("status", value.figure().provenance().status().word());
            out.put(
                    "qualifiers",
                    new LinkedHashMap<>(value.figure().qualifiers().values()));
        }
        return out;
    }

    /** A conversion of units leaves noise in the last digits; 15 are kept. */
    static BigDecimal number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(15));
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    /** A whole number without a decimal point, as it would be written by hand. */
    static Number plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return (long) value;
        }
        return value;
    }
}
