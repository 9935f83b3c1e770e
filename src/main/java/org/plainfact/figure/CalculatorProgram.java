package org.plainfact.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plainfact.data.Interval;
import org.plainfact.data.Status;
import org.plainfact.data.Unit;

/**
 * The part of a workbook that some results need, from inputs that are moved: for a browser to work out anew, and to be
 * tried over all that can be set.
 */
final class CalculatorProgram {
    /** Of a number that a reader puts in. */
    static final Status MOVED = Status.ASSUMPTION;

    private final Workbook workbook;
    private final List<Moved> moved;
    private final List<String> results;
    private final List<String> order;
    private final Map<String, List<Integer>> inputs = new HashMap<>();
    private final Set<String> anew = new LinkedHashSet<>();

    /**
     * A control and what it moves.
     *
     * @param addresses of the inputs
     * @param alike for each option what it must have in common with those of other controls
     */
    record Moved(Calculator.Control control, List<String> addresses, List<Map<String, String>> alike) {
        /** What no other control may have. */
        List<String> names() {
            return Stream.concat(Stream.of(control.name()), addresses.stream()).toList();
        }
    }

    CalculatorProgram(Workbook workbook, List<Moved> moved, List<String> results) {
        this.workbook = workbook;
        this.moved = moved;
        this.results = results;
        for (int control = 0; control < moved.size(); control++) {
            List<String> addresses = moved.get(control).addresses();
            for (int i = 0; i < addresses.size(); i++) {
                inputs.put(addresses.get(i), List.of(control, i));
            }
        }
        this.order = ordered();
        for (String address : order) {
            if (inputs.containsKey(address) || links(address).stream().anyMatch(anew::contains)) {
                anew.add(address);
            }
        }
    }

    /** Whether something that is needed could not be computed, which has been told. */
    boolean broken() {
        return order.stream().anyMatch(workbook::failed);
    }

    private List<String> links(String address) {
        return inputs.containsKey(address) || workbook.failed(address)
                ? List.of()
                : workbook.linksOf(address).stream().flatMap(Optional::stream).toList();
    }

    /** What the results are made of, each after what it is made of. Without recursion: a chain may be longer than the stack. */
    private List<String> ordered() {
        Set<String> done = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(results.reversed());
        while (!open.isEmpty()) {
            String at = open.getLast();
            Optional<String> next =
                    links(at).stream().filter(link -> !done.contains(link)).findFirst();
            if (done.contains(at) || next.isEmpty()) {
                done.add(at);
                open.removeLast();
            } else {
                open.addLast(next.get());
            }
        }
        return List.copyOf(done);
    }

    private Slot.Output output(String address) {
        return (Slot.Output) workbook.slot(address);
    }

    /** The address of the figure that an alias stands for, as far as it is worked out anew. */
    private String meant(String address) {
        String at = address;
        while (!inputs.containsKey(at) && workbook.slot(at) instanceof Slot.Alias) {
            at = links(at).getFirst();
        }
        return at;
    }

    /** Why a result cannot be worked out for some of what can be set; empty where it always can. */
    Optional<String> fault() {
        Map<String, Optional<Interval>> hulls = new HashMap<>();
        for (String address : order) {
            if (!anew.contains(address)) {
                hulls.put(address, range(workbook.figure(address)));
            } else if (inputs.containsKey(address)) {
                hulls.put(address, hull(address));
            } else if (workbook.slot(address) instanceof Slot.Output output) {
                try {
                    hulls.put(address, run(output, links(address), hulls));
                } catch (ArithmeticException e) {
                    return Optional.of(address + " cannot be computed: " + e.getMessage());
                }
            } else {
                hulls.put(address, hulls.getOrDefault(meant(address), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private Optional<Interval> run(Slot.Output output, List<String> links, Map<String, Optional<Interval>> hulls) {
        List<Interval> values = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Optional<Interval> value = hulls.getOrDefault(links.get(i), Optional.empty());
            Unit from = workbook.figure(links.get(i)).unit();
            Unit to = output.formula().formula().inputs().get(i).unit();
            value.ifPresent(range -> values.add(range.scaled(from.factorTo(to))));
        }
        return values.size() < links.size()
                ? Optional.empty()
                : Optional.of(output.formula()
                        .program()
                        .run(values)
                        .scaled(output.formula().formula().unit().factorTo(unit(output))));
    }

    private static Optional<Interval> range(Figure figure) {
        return figure.quantity().map(quantity -> quantity.range());
    }

    /** All that an input can be set to, in the unit that it begins with. */
    private Optional<Interval> hull(String address) {
        List<Integer> place = inputs.getOrDefault(address, List.of());
        Moved control = moved.get(place.getFirst());
        Optional<Calculator.Dial> dial = control.control().dial();
        if (dial.isPresent()) {
            return Optional.of(new Interval(
                    Double.parseDouble(dial.get().low()),
                    Double.parseDouble(dial.get().high())));
        }
        Unit unit = workbook.figure(address).unit();
        return control.control().options().stream()
                .flatMap(option -> option.figures().get(place.getLast()).quantity().stream())
                .map(quantity -> quantity.in(unit).range())
                .reduce((a, b) -> new Interval(Math.min(a.low(), b.low()), Math.max(a.high(), b.high())));
    }

    private static Unit unit(Slot.Output output) {
        return output.wishes().unit().orElse(output.formula().formula().unit());
    }

    /** For the script of calculators, which knows what the keys mean. */
    Map<String, Object> json() {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Object> nodes = new ArrayList<>();
        for (String address : order) {
            if (anew.contains(address)
                    && !(workbook.slot(address) instanceof Slot.Alias && !inputs.containsKey(address))) {
                Object node = inputs.containsKey(address)
                        ? Map.of("input", inputs.get(address))
                        : node(address, places, nodes);
                places.put(address, nodes.size());
                nodes.add(node);
            }
        }
        List<Integer> shown = new ArrayList<>();
        for (String result : results) {
            shown.add(place(result, places, nodes));
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("controls", moved.stream().map(CalculatorProgram::control).toList());
        out.put("nodes", nodes);
        out.put("results", shown);
        out.put("statuses", Status.words());
        out.put("plain", Stream.of(Status.values()).filter(Status::plain).count());
        out.put("moved", MOVED.ordinal());
        out.put("alike", alike());
        return out;
    }

    private Collection<String> alike() {
        Set<String> names = new TreeSet<>();
        moved.forEach(control -> control.alike().forEach(each -> names.addAll(each.keySet())));
        return names;
    }

    /** Where a figure stands among the nodes; one that nothing moves is put there as it is. */
    private int place(String address, Map<String, Integer> places, List<Object> nodes) {
        String meant = meant(address);
        Integer known = places.get(meant);
        if (known != null) {
            return known;
        }
        places.put(meant, nodes.size());
        nodes.add(value(workbook.figure(meant), Map.of()));
        return nodes.size() - 1;
    }

    private Map<String, Object> node(String address, Map<String, Integer> places, List<Object> nodes) {
        Slot.Output output = output(address);
        List<String> links = links(address);
        List<Object> operands = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            int place = place(links.get(i), places, nodes);
            operands.add(List.of(
                    place,
                    factors(
                            links.get(i),
                            output.formula().formula().inputs().get(i).unit())));
        }
        QualifierRules rules = output.formula().rules();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("operands", operands);
        out.put("code", output.formula().program().code());
        out.put("factor", TableJson.plain(output.formula().formula().unit().factorTo(unit(output))));
        out.put("unit", unit(output).label());
        output.wishes().digits().ifPresent(digits -> out.put("digits", digits));
        out.put("count", output.formula().program().counts());
        out.put("status", output.wishes().strongest().orElse(Status.CONSTANT).ordinal());
        out.put("requires", new TreeMap<>(rules.requires()));
        out.put("sets", new TreeMap<>(rules.sets()));
        out.put("across", new TreeSet<>(rules.across()));
        out.put("drops", new TreeSet<>(rules.drops()));
        return out;
    }

    /** By what a value is multiplied to be in the unit of an input, for each unit that it can come in. */
    private Map<String, Object> factors(String address, Unit wanted) {
        List<Integer> place = inputs.get(meant(address));
        Stream<Unit> units = place == null
                        || moved.get(place.getFirst()).control().dial().isPresent()
                ? Stream.of(workbook.figure(address).unit())
                : moved.get(place.getFirst()).control().options().stream()
                        .map(option -> option.figures().get(place.getLast()).unit());
        Map<String, Object> factors = new TreeMap<>();
        units.filter(unit -> !unit.equals(wanted))
                .forEach(unit -> factors.put(unit.label(), TableJson.plain(unit.factorTo(wanted))));
        return factors;
    }

    private static Map<String, Object> control(Moved moved) {
        Calculator.Control control = moved.control();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", control.name());
        if (control.dial().isPresent()) {
            out.put("low", number(control.dial().get().low()));
            out.put("high", number(control.dial().get().high()));
            out.put("step", number(control.dial().get().step()));
            out.put("start", number(control.dial().get().value()));
            out.put("value", value(control.given().getFirst(), Map.of()));
            return out;
        }
        List<Object> options = new ArrayList<>();
        for (int i = 0; i < control.options().size(); i++) {
            Map<String, String> alike = moved.alike().get(i);
            Map<String, Object> option = new LinkedHashMap<>();
            option.put("id", control.options().get(i).id());
            option.put(
                    "values",
                    control.options().get(i).figures().stream()
                            .map(figure -> value(figure, alike))
                            .toList());
            options.add(option);
            if (control.options().get(i).start()) {
                out.put("start", i);
            }
        }
        out.put("options", options);
        return out;
    }

    private static Number number(String text) {
        return TableJson.plain(Double.parseDouble(text));
    }

    private static Map<String, Object> value(Figure figure, Map<String, String> alike) {
        Map<String, Object> out = new LinkedHashMap<>();
        figure.quantity()
                .ifPresent(quantity -> out.put(
                        "range",
                        List.of(
                                TableJson.plain(quantity.range().low()),
                                TableJson.plain(quantity.range().high()))));
        out.put("unit", figure.unit().label());
        out.put("status", figure.provenance().status().ordinal());
        Map<String, String> qualifiers = new TreeMap<>(figure.qualifiers().values());
        qualifiers.putAll(alike);
        out.put("qualifiers", qualifiers);
        return out;
    }
}
