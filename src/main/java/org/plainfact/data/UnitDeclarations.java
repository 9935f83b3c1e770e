package org.plainfact.data;

import static org.plainfact.data.UnitExpression.quoted;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainfact.source.Findings;
import tools.jackson.databind.JsonNode;

/** Reads the records of {@code data/units.json}; definitions may name units that are declared further down. */
final class UnitDeclarations implements UnitExpression.Names {
    private final SiUnits si = new SiUnits();
    private final Findings findings;
    private final Map<String, JsonValue> waiting = new LinkedHashMap<>();
    private final Map<String, ScaledUnit> declared = new HashMap<>();
    private final Set<Integer> settled = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> faulty = new HashSet<>();

    private UnitDeclarations(Findings findings) {
        this.findings = findings;
        List.of("ratio", "count").forEach(name -> declared.put(name, ScaledUnit.pure(name)));
    }

    static DeclaredUnits read(List<JsonValue> records, Findings findings) {
        return new UnitDeclarations(findings).declare(records);
    }

    /** For declarations that could not be read at all: no unit is told as unknown. */
    static DeclaredUnits unreadable() {
        return new DeclaredUnits(new SiUnits(), Map.of(), name -> true);
    }

    private DeclaredUnits declare(List<JsonValue> records) {
        records.forEach(this::await);
        List.copyOf(waiting.keySet()).forEach(this::settle);
        return new DeclaredUnits(si, declared, faulty::contains);
    }

    private void await(JsonValue record) {
        Optional<String> name = name(record).filter(text -> !text.isBlank());
        if (name.isEmpty()) {
            findings.error(
                    "unit-definition",
                    record.span(),
                    "a unit without a name",
                    "give it as \"name\", as data and pages write it");
            return;
        }
        JsonValue first = waiting.putIfAbsent(name.get(), record);
        if (first != null) {
            findings.error(
                    "unit-definition",
                    record.span(),
                    "the unit " + quoted(name.get()) + " is declared twice; first at " + first.span());
        }
        record.text("id").ifPresent(id -> waiting.putIfAbsent(id, record));
    }

    private static Optional<String> name(JsonValue record) {
        return record.text("name").or(() -> record.text("id"));
    }

    /** Defines a unit that has a record; what it cannot be is told and leaves it out. */
    private void settle(String name) {
        JsonValue record = waiting.get(name);
        if (record == null || settled.contains(record.index()) || faulty.contains(name)) {
            return;
        }
        String shown = name(record).orElse(name);
        try {
            if (!open.add(shown)) {
                throw new UnreadableUnit("the unit " + quoted(shown) + " is defined by itself", Optional.empty());
            }
            declare(shown, record, define(shown, record));
            settled.add(record.index());
        } catch (UnreadableUnit e) {
            tell(record, e);
            faulty.add(shown);
            record.text("id").ifPresent(faulty::add);
        }
        open.remove(shown);
    }

    private void declare(String name, JsonValue record, ScaledUnit unit) {
        declared.put(name, unit);
        record.text("id").ifPresent(id -> declared.put(id, unit));
        if (flag(record, "prefixes")) {
            si.multiples(unit).forEach(declared::putIfAbsent);
        }
    }

    private void tell(JsonValue record, UnreadableUnit e) {
        if (!e.isTold()) {
            findings.error(
                    "unit-definition", record.get("definition").orElse(record).span(), e.problem(), e.hint());
        }
    }

    private ScaledUnit define(String name, JsonValue record) throws UnreadableUnit {
        Optional<String> definition = record.text("definition");
        boolean base = flag(record, "base");
        if (base && definition.isPresent()) {
            throw new UnreadableUnit(
                    "the unit " + quoted(name) + " is a base unit and has a definition", "remove one of the two");
        }
        Optional<ScaledUnit> builtIn = builtIn(name);
        String spoken = record.text("spoken").orElse(name);
        if (builtIn.isPresent()) {
            return again(name, spoken, builtIn.get(), definition, base);
        }
        if (base) {
            return ScaledUnit.base(name).named(name, spoken);
        }
        if (definition.isEmpty()) {
            throw new UnreadableUnit(
                    "the unit " + quoted(name) + " has no definition",
                    "give a \"definition\" in other units, or \"base\": true");
        }
        return UnitExpression.read(definition.get(), this).named(name, spoken);
    }

    /** A declaration of what is known already may say how it is read aloud, and must not change what it is. */
    private ScaledUnit again(String name, String spoken, ScaledUnit builtIn, Optional<String> definition, boolean base)
            throws UnreadableUnit {
        boolean differs = base
                || (definition.isPresent()
                        && !definition.get().equals(name)
                        && !UnitExpression.read(definition.get(), this).sameSizeAs(builtIn));
        if (differs) {
            throw new UnreadableUnit(
                    quoted(name) + " is a known unit and cannot be another one", "give yours another name");
        }
        return builtIn.name().isEmpty() ? builtIn : builtIn.named(name, spoken);
    }

    private Optional<ScaledUnit> builtIn(String name) {
        if (name.equals("ratio") || name.equals("count")) {
            return Optional.ofNullable(declared.get(name));
        }
        try {
            return Optional.of(UnitExpression.read(name, new DeclaredUnits(si, Map.of(), faulty::contains)));
        } catch (UnreadableUnit e) {
            return Optional.empty();
        }
    }

    @Override
    public ScaledUnit unit(String name) throws UnreadableUnit {
        settle(name);
        ScaledUnit unit = declared.get(name);
        return unit != null ? unit : new DeclaredUnits(si, declared, faulty::contains).unit(name);
    }

    @Override
    public int longNameAt(String text, int offset) {
        return waiting.keySet().stream()
                .filter(name -> name.indexOf('/') >= 0 || name.indexOf(' ') >= 0)
                .filter(name -> text.startsWith(name, offset))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static boolean flag(JsonValue record, String name) {
        JsonNode value = record.node().get(name);
        return value != null && value.isBoolean() && value.booleanValue();
    }
}
