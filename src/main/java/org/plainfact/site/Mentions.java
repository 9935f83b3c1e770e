package org.plainfact.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Figures;
import org.plainfact.figure.Table;

/** What the site shows, and on which pages. Pages are in the order in which they were added. */
final class Mentions {
    private final Figures figures;
    private final Map<String, Figure> byAddress = new LinkedHashMap<>();
    private final SortedMap<String, Table> tables = new TreeMap<>();
    private final Map<String, List<Figure>> computedFrom = new HashMap<>();
    private final Map<String, SequencedCollection<Link>> ofFigure = new HashMap<>();
    private final Map<String, SequencedCollection<Link>> ofRecord = new HashMap<>();
    private final Map<String, SequencedCollection<Link>> ofSource = new HashMap<>();
    private final Map<String, SequencedCollection<Link>> ofTerm = new HashMap<>();

    Mentions(Figures figures) {
        this.figures = figures;
    }

    void add(Face page) {
        Link link = page.link();
        page.figures().forEach(figure -> add(figure, link));
        page.tables().forEach(table -> add(table, link));
        page.sources().forEach(source -> note(ofSource, source.id(), link));
        page.terms().forEach(term -> note(ofTerm, term.path(), link));
    }

    /** A figure that a page shows, with all that it was worked out from. */
    void add(Figure figure, Link page) {
        keep(figure);
        note(ofFigure, figure.address(), page);
        note(ofRecord, figure.record(), page);
    }

    /** Figures on the site that have this one as an input. */
    List<Figure> computedFrom(String address) {
        return computedFrom.getOrDefault(address, List.of());
    }

    List<Link> pagesWithFigure(String address) {
        return pages(ofFigure, address);
    }

    /** Pages that show the record in a table, or one of its figures. */
    List<Link> pagesWithRecord(String id) {
        return pages(ofRecord, id);
    }

    List<Link> pagesWithSource(Entry source) {
        return pages(ofSource, source.id());
    }

    /** @param term path of its file */
    List<Link> pagesWithTerm(String term) {
        return pages(ofTerm, term);
    }

    SortedMap<String, Table> tables() {
        return tables;
    }

    /** How many figures are shown, inputs of workings among them. */
    int figures() {
        return byAddress.size();
    }

    /** By record; those of a record in the order of its file. */
    SortedMap<String, List<Figure>> figuresByRecord() {
        SortedMap<String, List<Figure>> records = new TreeMap<>();
        byAddress
                .values()
                .forEach(figure -> records.computeIfAbsent(figure.record(), key -> new ArrayList<>())
                        .add(figure));
        records.replaceAll((record, shown) -> inFileOrder(record, shown));
        return records;
    }

    private List<Figure> inFileOrder(String record, List<Figure> shown) {
        Map<String, Integer> order = new HashMap<>();
        figures.of(record).forEach(figure -> order.putIfAbsent(figure.address(), order.size()));
        return shown.stream()
                .sorted(Comparator.<Figure>comparingInt(
                                figure -> order.getOrDefault(figure.address(), Integer.MAX_VALUE))
                        .thenComparing(Figure::address))
                .toList();
    }

    private void add(Table table, Link page) {
        if (tables.put(table.id(), table) != table) {
            table.rows().forEach(this::keep);
        }
        for (Table.Row row : table.rows()) {
            note(ofRecord, row.record(), page);
        }
    }

    private void keep(Table.Row row) {
        for (Table.Cell cell : row.cells()) {
            if (cell instanceof Table.Cell.Value value) {
                keep(value.figure());
            }
        }
    }

    private void keep(Figure figure) {
        if (byAddress.putIfAbsent(figure.address(), figure) == null) {
            figure.working()
                    .ifPresent(working -> working.inputs().forEach(input -> {
                        keep(input.figure());
                        List<Figure> results =
                                computedFrom.computeIfAbsent(input.figure().address(), each -> new ArrayList<>());
                        if (results.isEmpty() || results.getLast() != figure) {
                            results.add(figure);
                        }
                    }));
        }
    }

    private static void note(Map<String, SequencedCollection<Link>> notes, String key, Link page) {
        SequencedCollection<Link> pages = notes.computeIfAbsent(key, each -> new ArrayList<>());
        if (pages.isEmpty() || !pages.getLast().equals(page)) {
            pages.add(page);
        }
    }

    private static List<Link> pages(Map<String, SequencedCollection<Link>> notes, String key) {
        return Optional.ofNullable(notes.get(key)).map(List::copyOf).orElse(List.of());
    }
}
