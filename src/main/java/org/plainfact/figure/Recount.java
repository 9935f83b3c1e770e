package org.plainfact.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plainfact.data.Dataset;
import org.plainfact.data.DatasetReader;
import org.plainfact.data.Json;
import org.plainfact.data.Units;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;

/**
 * Computes the figures of a published ledger again: each from the inputs that the ledger gives for it, by the formula and
 * the units that it carries. Value, range, unit, printed text, status, date, sources, qualifiers and working must come out
 * as published.
 */
public final class Recount {
    /** Two machines may differ in the last digits of a power. */
    private static final double SAME = 1e-12;

    private final SourceFile ledger;
    private final Findings findings = new Findings();
    private final Map<String, Published> figures = new LinkedHashMap<>();

    private Recount(SourceFile ledger) {
        this.ledger = ledger;
    }

    /**
     * What came out.
     *
     * @param figures in the ledger
     * @param computed those of them that a formula gives
     * @param findings each names a figure and what differs; sorted
     */
    public record Result(int figures, int computed, List<Finding> findings) {}

    public static Result of(SourceFile ledger) {
        Recount recount = new Recount(ledger);
        DatasetReader.published(ledger, recount.findings).ifPresent(recount::all);
        int computed = (int)
                recount.figures.values().stream().filter(Published::derived).count();
        return new Result(recount.figures.size(), computed, recount.findings.sorted());
    }

    private void all(Dataset dataset) {
        read();
        Map<String, DeclaredFormula> formulas =
                FormulaReader.read(Declarations.of(dataset), dataset.units(), named(dataset), findings);
        for (Published figure : figures.values()) {
            try {
                if (figure.derived()) {
                    again(figure, formulas, dataset.units());
                } else {
                    recorded(figure, dataset.units());
                }
            } catch (IllegalArgumentException e) {
                tellForm(figure, e);
            }
        }
    }

    /** Which sources there are is not for the ledger to say: those that its formulas name will do. */
    private static SortedSet<String> named(Dataset dataset) {
        SortedSet<String> sources = new TreeSet<>();
        dataset.collection("formulas")
                .forEach(formula ->
                        sources.addAll(Keys.of(formula, new Findings()).texts("sources")));
        return sources;
    }

    private void read() {
        if (!(Json.read(ledger.path(), ledger.text()) instanceof Map<?, ?> all)
                || !(all.get("figures") instanceof List<?> list)) {
            findings.error("ledger-form", ledger.at(0), "there is no list \"figures\" in it");
            return;
        }
        for (Object item : list) {
            Published figure = null;
            try {
                figure = Published.of(item, ledger.at(0));
                figure = Published.of(item, ledger.at(Math.max(0, place(figure.address()))));
                if (figures.putIfAbsent(figure.address(), figure) != null) {
                    throw new IllegalArgumentException("it is given twice");
                }
            } catch (IllegalArgumentException e) {
                tellForm(figure, e);
            }
        }
    }

    private int place(String address) {
        return ledger.text().indexOf("\"id\": " + Json.write(address));
    }

    private void tellForm(@Nullable Published figure, IllegalArgumentException e) {
        String what = figure == null
                ? "a figure"
                : "the figure " + Json.write(figure.json().get("id"));
        findings.error(
                "ledger-form",
                figure == null ? ledger.at(0) : figure.span(),
                what + " cannot be read: " + e.getMessage());
    }

    /** A value from the data is as it was put in; what readers see must be that value. */
    private void recorded(Published published, Units units) {
        Figure figure = published.figure(units, findings);
        Predicate<String> fits = figure.quantity()
                .<Predicate<String>>map(quantity -> text -> Display.records(quantity.range(), text))
                .orElse(Display.NOT_STATED::equals);
        if (!fits.test(figure.display())) {
            String value = figure.quantity()
                    .map(quantity -> Display.recorded(quantity.range()))
                    .orElse(Display.NOT_STATED);
            tell(published, "display", figure.display(), value);
        }
    }

    private void again(Published published, Map<String, DeclaredFormula> formulas, Units units) {
        String id = published.text("formula");
        DeclaredFormula formula = formulas.get(id);
        if (formula == null) {
            throw new IllegalArgumentException("its formula \"" + id + "\" is not in the ledger");
        }
        Slot.Output output = published.output(formula, units, findings);
        List<Figure> inputs = new ArrayList<>();
        for (Slot.Binding binding : output.bindings()) {
            inputs.add(input(binding.name()).figure(units, findings));
        }
        new Application(findings).apply(output, inputs).ifPresent(figure -> compare(published, figure));
    }

    private Published input(String address) {
        return Optional.ofNullable(figures.get(address))
                .orElseThrow(() -> new IllegalArgumentException("its input " + address + " is not in the ledger"));
    }

    private void compare(Published published, Figure figure) {
        Map<String, Object> again = Ledger.json(new Ledger.Line(figure, new TreeSet<>(published.texts("used-on"))));
        again.put("file", published.text("file"));
        Set<String> keys = new TreeSet<>(again.keySet());
        keys.addAll(published.json().keySet());
        for (String key : keys) {
            Object was = published.json().get(key);
            if (!same(was, again.get(key))) {
                tell(published, key, was, again.get(key));
            }
        }
    }

    private static boolean same(@Nullable Object was, @Nullable Object again) {
        if (was instanceof Number a && again instanceof Number b) {
            double difference = Math.abs(a.doubleValue() - b.doubleValue());
            return difference <= SAME * Math.max(Math.abs(a.doubleValue()), Math.abs(b.doubleValue()));
        }
        return was == null ? again == null : again != null && Json.write(was).equals(Json.write(again));
    }

    private void tell(Published published, String key, @Nullable Object was, @Nullable Object again) {
        findings.error(
                "figure-differs",
                published.span(),
                "%s: \"%s\" is %s, computed again %s".formatted(published.address(), key, shown(was), shown(again)));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "missing" : Json.write(value);
    }
}
