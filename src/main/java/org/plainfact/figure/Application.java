package org.plainfact.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.data.Interval;
import org.plainfact.data.Provenance;
import org.plainfact.data.Quantity;
import org.plainfact.data.Status;
import org.plainfact.data.Unit;
import org.plainfact.source.Findings;

/** Applies a formula to the figures bound to its inputs. */
final class Application {
    private final Findings findings;

    Application(Findings findings) {
        this.findings = findings;
    }

    /** Empty after a finding. An absent input gives an absent figure, which is none. */
    Optional<Figure> apply(Slot.Output output, List<Figure> inputs) {
        QualifierRules.Merged merged = output.formula().rules().merge(inputs);
        merged.conflicts()
                .forEach(conflict ->
                        findings.error(conflict.rule(), output.span(), conflict.problem(), conflict.hint()));
        if (!fit(output, inputs) || !merged.conflicts().isEmpty()) {
            return Optional.empty();
        }
        if (inputs.stream().anyMatch(Figure::absent)) {
            tellRequired(output, inputs);
            return Optional.of(figure(output, inputs, merged, Optional.empty()));
        }
        return run(output, inputs).map(range -> figure(output, inputs, merged, Optional.of(range)));
    }

    private static Formula formula(Slot.Output output) {
        return output.formula().formula();
    }

    private boolean fit(Slot.Output output, List<Figure> inputs) {
        boolean fit = true;
        for (int i = 0; i < inputs.size(); i++) {
            Formula.Parameter parameter = formula(output).inputs().get(i);
            Unit unit = inputs.get(i).unit();
            if (!unit.commensurable(parameter.unit())) {
                fit = false;
                findings.error(
                        "dimension",
                        output.bindings().get(i).span(),
                        "the input \"%s\" of the formula \"%s\" is in %s (%s), but %s is in %s (%s)"
                                .formatted(
                                        parameter.name(),
                                        formula(output).id(),
                                        Program.named(parameter.unit()),
                                        parameter.unit().dimension(),
                                        inputs.get(i).address(),
                                        Program.named(unit),
                                        unit.dimension()),
                        "bind a figure of the same dimension");
            }
        }
        return fit;
    }

    private void tellRequired(Slot.Output output, List<Figure> inputs) {
        if (output.wishes().required()) {
            List<String> absent =
                    inputs.stream().filter(Figure::absent).map(Figure::address).toList();
            findings.error(
                    "absent-input",
                    output.span(),
                    "\"%s\" is required, but not stated is %s".formatted(output.address(), String.join(", ", absent)),
                    "state the value with its source, or remove \"required\": the result then reads not stated");
        }
    }

    /** In the unit that the output asks for. */
    private Optional<Interval> run(Slot.Output output, List<Figure> inputs) {
        try {
            return Optional.of(value(
                    output,
                    inputs.stream().flatMap(input -> input.quantity().stream()).toList()));
        } catch (ArithmeticException e) {
            findings.error(
                    "arithmetic",
                    output.span(),
                    "\"%s\" cannot be computed: %s, in %s"
                            .formatted(output.address(), e.getMessage(), substituted(output, inputs)),
                    "correct the inputs or the formula");
            return Optional.empty();
        }
    }

    /**
     * What an output is, in the unit that it asks for, with these values in its formula.
     *
     * @throws ArithmeticException where the formula has no value
     */
    static Interval value(Slot.Output output, List<Quantity> inputs) {
        List<Interval> values = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Unit unit = formula(output).inputs().get(i).unit();
            values.add(inputs.get(i).in(unit).range());
        }
        Interval range = output.formula().program().run(values);
        return range.scaled(formula(output).unit().factorTo(unit(output)));
    }

    private static Unit unit(Slot.Output output) {
        return output.wishes().unit().orElse(formula(output).unit());
    }

    private Figure figure(
            Slot.Output output, List<Figure> inputs, QualifierRules.Merged merged, Optional<Interval> range) {
        Unit unit = unit(output);
        return new Figure(
                output.address(),
                output.record(),
                output.field(),
                output.title(),
                output.subject(),
                range.map(value -> new Quantity(value, unit, merged.qualifiers())),
                unit,
                merged.qualifiers(),
                provenance(output, inputs),
                range.map(value -> display(output, value)).orElse(Display.NOT_STATED),
                Optional.of(working(output, inputs)),
                output.wishes().note(),
                output.wishes().notFor(),
                output.span(),
                output.pointer());
    }

    private static String display(Slot.Output output, Interval range) {
        return Display.computed(
                range, output.wishes().digits(), output.formula().program().counts());
    }

    private static Provenance provenance(Slot.Output output, List<Figure> inputs) {
        Status strongest = output.wishes().strongest().orElse(Status.CONSTANT);
        Provenance result =
                new Provenance(strongest, Optional.empty(), output.formula().sources());
        for (Figure input : inputs) {
            result = result.with(input.provenance());
        }
        return result;
    }

    private static Working working(Slot.Output output, List<Figure> inputs) {
        List<Working.Input> bound = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Formula.Parameter parameter = formula(output).inputs().get(i);
            bound.add(new Working.Input(parameter.name(), parameter.symbol(), parameter.title(), inputs.get(i)));
        }
        return new Working(
                formula(output),
                bound,
                substituted(output, inputs),
                output.wishes().digits(),
                output.wishes().strongest());
    }

    private static String substituted(Slot.Output output, List<Figure> inputs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(formula(output).inputs().get(i).name(), inputs.get(i).text());
        }
        return Notation.readable(output.formula().tree(), name -> values.getOrDefault(name, name));
    }
}
