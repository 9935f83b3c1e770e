package org.plainfact.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.data.Interval;
import org.plainfact.data.Json;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/** Reads the collection {@code calculators}. One that cannot be used is left out, after a finding. */
final class CalculatorReader {
    private final Dataset dataset;
    private final Workbook workbook;
    private final TableRows rows;
    private final Findings findings;

    CalculatorReader(Dataset dataset, Workbook workbook, TableRows rows, Findings findings) {
        this.dataset = dataset;
        this.workbook = workbook;
        this.rows = rows;
        this.findings = findings;
    }

    /** By id; empty for one that cannot be used. */
    Map<String, Optional<Calculator>> read() {
        Map<String, Optional<Calculator>> calculators = new LinkedHashMap<>();
        for (Entry entry : dataset.collection("calculators")) {
            calculators.put(entry.id(), calculator(entry));
        }
        return calculators;
    }

    private Optional<Calculator> calculator(Entry entry) {
        Keys keys = Keys.of(entry, findings);
        String notFor = keys.needed("not-for");
        Optional<Entry> calculation = calculation(keys);
        if (calculation.isEmpty() || notFor.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<CalculatorProgram.Moved>> moved = moved(keys, calculation.get());
        Optional<List<String>> results = results(keys, calculation.get());
        if (moved.isEmpty() || results.isEmpty()) {
            return Optional.empty();
        }
        CalculatorProgram program = new CalculatorProgram(workbook, moved.get(), results.get());
        if (program.broken() || !bounded(program, keys)) {
            return Optional.empty();
        }
        return Optional.of(new Calculator(
                entry.id(),
                entry.title(),
                calculation.get().title(),
                moved.get().stream().map(CalculatorProgram.Moved::control).toList(),
                results.get().stream().map(this::result).toList(),
                keys.text("note"),
                notFor,
                Json.forScript(program.json()),
                entry.span()));
    }

    private Calculator.Result result(String address) {
        Figure figure = workbook.figure(address);
        List<String> said = new ArrayList<>();
        figure.qualifiers().values().forEach((name, value) -> said.add(name.replace('-', ' ') + ": " + value));
        return new Calculator.Result(figure, String.join("; ", said));
    }

    private Optional<Entry> calculation(Keys keys) {
        String id = keys.needed("calculation");
        Optional<Entry> found =
                dataset.find(id).filter(entry -> entry.collection().equals("calculations"));
        if (found.isEmpty() && !id.isEmpty() && dataset.complete()) {
            List<String> ids =
                    dataset.collection("calculations").stream().map(Entry::id).toList();
            findings.error(
                    "unknown-calculation",
                    keys.spanOf("calculation"),
                    "there is no calculation \"" + id + "\"",
                    Nearest.hint(id, ids)
                            .or(() -> Optional.of("a calculator starts from a record of data/calculations.json")));
        }
        return found;
    }

    /** Nothing that a reader can set may divide by zero, or the like. */
    private boolean bounded(CalculatorProgram program, Keys keys) {
        Optional<String> fault = program.fault();
        fault.ifPresent(problem -> findings.error(
                "calculator-bounds",
                keys.spanOf("controls"),
                "within the bounds " + problem,
                "narrow the bounds until every value within them can be worked out"));
        return fault.isEmpty();
    }

    private Optional<List<String>> results(Keys keys, Entry calculation) {
        Set<String> outputs = named(calculation, "outputs");
        List<String> names = keys.texts("results");
        if (names.isEmpty() && !findings.tells(keys.spanOf("results"), "")) {
            findings.error(
                    "missing-key", keys.spanOf("results"), "no results are named", "list outputs of the calculation");
        }
        List<String> results = new ArrayList<>();
        for (String name : names) {
            if (outputs.contains(name)) {
                results.add(calculation.id() + "." + name);
            } else {
                tellUnknown("output", name, outputs, calculation, keys.spanOf("results"));
            }
        }
        return names.isEmpty() || results.size() < names.size() ? Optional.empty() : Optional.of(results);
    }

    private static Set<String> named(Entry calculation, String key) {
        return calculation.fields().get(key) instanceof Field.Group group
                ? group.fields().keySet()
                : Set.of();
    }

    private void tellUnknown(String what, String name, Set<String> known, Entry calculation, SourceSpan span) {
        findings.error(
                "unknown-" + what,
                span,
                "the calculation \"" + calculation.id() + "\" has no " + what + " \"" + name + "\"",
                Nearest.hint(name, known).or(() -> Optional.of("it has: " + String.join(", ", known))));
    }

    /** Empty after a finding about one of them, also where a figure could not be computed. */
    private Optional<List<CalculatorProgram.Moved>> moved(Keys keys, Entry calculation) {
        List<Keys> controls = keys.groups("controls");
        List<CalculatorProgram.Moved> moved = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Keys control : controls) {
            boolean choice = control.get("choice").isPresent();
            Optional<CalculatorProgram.Moved> one = choice ? choice(control, calculation) : dial(control, calculation);
            one.filter(each -> untaken(each, control, taken)).ifPresent(moved::add);
        }
        if (controls.isEmpty() && !findings.tells(keys.spanOf("controls"), "")) {
            findings.error(
                    "missing-key",
                    keys.spanOf("controls"),
                    "there is nothing to move",
                    "name an input in \"controls\"");
        }
        return controls.isEmpty() || moved.size() < controls.size() ? Optional.empty() : Optional.of(moved);
    }

    private boolean untaken(CalculatorProgram.Moved moved, Keys control, Set<String> taken) {
        for (String name : moved.names()) {
            if (!taken.add(name)) {
                findings.error(
                        "duplicate-name",
                        control.span(),
                        "\"" + name + "\" is moved or named by another control already",
                        "an input is moved by one control");
                return false;
            }
        }
        return true;
    }

    /** The figure that an input of the calculation is; empty after a finding. */
    private Optional<Figure> input(String name, Entry calculation, SourceSpan span) {
        Set<String> inputs = named(calculation, "inputs");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!inputs.contains(name)) {
            tellUnknown("input", name, inputs, calculation, span);
            return Optional.empty();
        }
        String address = calculation.id() + "." + name;
        Figure figure = workbook.figure(address);
        return workbook.failed(address) || workbook.failed(figure.address()) ? Optional.empty() : Optional.of(figure);
    }

    private Optional<CalculatorProgram.Moved> dial(Keys control, Entry calculation) {
        String name = control.needed("input");
        Optional<Figure> figure = input(name, calculation, control.spanOf("input"));
        Optional<Double> low = number(control, "low");
        Optional<Double> high = number(control, "high");
        Optional<Double> step = number(control, "step");
        if (figure.isEmpty() || low.isEmpty() || high.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> start = figure.get()
                .quantity()
                .filter(quantity -> quantity.range().isPoint())
                .map(quantity -> quantity.range().low());
        if (start.isEmpty()) {
            findings.error(
                    "calculator-start",
                    control.spanOf("input"),
                    "%s is %s; a reader moves one value"
                            .formatted(figure.get().address(), figure.get().text()),
                    "give the calculation one value to begin with, or leave this input as it is");
            return Optional.empty();
        }
        if (!placed(control, low.get(), high.get(), step.get(), start.get())) {
            return Optional.empty();
        }
        Calculator.Dial dial = new Calculator.Dial(
                plain(low.get()),
                plain(high.get()),
                plain(step.get()),
                plain(start.get()),
                shown(low.get()) + " to " + shown(high.get()));
        return Optional.of(new CalculatorProgram.Moved(
                new Calculator.Control(
                        name,
                        control.text("title").orElse(figure.get().title()),
                        control.text("note"),
                        List.of(figure.get()),
                        Optional.of(dial),
                        List.of()),
                List.of(calculation.id() + "." + name),
                List.of()));
    }

    private boolean placed(Keys control, double low, double high, double step, double start) {
        if (low >= high || step <= 0 || step > high - low) {
            findings.error(
                    "calculator-bounds",
                    control.span(),
                    "from " + plain(low) + " to " + plain(high) + " there are no steps of " + plain(step),
                    "\"low\" is below \"high\", and \"step\" fits between them");
            return false;
        }
        BigDecimal way = BigDecimal.valueOf(start).subtract(BigDecimal.valueOf(low));
        if (start < low
                || start > high
                || way.remainder(BigDecimal.valueOf(step)).signum() != 0) {
            findings.error(
                    "calculator-start",
                    control.span(),
                    "the calculation begins with %s, which is no step between %s and %s"
                            .formatted(plain(start), plain(low), plain(high)),
                    "choose bounds and step so that the value of the calculation is among them");
            return false;
        }
        return true;
    }

    private static String shown(double value) {
        return Display.recorded(Interval.point(value));
    }

    private static String plain(double value) {
        return Json.write(value);
    }

    private Optional<Double> number(Keys keys, String key) {
        Optional<Field> field = keys.get(key);
        if (field.isPresent() && field.get() instanceof Field.Number number) {
            return Optional.of(number.value());
        }
        if (!findings.tells(keys.spanOf(key), "")) {
            findings.error("wrong-kind", keys.spanOf(key), "\"" + key + "\" must be a number", "write one");
        }
        return Optional.empty();
    }

    private Optional<CalculatorProgram.Moved> choice(Keys control, Entry calculation) {
        String name = control.needed("choice");
        Map<String, String> paths = control.textByKey("inputs");
        if (paths.isEmpty() && !findings.tells(control.spanOf("inputs"), "")) {
            findings.error(
                    "missing-key",
                    control.spanOf("inputs"),
                    "the choice puts nothing in",
                    "name an input of the calculation and the field of the records that it takes");
        }
        List<Figure> given = new ArrayList<>();
        paths.keySet()
                .forEach(input -> input(
                                input, calculation, control.group("inputs").spanOf(input))
                        .ifPresent(given::add));
        List<TableRows.Line> lines = rows.of(control);
        List<Calculator.Option> options = new ArrayList<>();
        List<Map<String, String>> alike = new ArrayList<>();
        boolean usable = !name.isEmpty() && !paths.isEmpty() && given.size() == paths.size() && !lines.isEmpty();
        for (TableRows.Line line : usable ? lines : List.<TableRows.Line>of()) {
            Optional<List<Figure>> figures = figures(line, paths, given, control);
            Optional<Map<String, String>> same = alike(line, control);
            if (figures.isPresent() && same.isPresent()) {
                options.add(new Calculator.Option(
                        line.id(),
                        line.title(),
                        figures.get(),
                        figures.get().stream().map(Figure::address).toList().equals(addresses(given))));
                alike.add(same.get());
            }
        }
        if (!usable || options.size() < lines.size() || !startsAmong(options, given, control)) {
            return Optional.empty();
        }
        return Optional.of(new CalculatorProgram.Moved(
                new Calculator.Control(
                        name, control.needed("title"), control.text("note"), given, Optional.empty(), options),
                paths.keySet().stream()
                        .map(input -> calculation.id() + "." + input)
                        .toList(),
                alike));
    }

    private static List<String> addresses(List<Figure> figures) {
        return figures.stream().map(Figure::address).toList();
    }

    private boolean startsAmong(List<Calculator.Option> options, List<Figure> given, Keys control) {
        boolean among = options.stream().filter(Calculator.Option::start).count() == 1;
        if (!among) {
            findings.error(
                    "calculator-start",
                    control.span(),
                    "the calculation begins with " + String.join(" and ", addresses(given))
                            + ", which is not one of the records to choose from",
                    "bind the inputs of the calculation to one of these records");
        }
        return among;
    }

    private Optional<List<Figure>> figures(
            TableRows.Line line, Map<String, String> paths, List<Figure> given, Keys control) {
        List<Figure> figures = new ArrayList<>();
        for (String path : paths.values()) {
            Optional<Figure> figure = rows.figure(line, path);
            if (figure.isEmpty()) {
                findings.error(
                        "unknown-figure",
                        control.spanOf("inputs"),
                        "\"" + line.id() + "\" has no figure \"" + path + "\"",
                        "leave the record out, or state the value");
                return Optional.empty();
            }
            Figure start = given.get(figures.size());
            if (workbook.failed(figure.get().address())) {
                return Optional.empty();
            }
            if (!figure.get().unit().commensurable(start.unit())) {
                findings.error(
                        "dimension",
                        control.spanOf("inputs"),
                        "%s is in %s, but %s in %s"
                                .formatted(
                                        figure.get().address(),
                                        Program.named(figure.get().unit()),
                                        start.address(),
                                        Program.named(start.unit())),
                        "choose among figures of the same dimension");
                return Optional.empty();
            }
            figures.add(figure.get());
        }
        return Optional.of(figures);
    }

    /** Texts of a record that the choices must agree in, by the name of the qualifier that they are treated as. */
    private Optional<Map<String, String>> alike(TableRows.Line line, Keys control) {
        Map<String, String> alike = new TreeMap<>();
        for (Map.Entry<String, String> each : control.textByKey("alike").entrySet()) {
            List<String> words = TableRows.words(line.find(each.getValue()));
            if (words.size() != 1) {
                findings.error(
                        "unknown-field",
                        control.spanOf("alike"),
                        "\"" + line.id() + "\" has no text \"" + each.getValue() + "\"",
                        "name a text field that every record has");
                return Optional.empty();
            }
            alike.put(each.getKey(), words.getFirst());
        }
        return Optional.of(alike);
    }
}
