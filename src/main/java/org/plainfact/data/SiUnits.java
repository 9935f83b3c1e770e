package org.plainfact.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.measure.IncommensurableException;
import javax.measure.MetricPrefix;
import javax.measure.Unit;
import si.uom.NonSI;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.Units;

/** The symbols of SI, with prefixes, and of the units accepted beside it. */
final class SiUnits {
    /** In joules, exact since 2019; the library has an older measurement. */
    private static final BigDecimal ELECTRON_VOLT = new BigDecimal("1.602176634E-19");

    private static final Map<String, BigDecimal> PREFIXES = Arrays.stream(MetricPrefix.values())
            .collect(Collectors.toMap(
                    MetricPrefix::getSymbol, prefix -> BigDecimal.ONE.scaleByPowerOfTen(prefix.getExponent())));

    /** Small multiples of a tonne are not in use, and would read {@code ft} as a mass. */
    private static final Set<String> OF_A_TONNE = Set.of("k", "M", "G");

    /**
     * A unit with a symbol of its own.
     *
     * @param unit makes it of those that have been made
     * @param prefixes that it is used with
     */
    private record Symbol(Function<SiUnits, ScaledUnit> unit, Set<String> prefixes) {}

    /** In the order in which multiples are looked for. */
    private static final Map<String, Symbol> SYMBOLS = new LinkedHashMap<>();

    static {
        add("m", Units.METRE);
        add("g", Units.GRAM);
        add("s", Units.SECOND);
        add("A", Units.AMPERE);
        add("K", Units.KELVIN);
        add("mol", Units.MOLE);
        add("cd", Units.CANDELA);
        add("rad", Units.RADIAN);
        add("sr", Units.STERADIAN);
        add("Hz", Units.HERTZ);
        add("N", Units.NEWTON);
        add("Pa", Units.PASCAL);
        add("J", Units.JOULE);
        add("W", Units.WATT);
        add("C", Units.COULOMB);
        add("V", Units.VOLT);
        add("F", Units.FARAD);
        add("Ω", Units.OHM);
        add("S", Units.SIEMENS);
        add("Wb", Units.WEBER);
        add("T", Units.TESLA);
        add("H", Units.HENRY);
        add("lm", Units.LUMEN);
        add("lx", Units.LUX);
        add("Bq", Units.BECQUEREL);
        add("Gy", Units.GRAY);
        add("Sv", Units.SIEVERT);
        add("kat", Units.KATAL);
        add("L", Units.LITRE);
        add("l", Units.LITRE);
        add("bar", Units.PASCAL.multiply(100_000));
        add("t", NonSI.TONNE, OF_A_TONNE);
        add("min", Units.MINUTE, Set.of());
        add("h", Units.HOUR, Set.of());
        add("d", Units.DAY, Set.of());
        add("ha", NonSI.HECTARE, Set.of());
        add("au", Units.METRE.multiply(149_597_870_700L), Set.of());
        add("°", NonSI.DEGREE_ANGLE, Set.of());
        add("%", Units.PERCENT, Set.of());
        add("eV", si -> si.symbol("J").multipliedBy(ELECTRON_VOLT, "eV"));
        add("Wh", si -> si.symbol("W").multiplied(si.symbol("h")).named("Wh", "Wh"));
        add("Ah", si -> si.symbol("A").multiplied(si.symbol("h")).named("Ah", "Ah"));
    }

    /** What has been asked for: there are a thousand multiples, of which a site uses few. */
    private final Map<String, ScaledUnit> made = new ConcurrentHashMap<>();

    private static void add(String symbol, Unit<?> unit) {
        add(symbol, unit, PREFIXES.keySet());
    }

    private static void add(String symbol, Unit<?> unit, Set<String> prefixes) {
        SYMBOLS.put(symbol, new Symbol(si -> read(symbol, unit), prefixes));
    }

    private static void add(String symbol, Function<SiUnits, ScaledUnit> unit) {
        SYMBOLS.put(symbol, new Symbol(unit, PREFIXES.keySet()));
    }

    /** A symbol with or without a prefix: {@code W}, {@code kW}. Without one it keeps its meaning: {@code cd}, {@code Pa}, {@code min}. */
    Optional<ScaledUnit> find(String symbol) {
        ScaledUnit before = made.get(symbol);
        if (before != null) {
            return Optional.of(before);
        }
        // The first that is put in counts: a unit is known by the object that it is.
        return make(symbol).map(unit -> Objects.requireNonNullElse(made.putIfAbsent(symbol, unit), unit));
    }

    private Optional<ScaledUnit> make(String symbol) {
        Symbol own = SYMBOLS.get(symbol);
        return own == null ? multiple(symbol) : Optional.of(own.unit().apply(this));
    }

    private Optional<ScaledUnit> multiple(String symbol) {
        for (Map.Entry<String, Symbol> known : SYMBOLS.entrySet()) {
            if (symbol.endsWith(known.getKey())) {
                String prefix =
                        symbol.substring(0, symbol.length() - known.getKey().length());
                if (known.getValue().prefixes().contains(prefix)) {
                    return Optional.of(multiple(prefix, symbol(known.getKey())));
                }
            }
        }
        return Optional.empty();
    }

    private static ScaledUnit multiple(String prefix, ScaledUnit unit) {
        return unit.multipliedBy(PREFIXES.getOrDefault(prefix, BigDecimal.ONE), prefix + unit.label());
    }

    Collection<String> names() {
        Set<String> names = new LinkedHashSet<>();
        SYMBOLS.forEach((symbol, known) -> {
            names.add(symbol);
            known.prefixes().forEach(prefix -> names.add(prefix + symbol));
        });
        return names;
    }

    /** The unit and its multiples, by symbol. */
    Map<String, ScaledUnit> multiples(ScaledUnit unit) {
        Map<String, ScaledUnit> multiples = new LinkedHashMap<>();
        multiples.put(unit.label(), unit);
        PREFIXES.keySet().forEach(prefix -> multiples.put(prefix + unit.label(), multiple(prefix, unit)));
        return multiples;
    }

    private ScaledUnit symbol(String symbol) {
        return find(symbol).orElseThrow(() -> new IllegalStateException("no unit " + symbol));
    }

    private static ScaledUnit read(String symbol, Unit<?> unit) {
        try {
            Number scale = unit.getConverterToAny(unit.getSystemUnit()).convert((Number) 1);
            return ScaledUnit.of(symbol, exact(scale), dimension(unit.getSystemUnit()));
        } catch (IncommensurableException e) {
            throw new IllegalStateException(symbol, e);
        }
    }

    private static BigDecimal exact(Number number) {
        return number instanceof RationalNumber rational
                ? new BigDecimal(rational.getDividend())
                        .divide(new BigDecimal(rational.getDivisor()), MathContext.DECIMAL128)
                : new BigDecimal(number.toString());
    }

    private static Powers dimension(Unit<?> unit) {
        if (unit instanceof BaseUnit<?> base) {
            return Powers.of(base.getSymbol());
        }
        Map<? extends Unit<?>, Integer> bases = unit.getBaseUnits();
        Powers dimension = Powers.NONE;
        if (bases != null) {
            for (Map.Entry<? extends Unit<?>, Integer> base : bases.entrySet()) {
                dimension = dimension.times(dimension(base.getKey()).toThe(Exponent.of(base.getValue(), 1)));
            }
        }
        return dimension;
    }
}
