package org.plainfact.site;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plainfact.data.Json;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Figures;
import org.plainfact.figure.Ledger;

/** The ledger of all figures on the site, and each table on it as CSV and JSON. */
record DataFiles(Plan plan, Mentions mentions) implements Pages {
    private static final Route LEDGER = Route.of("/figures.json");

    @Override
    public void addTo(Outputs outputs) {
        outputs.add("the ledger", ledger());
        mentions.tables().values().forEach(table -> {
            outputs.add(
                    "the table " + table.id(),
                    table.span(),
                    new Output.TextFile(plan.addresses().csv(table), table, table::csv));
            outputs.add(
                    "the table " + table.id(),
                    table.span(),
                    new Output.TextFile(plan.addresses().json(table), table, () -> Json.pretty(table.json())));
        });
    }

    /** Each figure and the pages that show it. */
    private record Shown(Figure figure, List<Link> pages) {}

    private record Basis(List<Shown> shown, Map<String, Object> declared) {}

    private Basis basis() {
        return new Basis(shown(), plan.figures().declarations().json());
    }

    private List<Shown> shown() {
        return mentions.figuresByRecord().values().stream()
                .flatMap(List::stream)
                .map(figure -> new Shown(figure, mentions.pagesWithFigure(figure.address())))
                .toList();
    }

    private Output ledger() {
        SortedMap<String, SortedSet<String>> usedOn = new TreeMap<>();
        for (List<Figure> figures : mentions.figuresByRecord().values()) {
            figures.forEach(figure -> usedOn.put(figure.address(), routes(figure)));
        }
        Figures figures = plan.figures();
        return new Output.TextFile(
                LEDGER, basis(), () -> Json.pretty(Ledger.of(figures, usedOn).json()));
    }

    private SortedSet<String> routes(Figure figure) {
        SortedSet<String> routes = new TreeSet<>();
        mentions.pagesWithFigure(figure.address())
                .forEach(page -> routes.add(page.route().path()));
        return routes;
    }
}
