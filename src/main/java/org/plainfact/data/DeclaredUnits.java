package org.plainfact.data;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/** SI and what a project declares beside it. */
final class DeclaredUnits implements Units, UnitExpression.Names {
    private final SiUnits si;
    private final Map<String, ScaledUnit> declared;
    private final Predicate<String> faulty;
    private final List<String> longNames;
    private final Map<String, ScaledUnit> read = new ConcurrentHashMap<>();

    /**
     * @param declared by every name they may be written with
     * @param faulty whether a name's declaration was told as faulty, so that its uses are not told as well
     */
    DeclaredUnits(SiUnits si, Map<String, ScaledUnit> declared, Predicate<String> faulty) {
        this.si = si;
        this.faulty = faulty;
        this.declared = Collections.unmodifiableMap(new TreeMap<>(declared));
        this.longNames = this.declared.keySet().stream()
                .filter(name -> name.chars().anyMatch(c -> " /·*^()".indexOf(c) >= 0))
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    @Override
    public Optional<Unit> find(String name) {
        try {
            return Optional.of(read(name));
        } catch (UnreadableUnit e) {
            return Optional.empty();
        }
    }

    @Override
    public Unit read(String name, SourceSpan place, Findings findings) {
        try {
            return read(name);
        } catch (UnreadableUnit e) {
            if (!e.isTold()) {
                findings.add(new Finding(Severity.ERROR, "unknown-unit", place, e.problem(), e.hint()));
            }
            return new UnknownUnit(name.isBlank() ? "?" : name);
        }
    }

    ScaledUnit read(String name) throws UnreadableUnit {
        ScaledUnit known = read.get(name);
        if (known != null) {
            return known;
        }
        ScaledUnit whole = declared.get(name);
        ScaledUnit unit = whole != null ? whole : expression(name);
        read.put(name, unit);
        return unit;
    }

    private ScaledUnit expression(String text) throws UnreadableUnit {
        try {
            return UnitExpression.read(text, this).written(text);
        } catch (UnreadableUnit e) {
            throw faulty.test(text) ? UnreadableUnit.told() : e;
        }
    }

    @Override
    public ScaledUnit unit(String name) throws UnreadableUnit {
        ScaledUnit known = declared.get(name);
        if (known != null) {
            return known;
        }
        String symbol = name.replace('μ', 'µ').replace('\u2126', 'Ω');
        return si.find(symbol).orElseThrow(() -> unknown(name));
    }

    @Override
    public int longNameAt(String text, int offset) {
        return longNames.stream()
                .filter(name -> text.startsWith(name, offset) && endsThere(text, offset + name.length()))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    private static boolean endsThere(String text, int end) {
        return end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    private UnreadableUnit unknown(String name) {
        if (faulty.test(name)) {
            return UnreadableUnit.told();
        }
        String problem = "unknown unit " + UnitExpression.quoted(name);
        if (name.equals("°C") || name.equals("℃") || name.equals("°F")) {
            return new UnreadableUnit(
                    name + " has a zero of its own, so that values cannot be multiplied", "give the temperature in K");
        }
        return new UnreadableUnit(problem, hint(name));
    }

    /** Symbols of SI are so short that only a slip of capitals can be told from another symbol. */
    private Optional<String> hint(String name) {
        Optional<String> sameLetters = Stream.concat(declared.keySet().stream(), si.names().stream())
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(near -> "did you mean " + UnitExpression.quoted(near) + "?");
        List<String> words =
                declared.keySet().stream().filter(known -> known.length() > 2).toList();
        return sameLetters
                .or(() -> name.length() > 2 ? Nearest.hint(name, words) : Optional.empty())
                .or(() -> Optional.of("declare it in data/units.json"));
    }

    @Override
    public Unit one() {
        return ScaledUnit.ONE;
    }

    @Override
    public Collection<String> names() {
        return declared.keySet();
    }
}
