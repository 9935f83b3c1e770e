package org.plainfact.figure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plainfact.data.Interval;

/**
 * Every figure that a site uses, and everything those are computed from: what lets a reader trace a number to its source.
 *
 * @param used by address, sorted
 * @param declarations of all units, and of the formulas used
 */
public record Ledger(List<Line> used, Declarations declarations) {
    public Ledger {
        used = List.copyOf(used);
    }

    /**
     * One figure.
     *
     * @param usedOn routes of the pages that print it; none where it is only an input of another
     */
    public record Line(Figure figure, SortedSet<String> usedOn) {}

    /**
     * The figures used, with their inputs, and the inputs of these.
     *
     * @param usedOn routes by address; an address that gives no figure is passed over, as it was told where it was used
     */
    public static Ledger of(Figures figures, Map<String, ? extends SortedSet<String>> usedOn) {
        Map<String, Line> lines = new TreeMap<>();
        Deque<Figure> open = new ArrayDeque<>();
        new TreeMap<>(usedOn)
                .forEach((address, routes) -> figures.find(address).ifPresent(figure -> {
                    line(lines, figure).usedOn().addAll(routes);
                    open.add(figure);
                }));
        while (!open.isEmpty()) {
            open.remove()
                    .working()
                    .ifPresent(working -> working.inputs().forEach(input -> {
                        if (!lines.containsKey(input.figure().address())) {
                            line(lines, input.figure());
                            open.add(input.figure());
                        }
                    }));
        }
        return new Ledger(List.copyOf(lines.values()), figures.declarations().only(formulas(lines.values())));
    }

    private static Set<String> formulas(Collection<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.figure.working().stream())
                .map(working -> working.formula().id())
                .collect(Collectors.toSet());
    }

    private static Line line(Map<String, Line> lines, Figure figure) {
        return lines.computeIfAbsent(figure.address(), address -> new Line(figure, new TreeSet<>()));
    }

    /** Maps, lists, texts and numbers for JSON; the keys are those of {@code figures.json}. */
    public Map<String, Object> json() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("figures", used.stream().map(Ledger::json).toList());
        out.putAll(declarations.json());
        return out;
    }

    static Map<String, Object> json(Line line) {
        Figure figure = line.figure;
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", figure.address());
        out.put("title", figure.title());
        out.put("subject", figure.subject());
        figure.quantity().ifPresent(quantity -> putRange(out, quantity.range()));
        out.put("unit", figure.unit().name());
        out.put("display", figure.display());
        out.put("status", figure.provenance().status().word());
        figure.provenance().asOf().ifPresent(date -> out.put("as-of", date));
        out.put("sources", List.copyOf(figure.provenance().sources()));
        if (!figure.qualifiers().isEmpty()) {
            out.put("qualifiers", new LinkedHashMap<>(figure.qualifiers().values()));
        }
        figure.note().ifPresent(note -> out.put("note", note));
        figure.notFor().ifPresent(text -> out.put("not-for", text));
        figure.working().ifPresent(working -> putWorking(out, working));
        out.put("file", figure.span().path());
        out.put("pointer", figure.pointer());
        out.put("used-on", List.copyOf(line.usedOn));
        return out;
    }

    private static void putRange(Map<String, Object> out, Interval range) {
        if (range.isPoint()) {
            out.put("value", TableJson.plain(range.low()));
        } else {
            out.put("low", TableJson.plain(range.low()));
            out.put("high", TableJson.plain(range.high()));
        }
    }

    private static void putWorking(Map<String, Object> out, Working working) {
        out.put("formula", working.formula().id());
        out.put("expression", working.formula().expression());
        out.put("substituted", working.substituted());
        working.digits().ifPresent(digits -> out.put("digits", digits));
        working.strongest().ifPresent(status -> out.put("strongest-status", status.word()));
        out.put("inputs", working.inputs().stream().map(Ledger::input).toList());
    }

    private static Map<String, Object> input(Working.Input input) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", input.name());
        out.put("figure", input.figure().address());
        out.put("file", input.figure().span().path());
        out.put("pointer", input.figure().pointer());
        return out;
    }
}
