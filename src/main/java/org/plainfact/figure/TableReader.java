package org.plainfact.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.source.Findings;

/** Reads and computes the collection {@code tables}. */
final class TableReader {
    private final Dataset dataset;
    private final TableRows rows;
    private final TableColumns columns;
    private final Findings findings;

    TableReader(Dataset dataset, TableRows rows, TableColumns columns, Findings findings) {
        this.dataset = dataset;
        this.rows = rows;
        this.columns = columns;
        this.findings = findings;
    }

    /** By id. */
    Map<String, Table> read() {
        Map<String, Table> tables = new LinkedHashMap<>();
        dataset.collection("tables").forEach(entry -> tables.put(entry.id(), table(entry)));
        return tables;
    }

    private Table table(Entry entry) {
        Keys keys = Keys.of(entry, findings);
        List<TableRows.Line> lines = rows.of(keys);
        List<TableColumns.Filled> filled = filled(entry, keys, lines);
        return new Table(
                entry.id(),
                entry.title(),
                keys.text("caption").orElse(""),
                filled.stream().map(TableColumns.Filled::column).toList(),
                rows(lines, filled),
                keys.text("note"),
                keys.needed("not-for"),
                sources(filled),
                keys.span());
    }

    private List<TableColumns.Filled> filled(Entry entry, Keys keys, List<TableRows.Line> lines) {
        List<TableColumns.Filled> filled = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        if (keys.groups("columns").isEmpty()) {
            findings.error("missing-key", keys.spanOf("columns"), "the table has no columns", "add \"columns\"");
        }
        for (Keys column : keys.groups("columns")) {
            columns.fill(entry, column, lines, taken).ifPresent(filled::add);
        }
        return filled;
    }

    private static List<Table.Row> rows(List<TableRows.Line> lines, List<TableColumns.Filled> columns) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int row = i;
            TableRows.Line line = lines.get(i);
            rows.add(new Table.Row(
                    line.entry().id(),
                    line.title(),
                    columns.stream().map(column -> column.cells().get(row)).toList()));
        }
        return rows;
    }

    private static TreeSet<String> sources(List<TableColumns.Filled> columns) {
        TreeSet<String> sources = new TreeSet<>();
        columns.stream()
                .flatMap(column -> column.figures().stream())
                .flatMap(Optional::stream)
                .forEach(figure -> sources.addAll(figure.provenance().sources()));
        return sources;
    }
}
