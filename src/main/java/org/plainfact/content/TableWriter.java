package org.plainfact.content;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the rows of a table written in Markdown. */
final class TableWriter {
    private static final int MOST_ROWS = 2_000;

    /** Flexmark makes those that a row lacks. */
    private static final int MOST_CELLS = 50_000;

    private final MarkdownReader reader;
    private final Origin origin;
    private final Output out;
    private final Consumer<Node> children;
    private int columns;

    TableWriter(MarkdownReader reader, Origin origin, Output out, Consumer<Node> children) {
        this.reader = reader;
        this.origin = origin;
        this.out = out;
        this.children = children;
    }

    /** @throws Refused when it has more rows than a table written by hand */
    void write(TableBlock table) {
        for (Node section = table.getFirstChild(); section != null; section = section.getNext()) {
            switch (section) {
                case TableHead head -> section(head, "thead");
                case TableBody body -> section(body, "tbody");
                default -> {}
            }
        }
    }

    private void section(Node section, String tag) {
        if (!section.hasChildren()) {
            return;
        }
        out.raw("<" + tag + ">\n");
        int rows = 0;
        for (Node row = section.getFirstChild(); row != null; row = row.getNext()) {
            if (++rows > MOST_ROWS) {
                throw tooLong(row.getStartOffset());
            }
            row(row);
        }
        out.raw("</" + tag + ">\n");
    }

    /**
     * Refuses a large table before Flexmark sees it, whose time grows with the square of the rows.
     *
     * @throws Refused when the text has one
     */
    static void refuseLong(String markdown) {
        int rows = 0;
        int columns = 0;
        boolean fenced = false;
        for (int at = 0; at < markdown.length(); ) {
            int end = markdown.indexOf('\n', at);
            end = end < 0 ? markdown.length() : end;
            int bar = markdown.indexOf('|', at, end);
            if (bar < 0) {
                String line = markdown.substring(at, end).strip();
                fenced ^= line.startsWith("```") || line.startsWith("~~~");
            }
            boolean head = rows == 1 && bar >= 0 && !rule(markdown, at, end);
            rows = bar < 0 || fenced ? 0 : head ? 1 : rows + 1;
            if (rows > MOST_ROWS + 2) {
                throw tooLong(at);
            }
            columns = rows == 0 ? 0 : rows <= 2 ? Math.max(columns, bars(markdown, at, end)) : columns;
            if ((long) columns * rows > MOST_CELLS && rows > 2) {
                throw new Refused(
                        "table-too-long",
                        at,
                        "a table in Markdown has more than " + MOST_CELLS + " cells",
                        "put the rows into data/ and show them with a {table} directive");
            }
            at = end + 1;
        }
    }

    private static int bars(String markdown, int from, int to) {
        int bars = 0;
        for (int at = markdown.indexOf('|', from, to); at >= 0; at = markdown.indexOf('|', at + 1, to)) {
            bars++;
        }
        return bars;
    }

    /** Whether a line is that between head and rows. */
    private static boolean rule(String markdown, int from, int to) {
        for (int i = from; i < to; i++) {
            if (" \t\r>|:-".indexOf(markdown.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    static Refused tooLong(int offset) {
        return new Refused(
                "table-too-long",
                offset,
                "a table in Markdown has more than " + MOST_ROWS + " rows",
                "put the rows into data/ and show them with a {table} directive");
    }

    private void row(Node row) {
        out.raw("<tr>");
        int column = 0;
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                column++;
                if (cell.isHeader()) {
                    columns = column;
                }
                if (column > columns) {
                    reader.findings()
                            .warning(
                                    "extra-cell",
                                    origin.at(cell.getStartOffset()),
                                    "this row has more cells than the table has columns; this one is left out",
                                    Optional.of("write \\| for a bar inside a cell"));
                    break;
                }
                cell(cell);
            }
        }
        out.raw("</tr>\n");
    }

    private void cell(TableCell cell) {
        boolean head = cell.isHeader() && cell.hasChildren() && !cell.getText().isBlank();
        out.raw(head ? "<th scope=\"col\"" : "<td");
        if (cell.getAlignment() != null) {
            out.attribute("class", "align-" + cell.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        out.raw(">");
        children.accept(cell);
        out.raw(head ? "</th>" : "</td>");
    }
}
