package org.plainfact.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.plainfact.data.Interval;
import org.plainfact.data.Quantity;

/**
 * How a figure is computed from one of those that it rests on, over however many formulas.
 *
 * @param steps every address between the two, both included, each behind those it needs; empty where the target does not
 *     depend on the other
 */
record Dependence(String target, String over, SequencedSet<String> steps, Workbook workbook) {
    static Dependence of(String target, String over, Workbook workbook) {
        SequencedSet<String> steps = new LinkedHashSet<>();
        for (String address : inOrder(target, over, workbook)) {
            boolean depends =
                    workbook.inputs(address).stream().flatMap(Optional::stream).anyMatch(steps::contains);
            if (address.equals(over) || depends) {
                steps.add(address);
            }
        }
        return new Dependence(target, over, steps.contains(target) ? steps : new LinkedHashSet<>(), workbook);
    }

    /** All that a figure is computed from, each behind its own inputs. Without recursion: a chain may be longer than the stack. */
    private static List<String> inOrder(String target, String over, Workbook workbook) {
        List<String> order = new ArrayList<>();
        Set<String> opened = new HashSet<>();
        Set<String> ordered = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(target));
        while (!waiting.isEmpty()) {
            String at = waiting.getFirst();
            if (opened.add(at) && !at.equals(over)) {
                workbook.inputs(at).stream()
                        .flatMap(Optional::stream)
                        .filter(input -> !opened.contains(input))
                        .forEach(waiting::addFirst);
            } else {
                waiting.removeFirst();
                if (ordered.add(at)) {
                    order.add(at);
                }
            }
        }
        return order;
    }

    /** Whether there is no value at all, as an input other than the one that runs is absent. */
    boolean lacksInput() {
        return steps.stream()
                .filter(address -> !address.equals(over))
                .flatMap(address -> workbook.inputs(address).stream())
                .flatMap(Optional::stream)
                .filter(input -> !steps.contains(input))
                .anyMatch(input -> workbook.figure(input).absent());
    }

    /**
     * The target's value, in its unit, where the other figure has this value in its own.
     *
     * @throws ArithmeticException where a formula has no value
     */
    Interval value(double at) {
        Map<String, Quantity> values = new HashMap<>();
        Figure runs = workbook.figure(over);
        Quantity last = new Quantity(Interval.point(at), runs.unit(), runs.qualifiers());
        for (String address : steps) {
            if (!address.equals(over)) {
                last = value(address, values);
            }
            values.put(address, last);
        }
        return last.range();
    }

    private Quantity value(String address, Map<String, Quantity> values) {
        List<Quantity> inputs = workbook.inputs(address).stream()
                .flatMap(Optional::stream)
                .flatMap(input -> Optional.ofNullable(values.get(input)).or(workbook.figure(input)::quantity).stream())
                .toList();
        Figure figure = workbook.figure(address);
        return workbook.at(address) instanceof Slot.Output output
                ? new Quantity(Application.value(output, inputs), figure.unit(), figure.qualifiers())
                : inputs.getFirst();
    }
}
