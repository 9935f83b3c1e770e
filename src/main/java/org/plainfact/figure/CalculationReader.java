package org.plainfact.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.data.Interval;
import org.plainfact.data.Provenance;
import org.plainfact.data.Qualifiers;
import org.plainfact.data.Quantity;
import org.plainfact.data.Status;
import org.plainfact.data.Unit;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/** Puts the inputs and outputs of the collection {@code calculations} into a workbook. */
final class CalculationReader {
    private final Dataset dataset;
    private final Map<String, DeclaredFormula> formulas;
    private final Workbook workbook;
    private final Findings findings;

    CalculationReader(Dataset dataset, Map<String, DeclaredFormula> formulas, Workbook workbook, Findings findings) {
        this.dataset = dataset;
        this.formulas = formulas;
        this.workbook = workbook;
        this.findings = findings;
    }

    void read(Entry calculation) {
        Keys keys = Keys.of(calculation, findings);
        putInputs(calculation, keys);
        Keys outputs = keys.group("outputs");
        outputs.fields().keySet().forEach(name -> putOutput(calculation, keys, name, outputs.group(name)));
    }

    /** What stands in {@code inputs}, of a calculation or a claim. */
    void putInputs(Entry entry, Keys keys) {
        Keys inputs = keys.group("inputs");
        inputs.fields().forEach((name, field) -> putInput(entry, name, field, inputs.pointerOf(name)));
    }

    private void putInput(Entry calculation, String name, Field field, String pointer) {
        String id = calculation.id();
        workbook.put(id, id + "." + name, slot(calculation, name, field, pointer));
    }

    private Slot slot(Entry calculation, String name, Field field, String pointer) {
        return switch (field) {
            case Field.Measure measure ->
                new Slot.Recorded(RecordedFigures.figure(calculation, name, measure, pointer));
            case Field.Number number -> new Slot.Recorded(pure(calculation, name, number, pointer));
            case Field.Text text -> new Slot.Alias(calculation.id(), text.text(), text.span());
            case Field.Reference reference -> new Slot.Alias(calculation.id(), reference.address(), reference.span());
            case Field.Null other -> noValue(other);
            case Field.Flag other -> noValue(other);
            case Field.Items other -> noValue(other);
            case Field.Group other -> noValue(other);
        };
    }

    private Slot noValue(Field field) {
        if (!findings.tells(field.span(), "")) {
            findings.error(
                    "no-value",
                    field.span(),
                    "an input is an address, a quantity or a number",
                    "for a value that nobody states, write { \"value\": null, \"unit\": … }");
        }
        return new Slot.Broken(field.span());
    }

    /** A bare number is as good as one in the expression: it has no source and weakens nothing. */
    private Figure pure(Entry calculation, String name, Field.Number number, String pointer) {
        Unit one = dataset.units().one();
        Interval range = Interval.point(number.value());
        return new Figure(
                calculation.id() + "." + name,
                calculation.id(),
                name,
                RecordedFigures.words(name.substring(name.lastIndexOf('.') + 1)),
                calculation.title(),
                Optional.of(new Quantity(range, one, Qualifiers.NONE)),
                one,
                Qualifiers.NONE,
                new Provenance(Status.CONSTANT, Optional.empty(), new TreeSet<>()),
                Display.recorded(range),
                Optional.empty(),
                Optional.empty(),
                calculation.text("not-for"),
                number.span(),
                pointer);
    }

    private void putOutput(Entry calculation, Keys keys, String name, Keys output) {
        String id = calculation.id();
        String wanted = output.needed("formula");
        Optional<DeclaredFormula> formula = Optional.ofNullable(formulas.get(wanted));
        if (formula.isEmpty()) {
            tellUnknownFormula(wanted, output.spanOf("formula"));
            workbook.put(id, id + "." + name, new Slot.Broken(output.span()));
            return;
        }
        workbook.put(
                id,
                id + "." + name,
                new Slot.Output(
                        id,
                        name,
                        output.text("title").orElse(formula.get().formula().title()),
                        calculation.title(),
                        formula.get(),
                        List.of(id),
                        bindings(calculation, name, output, formula.get().formula()),
                        wishes(keys, output, formula.get().formula()),
                        output.span(),
                        output.pointer()));
    }

    /** A formula that is declared but could not be read has been told of already, as has a file. */
    void tellUnknownFormula(String id, SourceSpan span) {
        boolean declared = dataset.collection("formulas").stream()
                .anyMatch(entry -> entry.id().equals(id));
        if (!declared && !id.isEmpty() && dataset.complete()) {
            findings.error(
                    "unknown-formula",
                    span,
                    "there is no formula \"" + id + "\"",
                    Nearest.hint(id, formulas.keySet()).or(() -> Optional.of("declare it in data/formulas.json")));
        }
    }

    private List<Slot.Binding> bindings(Entry calculation, String name, Keys output, Formula formula) {
        Keys bound = output.group("inputs");
        tellUnknownInputs(bound, formula);
        List<Slot.Binding> bindings = new ArrayList<>();
        for (Formula.Parameter input : formula.inputs()) {
            Optional<Field> field = bound.get(input.name());
            if (field.isPresent() && !(field.get() instanceof Field.Text)) {
                String own = name + "." + input.name();
                putInput(calculation, own, field.get(), bound.pointerOf(input.name()));
                bindings.add(new Slot.Binding(own, true, field.get().span()));
            } else {
                bindings.add(binding(bound, input));
            }
        }
        return bindings;
    }

    /** What a column binds; plain values in it belong to the table. */
    List<Slot.Binding> columnBindings(Entry table, String key, Keys column, Formula formula) {
        return bindings(table, key, column, formula);
    }

    /** By the name that is bound, else by the input's own. */
    private static Slot.Binding binding(Keys bound, Formula.Parameter input) {
        return bound.text(input.name())
                .map(name -> new Slot.Binding(name, true, bound.spanOf(input.name())))
                .orElseGet(() -> new Slot.Binding(input.name().replace('_', '-'), false, bound.span()));
    }

    private void tellUnknownInputs(Keys bound, Formula formula) {
        List<String> names =
                formula.inputs().stream().map(Formula.Parameter::name).toList();
        bound.fields().forEach((name, field) -> {
            if (!names.contains(name)) {
                findings.error(
                        "unknown-input",
                        field.span(),
                        "the formula \"" + formula.id() + "\" has no input \"" + name + "\"",
                        Nearest.hint(name, names).or(() -> Optional.of("it has: " + String.join(", ", names))));
            }
        });
    }

    /** @param around the calculation or table */
    Slot.Wishes wishes(Keys around, Keys output, Formula formula) {
        return new Slot.Wishes(
                unit(output, formula),
                output.digits(),
                around.group("provenance").text("status").flatMap(Status::of),
                around.flag("required") || output.flag("required"),
                output.text("note").or(() -> around.text("note")),
                output.text("not-for").or(() -> around.text("not-for")).or(formula::notFor));
    }

    /** The unit that an output or column asks for, where it can be had. */
    Optional<Unit> unit(Keys keys, Formula formula) {
        Optional<Unit> unit = keys.text("unit").map(name -> named(name, keys.spanOf("unit")));
        if (unit.isPresent() && !unit.get().commensurable(formula.unit())) {
            findings.error(
                    "dimension",
                    keys.spanOf("unit"),
                    "the formula \"%s\" gives %s (%s), which cannot be shown in %s (%s)"
                            .formatted(
                                    formula.id(),
                                    Program.named(formula.unit()),
                                    formula.unit().dimension(),
                                    Program.named(unit.get()),
                                    unit.get().dimension()),
                    "use a unit of the same dimension");
            return Optional.empty();
        }
        return unit;
    }

    Unit named(String name, SourceSpan span) {
        return dataset.units().read(name, span, findings);
    }
}
