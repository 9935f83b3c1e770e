package org.plainfact.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainfact.data.Interval;
import org.plainfact.data.Provenance;
import org.plainfact.data.Qualifiers;
import org.plainfact.data.Quantity;
import org.plainfact.data.Status;
import org.plainfact.data.Unit;
import org.plainfact.data.Units;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/**
 * A figure as a published ledger gives it. What is not of the ledger's form is refused with an
 * {@link IllegalArgumentException} that says so.
 *
 * @param json keys and values of {@link Ledger#json()}
 * @param span where it stands in the ledger
 */
record Published(Map<String, @Nullable Object> json, SourceSpan span) {
    Published {
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    /** One of a list; keys are texts in all JSON. */
    static Published of(@Nullable Object json, SourceSpan span) {
        return new Published(map(json), span);
    }

    private static Map<String, @Nullable Object> map(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("no object: " + json);
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, value) -> out.put(String.valueOf(key), value));
        return out;
    }

    String address() {
        return text("id");
    }

    boolean derived() {
        return json.containsKey("formula");
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is no text"));
    }

    private Optional<String> optional(String key) {
        return json.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private List<?> list(String key) {
        if (json.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("\"" + key + "\" is no list");
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    /** Empty where the value is not stated. */
    Optional<Interval> range() {
        try {
            return json.containsKey("value")
                    ? Optional.of(Interval.point(number("value")))
                    : Optional.of("low")
                            .filter(json::containsKey)
                            .map(low -> new Interval(number(low), number("high")));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private double number(String key) {
        if (json.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("\"" + key + "\" is no number");
    }

    /** The addresses bound to the inputs of the formula, by the names of these. */
    Map<String, String> inputs() {
        Map<String, String> bound = new LinkedHashMap<>();
        for (Object item : list("inputs")) {
            Published input = of(item, span);
            bound.put(input.text("name"), input.text("figure"));
        }
        return bound;
    }

    Unit unit(Units units, Findings findings) {
        String name = text("unit");
        return name.isEmpty() ? units.one() : units.read(name, span, findings);
    }

    /** As an input of others: without the way it was computed. */
    Figure figure(Units units, Findings findings) {
        Unit unit = unit(units, findings);
        return new Figure(
                address(),
                record(),
                field(),
                text("title"),
                text("subject"),
                range().map(range -> new Quantity(range, unit, qualifiers())),
                unit,
                qualifiers(),
                new Provenance(status(text("status")), optional("as-of"), new TreeSet<>(texts("sources"))),
                text("display"),
                Optional.empty(),
                optional("note"),
                optional("not-for"),
                SourceSpan.of(text("file")),
                text("pointer"));
    }

    /** The formula applied to what is bound to it. */
    Slot.Output output(DeclaredFormula formula, Units units, Findings findings) {
        return new Slot.Output(
                record(),
                field(),
                text("title"),
                text("subject"),
                formula,
                List.of(record()),
                bindings(formula),
                new Slot.Wishes(
                        Optional.of(unit(units, findings)),
                        digits(),
                        optional("strongest-status").map(Published::status),
                        false,
                        optional("note"),
                        optional("not-for")),
                span,
                text("pointer"));
    }

    private List<Slot.Binding> bindings(DeclaredFormula formula) {
        Map<String, String> bound = inputs();
        List<Slot.Binding> bindings = new ArrayList<>();
        for (Formula.Parameter input : formula.formula().inputs()) {
            String address = bound.get(input.name());
            if (address == null) {
                throw new IllegalArgumentException("nothing is bound to the input \"" + input.name() + "\"");
            }
            bindings.add(new Slot.Binding(address, true, span));
        }
        return bindings;
    }

    private Optional<Integer> digits() {
        if (!json.containsKey("digits")) {
            return Optional.empty();
        }
        double digits = number("digits");
        if (digits < 1 || digits > Display.MAX_DIGITS || digits != Math.rint(digits)) {
            throw new IllegalArgumentException("\"digits\" is " + digits);
        }
        return Optional.of((int) digits);
    }

    private Qualifiers qualifiers() {
        SortedMap<String, String> values = new TreeMap<>();
        if (json.containsKey("qualifiers")) {
            map(json.get("qualifiers")).forEach((name, value) -> values.put(name, String.valueOf(value)));
        }
        return Qualifiers.of(values);
    }

    private static Status status(String word) {
        return Status.of(word).orElseThrow(() -> new IllegalArgumentException("no status: " + word));
    }

    private String record() {
        return address().substring(0, dot());
    }

    private String field() {
        return address().substring(dot() + 1);
    }

    private int dot() {
        int dot = address().indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("no address: " + address());
        }
        return dot;
    }
}
