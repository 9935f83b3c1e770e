package org.plainfact.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.plainfact.data.Interval;
import org.plainfact.data.Unit;
import org.plainfact.source.SourceSpan;

/**
 * A computed table: one specification that gives the HTML table, the CSV and the JSON.
 *
 * @param notFor the sentence of what the table must not be used to claim
 * @param sources of all its figures
 */
public record Table(
        String id,
        String title,
        String caption,
        List<Column> columns,
        List<Row> rows,
        Optional<String> note,
        String notFor,
        SortedSet<String> sources,
        SourceSpan span) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param unit printed in the head; empty for a column of words
     * @param numeric whether cells are aligned as numbers
     */
    public record Column(String key, String title, Optional<Unit> unit, boolean numeric, Optional<String> note) {
        /** A figure's value in the column's unit; empty where it is absent. */
        public Optional<Interval> range(Figure figure) {
            return figure.quantity()
                    .map(quantity -> quantity.in(unit.orElse(quantity.unit())).range());
        }
    }

    /**
     * @param record id of the record or calculation the row stands for
     * @param cells one for each column; the first is the row's head
     */
    public record Row(String record, String title, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public sealed interface Cell {
        /** The words in the cell, without unit. */
        String display();

        record Words(String display) implements Cell {}

        /** The title of a record that has a page of its own. */
        record Named(String display, String collection, String record) implements Cell {}

        /** @param display the figure's value in the column's unit and digits */
        record Value(String display, Figure figure) implements Cell {}
    }

    /**
     * The table as RFC 4180, with a head and CRLF line ends. A column of words is one column. A column of figures is
     * two, as printed and unrounded; or three where it holds a range: as printed, low end and high end. All are in the
     * column's unit. Words that a spreadsheet would take for a formula begin with an apostrophe.
     */
    public String csv() {
        return TableCsv.of(this);
    }

    /**
     * The table as maps, lists, texts, numbers and booleans, for JSON. Numbers are unrounded and in the column's unit;
     * an absent figure has neither {@code low} nor {@code high}.
     */
    public Map<String, Object> json() {
        return TableJson.of(this);
    }
}
