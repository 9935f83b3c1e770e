package org.plainfact.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.data.Unit;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/** Chooses, filters and sorts the rows of a table. */
final class TableRows {
    private final Dataset dataset;
    private final Workbook workbook;
    private final Findings findings;

    TableRows(Dataset dataset, Workbook workbook, Findings findings) {
        this.dataset = dataset;
        this.workbook = workbook;
        this.findings = findings;
    }

    /**
     * What a row stands for: a record, or an item of a list in it.
     *
     * @param path of the item in the record; empty for the record itself
     * @param fields of the item or record
     */
    record Line(Entry entry, String path, Field.Group fields) {
        static Line of(Entry entry) {
            return new Line(entry, "", new Field.Group(entry.fields(), entry.span()));
        }

        String id() {
            return path.isEmpty() ? entry.id() : entry.id() + "." + path;
        }

        /** What paths of columns start at, nearest first. */
        List<String> bases() {
            return path.isEmpty() ? List.of(entry.id()) : List.of(id(), entry.id());
        }

        Optional<Field> find(String field) {
            return path.isEmpty()
                    ? entry.find(field)
                    : entry.find(path + "." + field).or(() -> entry.find(field));
        }

        String title() {
            return path.isEmpty() ? entry.title() : entry.title() + ", " + itemTitle();
        }

        private String itemTitle() {
            return Stream.of("title", "name", "id")
                    .map(key -> fields.fields().get(key))
                    .filter(Field.Text.class::isInstance)
                    .map(field -> ((Field.Text) field).text())
                    .findFirst()
                    .orElse(path);
        }
    }

    List<Line> of(Keys table) {
        Optional<Field> rows = table.get("rows");
        if (rows.isEmpty()) {
            table.needed("rows");
            return List.of();
        }
        return rows.get() instanceof Field.Group ? selected(table.group("rows")) : listed(table);
    }

    private void tellEmpty(SourceSpan span) {
        findings.error("empty-table", span, "the table has no rows", "correct what chooses its rows");
    }

    private List<Line> listed(Keys table) {
        List<Line> lines = new ArrayList<>();
        List<String> wanted = table.texts("rows");
        if (wanted.isEmpty()) {
            tellEmpty(table.spanOf("rows"));
        }
        for (String id : wanted) {
            Optional<Entry> entry = dataset.find(id);
            if (entry.isEmpty() && dataset.complete()) {
                List<String> ids = dataset.collections().values().stream()
                        .flatMap(List::stream)
                        .map(Entry::id)
                        .toList();
                findings.error(
                        "unknown-record",
                        table.spanOf("rows"),
                        "there is no record \"" + id + "\"",
                        Nearest.hint(id, ids));
            }
            entry.ifPresent(found -> lines.add(Line.of(found)));
        }
        return lines;
    }

    private void tellUnknownCollection(String name, SourceSpan span) {
        if (dataset.complete() && !name.isEmpty()) {
            findings.error(
                    "unknown-collection",
                    span,
                    "there is no collection \"" + name + "\"",
                    Nearest.hint(name, dataset.collections().keySet()));
        }
    }

    private List<Line> selected(Keys rows) {
        String collection = rows.needed("collection");
        if (!dataset.collections().containsKey(collection)) {
            tellUnknownCollection(collection, rows.spanOf("collection"));
            return List.of();
        }
        List<Line> all = dataset.collection(collection).stream()
                .flatMap(entry -> lines(entry, rows.text("each")))
                .toList();
        tellUnknownPaths(rows, all);
        Keys where = rows.group("where");
        List<Line> chosen = all.stream()
                .filter(line -> fits(line, where))
                .sorted(order(rows, all))
                .limit(rows.whole("limit", 1, 1_000_000).orElse(Integer.MAX_VALUE))
                .toList();
        if (chosen.isEmpty()) {
            tellEmpty(rows.span());
        }
        return chosen;
    }

    /** Items without an id have no address, so that nothing can be said of them. */
    private static Stream<Line> lines(Entry entry, Optional<String> each) {
        if (each.isEmpty()) {
            return Stream.of(Line.of(entry));
        }
        return entry.find(each.get())
                .filter(Field.Items.class::isInstance)
                .map(field -> ((Field.Items) field).items().stream())
                .orElse(Stream.empty())
                .filter(item ->
                        item instanceof Field.Group group && group.fields().get("id") instanceof Field.Text)
                .map(item -> item(entry, each.get(), (Field.Group) item));
    }

    private static Line item(Entry entry, String list, Field.Group item) {
        String id = item.fields().get("id") instanceof Field.Text text ? text.text() : "";
        return new Line(entry, list + "." + id, item);
    }

    private void tellUnknownPaths(Keys rows, List<Line> lines) {
        Keys where = rows.group("where");
        where.fields().keySet().forEach(path -> tellUnknown(path, where, path, lines));
        rows.texts("sort").forEach(path -> tellUnknown(bare(path), rows, "sort", lines));
    }

    private void tellUnknown(String path, Keys keys, String key, List<Line> lines) {
        boolean known = lines.stream()
                .anyMatch(line ->
                        line.find(path).isPresent() || figure(line, path).isPresent());
        if (!known && !lines.isEmpty()) {
            findings.error(
                    "unknown-field",
                    keys.spanOf(key),
                    "no row has a field \"" + path + "\"",
                    Nearest.hint(path, lines.getFirst().fields().fields().keySet()));
        }
    }

    private static String bare(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static boolean fits(Line line, Keys where) {
        return where.fields().keySet().stream().allMatch(path -> {
            List<String> wanted = words(where.get(path));
            return words(line.find(path)).stream().anyMatch(wanted::contains);
        });
    }

    /** The texts of a field: of a list all of them. */
    static List<String> words(Optional<Field> field) {
        return field.map(TableRows::words).orElse(List.of());
    }

    private static List<String> words(Field field) {
        return switch (field) {
            case Field.Text text -> List.of(text.text());
            case Field.Number number -> List.of(plain(number.value()));
            case Field.Flag flag -> List.of(flag.value() ? "yes" : "no");
            case Field.Items items ->
                items.items().stream()
                        .map(TableRows::words)
                        .flatMap(List::stream)
                        .toList();
            case Field.Null ignored -> List.of();
            case Field.Measure ignored -> List.of();
            case Field.Reference ignored -> List.of();
            case Field.Group ignored -> List.of();
        };
    }

    /** Without grouping: a number that is no quantity is most often a year. */
    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private Comparator<Line> order(Keys rows, List<Line> lines) {
        Comparator<Line> order = (a, b) -> 0;
        for (String path : rows.texts("sort")) {
            order = order.thenComparing(by(bare(path), path.startsWith("-"), lines));
        }
        return order;
    }

    /** A range is ordered by its low end going up, by its high end going down. Absent comes last either way. */
    private Comparator<Line> by(String path, boolean down, List<Line> lines) {
        Optional<Unit> unit = lines.stream()
                .flatMap(line -> figure(line, path).stream())
                .map(Figure::unit)
                .findFirst();
        Function<Line, Optional<Double>> number = line -> number(line, path, down, unit);
        Function<Line, Optional<String>> text =
                line -> words(line.find(path)).stream().findFirst();
        return Comparator.comparing(number, absentLast(down)).thenComparing(text, absentLast(down));
    }

    private static <T extends Comparable<T>> Comparator<Optional<T>> absentLast(boolean down) {
        return (a, b) -> {
            if (a.isEmpty() || b.isEmpty()) {
                return Boolean.compare(a.isEmpty(), b.isEmpty());
            }
            return down ? b.get().compareTo(a.get()) : a.get().compareTo(b.get());
        };
    }

    /** Figures in one unit; those that cannot be converted into it count as absent. */
    private Optional<Double> number(Line line, String path, boolean down, Optional<Unit> unit) {
        if (line.find(path).orElse(null) instanceof Field.Number number) {
            return Optional.of(number.value());
        }
        return figure(line, path)
                .flatMap(Figure::quantity)
                .filter(quantity -> unit.isPresent() && quantity.unit().commensurable(unit.get()))
                .map(quantity -> quantity.in(unit.orElse(quantity.unit())).range())
                .map(range -> down ? range.high() : range.low());
    }

    Optional<Figure> figure(Line line, String path) {
        return workbook.resolve(line.bases(), path, "").map(workbook::figure);
    }
}
