package org.plainfact.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.data.Interval;
import org.plainfact.data.Provenance;
import org.plainfact.data.Quantity;
import org.plainfact.data.Unit;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/**
 * Reads and computes the collection {@code charts}. The stations of a curve are put into the workbook like all figures, so
 * that they have workings and come into the ledger; what lies between is computed by the same programs.
 */
final class CurveReader {
    private static final int STEPS = 8;
    private static final int MOST_STEPS = 24;

    /** Between two bounds: enough that no bend of a curve looks like a corner. */
    private static final int SAMPLES = 72;

    private final Dataset dataset;
    private final Workbook workbook;
    private final TableColumns columns;
    private final Findings findings;

    CurveReader(Dataset dataset, Workbook workbook, TableColumns columns, Findings findings) {
        this.dataset = dataset;
        this.workbook = workbook;
        this.columns = columns;
        this.findings = findings;
    }

    /** By id; one that cannot be drawn is left out after a finding. */
    Map<String, Curve> read() {
        Map<String, Curve> curves = new LinkedHashMap<>();
        dataset.collection("charts")
                .forEach(entry ->
                        read(entry, Keys.of(entry, findings)).ifPresent(curve -> curves.put(entry.id(), curve)));
        return curves;
    }

    private Optional<Curve> read(Entry entry, Keys keys) {
        keys.needed("not-for");
        Optional<String> target = address(keys, "curve", List.of(entry.id()));
        Optional<String> over = target.flatMap(
                found -> address(keys, "over", List.of(workbook.figure(found).record(), entry.id())));
        if (target.isEmpty() || over.isEmpty() || workbook.failed(target.get()) || workbook.failed(over.get())) {
            return Optional.empty();
        }
        Dependence path = Dependence.of(target.get(), over.get(), workbook);
        if (path.steps().isEmpty() || target.equals(over)) {
            tellNoInput(keys, target.get(), over.get());
            return Optional.empty();
        }
        return bounds(entry, keys, workbook.figure(over.get()).unit())
                .map(bounds -> new Drawing(entry, keys, path, bounds).curve());
    }

    private Optional<String> address(Keys keys, String key, List<String> bases) {
        String name = keys.needed(key);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> address = workbook.resolve(bases, name, "");
        if (address.isEmpty()) {
            workbook.tellUnknown(bases.getFirst(), name, keys.spanOf(key));
        }
        return address;
    }

    private void tellNoInput(Keys keys, String target, String over) {
        List<String> inputs =
                workbook.inputs(target).stream().flatMap(Optional::stream).toList();
        findings.error(
                "no-input-of",
                keys.spanOf("over"),
                "\"" + target + "\" is not computed from \"" + over + "\"",
                Nearest.hint(over, inputs)
                        .or(() -> Optional.of(
                                inputs.isEmpty()
                                        ? "a curve is drawn of a figure that a formula computes"
                                        : "it is computed from " + String.join(", ", inputs))));
    }

    private record Bounds(double from, double to, Provenance provenance) {}

    private Optional<Bounds> bounds(Entry entry, Keys keys, Unit unit) {
        Optional<Field.Measure> from = bound(entry, keys, "from", unit);
        Optional<Field.Measure> to = bound(entry, keys, "to", unit);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        double low = value(from.get(), unit);
        double high = value(to.get(), unit);
        if (low >= high) {
            findings.error(
                    "curve-bounds",
                    keys.spanOf("to"),
                    "a curve that begins at %s cannot end at %s"
                            .formatted(Display.recorded(Interval.point(low)), Display.recorded(Interval.point(high))),
                    "write the smaller bound as \"from\"");
            return Optional.empty();
        }
        return Optional.of(
                new Bounds(low, high, from.get().provenance().with(to.get().provenance())));
    }

    private static double value(Field.Measure bound, Unit unit) {
        return Display.snapped(bound.quantity().orElseThrow().in(unit).range().low());
    }

    private Optional<Field.Measure> bound(Entry entry, Keys keys, String key, Unit unit) {
        Optional<Field> field = entry.find(key);
        if (field.isPresent()
                && field.get() instanceof Field.Measure measure
                && measure.quantity().isPresent()
                && measure.quantity().get().range().isPoint()) {
            if (measure.unit().commensurable(unit)) {
                return Optional.of(measure);
            }
            findings.error(
                    "dimension",
                    measure.span(),
                    "the bound is in %s (%s), but \"over\" is in %s (%s)"
                            .formatted(
                                    Program.named(measure.unit()),
                                    measure.unit().dimension(),
                                    Program.named(unit),
                                    unit.dimension()),
                    "give the bounds in a unit of the same dimension");
        } else if (!findings.tells(keys.spanOf(key), "")) {
            findings.error(
                    "curve-bounds",
                    keys.spanOf(key),
                    "\"" + key + "\" must be one value of the input",
                    "write { \"value\": …, \"unit\": \"" + unit.label() + "\" }");
        }
        return Optional.empty();
    }

    /** One curve on its way. */
    private final class Drawing {
        private final Entry entry;
        private final Keys keys;
        private final Dependence path;
        private final Bounds bounds;
        private final Figure target;
        private final Figure over;
        private final List<Table.Row> rows = new ArrayList<>();
        private final Set<String> sources = new TreeSet<>();

        Drawing(Entry entry, Keys keys, Dependence path, Bounds bounds) {
            this.entry = entry;
            this.keys = keys;
            this.path = path;
            this.bounds = bounds;
            this.target = workbook.figure(path.target());
            this.over = workbook.figure(path.over());
        }

        Curve curve() {
            List<Curve.Sample> samples = samples();
            int steps = keys.whole("steps", 1, MOST_STEPS).orElse(STEPS);
            for (int i = 0; i <= steps; i++) {
                station(between(i, steps));
            }
            int stations = rows.size();
            for (Keys anchor : keys.groups("anchors")) {
                anchor(anchor);
            }
            Table.Column input = column("over", over);
            Table.Column value = column("value", target);
            Table table = new Table(
                    entry.id(),
                    entry.title(),
                    keys.text("caption").orElse(""),
                    List.of(
                            new Table.Column("title", "Case", Optional.empty(), false, Optional.empty()),
                            input,
                            value,
                            new Table.Column("status", "Status", Optional.empty(), false, Optional.empty())),
                    rows,
                    keys.text("note"),
                    keys.text("not-for").orElse(""),
                    new TreeSet<>(sources),
                    keys.span());
            return new Curve(table, input.key(), value.key(), stations, samples, keys.texts("across"));
        }

        private double between(int step, int steps) {
            return step == steps ? bounds.to : Display.snapped(bounds.from + (bounds.to - bounds.from) * step / steps);
        }

        private Table.Column column(String key, Figure figure) {
            String title = keys.text(key + "-title").orElseGet(() -> capital(figure.title()));
            return new Table.Column(key, title, Optional.of(figure.unit()), true, Optional.empty());
        }

        private static String capital(String title) {
            return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
        }

        /** Nothing where an input other than the one that runs is absent. */
        private List<Curve.Sample> samples() {
            boolean absent = path.lacksInput();
            List<Curve.Sample> samples = new ArrayList<>();
            for (int i = 0; i <= SAMPLES && !absent; i++) {
                double at = between(i, SAMPLES);
                try {
                    samples.add(new Curve.Sample(at, path.value(at)));
                } catch (ArithmeticException e) {
                    findings.error(
                            "arithmetic",
                            keys.span(),
                            "\"%s\" cannot be computed at %s: %s"
                                    .formatted(path.target(), Display.recorded(Interval.point(at)), e.getMessage()),
                            "choose other bounds");
                    return List.of();
                }
            }
            return samples;
        }

        private void station(double at) {
            Interval range = Interval.point(at);
            String display = Display.recorded(range);
            String place =
                    "at-" + display.replace(",", "").replace("−", "minus-").replaceAll("[^a-z0-9]+", "-");
            String title = "At " + display
                    + (over.unit().name().isEmpty() ? "" : " " + over.unit().name());
            Map<String, String> renamed = new HashMap<>();
            for (String address : path.steps()) {
                String field = place + "." + field(address);
                if (address.equals(path.over())) {
                    renamed.put(address, entry.id() + "." + field);
                    workbook.put(
                            entry.id(),
                            entry.id() + "." + field,
                            new Slot.Recorded(chosen(field, title, range, display)));
                } else if (workbook.at(address) instanceof Slot.Output output) {
                    renamed.put(address, entry.id() + "." + field);
                    workbook.put(entry.id(), entry.id() + "." + field, output(output, field, title, renamed));
                } else {
                    String other = workbook.inputs(address).getFirst().orElseThrow();
                    renamed.put(address, renamed.getOrDefault(other, other));
                }
            }
            row(
                    entry.id(),
                    title,
                    workbook.figure(renamed.getOrDefault(path.over(), path.over())),
                    workbook.figure(renamed.getOrDefault(path.target(), path.target())));
        }

        /** The name of a figure among those of a station. */
        private String field(String address) {
            String own = target.address().substring(0, target.address().indexOf('.') + 1);
            return (address.startsWith(own) ? address.substring(own.length()) : address).replace('.', '-');
        }

        private Figure chosen(String field, String title, Interval range, String display) {
            return new Figure(
                    entry.id() + "." + field,
                    entry.id(),
                    field,
                    over.title(),
                    entry.title() + ", " + title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1),
                    Optional.of(new Quantity(range, over.unit(), over.qualifiers())),
                    over.unit(),
                    over.qualifiers(),
                    bounds.provenance,
                    display,
                    Optional.empty(),
                    Optional.empty(),
                    keys.text("not-for"),
                    keys.spanOf("from"),
                    keys.pointerOf("from"));
        }

        private Slot.Output output(Slot.Output output, String field, String title, Map<String, String> renamed) {
            SourceSpan span = keys.spanOf("curve");
            List<Slot.Binding> bindings = workbook.inputs(output.address()).stream()
                    .map(input -> input.orElseThrow())
                    .map(input -> new Slot.Binding(renamed.getOrDefault(input, input), true, span))
                    .toList();
            return new Slot.Output(
                    entry.id(),
                    field,
                    output.title(),
                    entry.title() + ", " + title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1),
                    output.formula(),
                    List.of(entry.id()),
                    bindings,
                    output.wishes(),
                    span,
                    keys.pointerOf("curve"));
        }

        private void anchor(Keys anchor) {
            List<String> bases = List.of(target.record(), entry.id());
            Optional<Figure> value = address(anchor, "value", bases).map(workbook::figure);
            Optional<Figure> at = anchor.text("over").isEmpty()
                    ? Optional.empty()
                    : address(anchor, "over", bases).map(workbook::figure);
            if (value.isEmpty() || (anchor.text("over").isPresent() && at.isEmpty())) {
                return;
            }
            boolean fit = fits(anchor, "value", value.get(), target);
            fit &= at.isEmpty() || fits(anchor, "over", at.get(), over);
            fit &= like(anchor, value.get());
            if (fit) {
                String title = anchor.text("title").orElse(value.get().subject());
                row(value.get().record(), title, at, value.get());
            }
        }

        private boolean fits(Keys anchor, String key, Figure figure, Figure wanted) {
            boolean fits = workbook.failed(figure.address()) || figure.unit().commensurable(wanted.unit());
            if (!fits) {
                findings.error(
                        "dimension",
                        anchor.spanOf(key),
                        "%s is in %s (%s), but the curve is in %s (%s)"
                                .formatted(
                                        figure.address(),
                                        Program.named(figure.unit()),
                                        figure.unit().dimension(),
                                        Program.named(wanted.unit()),
                                        wanted.unit().dimension()),
                        "name a figure of the same dimension");
            }
            return fits && !workbook.failed(figure.address());
        }

        private boolean like(Keys anchor, Figure figure) {
            List<String> across = keys.texts("across");
            Set<String> names = new TreeSet<>(target.qualifiers().values().keySet());
            names.addAll(figure.qualifiers().values().keySet());
            for (String name : names) {
                Optional<String> one = target.qualifiers().get(name);
                Optional<String> other = figure.qualifiers().get(name);
                if (!across.contains(name) && one.isPresent() && other.isPresent() && !one.equals(other)) {
                    findings.error(
                            "unlike-qualifiers",
                            anchor.span(),
                            "\"%s\" has %s %s, but the curve has %s"
                                    .formatted(figure.address(), name, other.get(), one.get()),
                            "leave the anchor out; where the two are meant to differ, list \"" + name
                                    + "\" in \"across\"");
                    return false;
                }
            }
            return true;
        }

        private void row(String record, String title, Figure at, Figure value) {
            row(record, title, Optional.of(at), value);
        }

        private void row(String record, String title, Optional<Figure> at, Figure value) {
            Table.Cell input = at.<Table.Cell>map(figure -> cell(figure, over.unit()))
                    .orElseGet(() -> new Table.Cell.Words(Display.NOT_STATED));
            String status = value.absent()
                    ? Display.NOT_STATED
                    : value.provenance().status().word();
            rows.add(new Table.Row(
                    record,
                    title,
                    List.of(
                            new Table.Cell.Words(title),
                            input,
                            cell(value, target.unit()),
                            new Table.Cell.Words(status))));
            at.ifPresent(figure -> sources.addAll(figure.provenance().sources()));
            sources.addAll(value.provenance().sources());
        }

        private Table.Cell cell(Figure figure, Unit unit) {
            return new Table.Cell.Value(columns.display(figure, unit, Optional.empty()), figure);
        }
    }
}
