package org.plainfact.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<String, ScaledUnit> symbols = new LinkedHashMap<>();
    private final Map<String, BigDecimal> prefixes = new HashMap<>();

    SiUnits() {
        for (MetricPrefix prefix : MetricPrefix.values()) {
            prefixes.put(prefix.getSymbol(), BigDecimal.ONE.scaleByPowerOfTen(prefix.getExponent()));
        }
        prefixable();
        accepted();
        ScaledUnit hour = symbol("h");
        addWithPrefixes(symbol("J").multipliedBy(ELECTRON_VOLT, "eV"), prefixes.keySet());
        addWithPrefixes(symbol("W").multiplied(hour).named("Wh", "Wh"), prefixes.keySet());
        addWithPrefixes(symbol("A").multiplied(hour).named("Ah", "Ah"), prefixes.keySet());
    }

    private void prefixable() {
        Map<String, Unit<?>> units = new LinkedHashMap<>();
        units.put("m", Units.METRE);
        units.put("g", Units.GRAM);
        units.put("s", Units.SECOND);
        units.put("A", Units.AMPERE);
        units.put("K", Units.KELVIN);
        units.put("mol", Units.MOLE);
        units.put("cd", Units.CANDELA);
        units.put("rad", Units.RADIAN);
        units.put("sr", Units.STERADIAN);
        units.put("Hz", Units.HERTZ);
        units.put("N", Units.NEWTON);
        units.put("Pa", Units.PASCAL);
        units.put("J", Units.JOULE);
        units.put("W", Units.WATT);
        units.put("C", Units.COULOMB);
        units.put("V", Units.VOLT);
        units.put("F", Units.FARAD);
        units.put("Ω", Units.OHM);
        units.put("S", Units.SIEMENS);
        units.put("Wb", Units.WEBER);
        units.put("T", Units.TESLA);
        units.put("H", Units.HENRY);
        units.put("lm", Units.LUMEN);
        units.put("lx", Units.LUX);
        units.put("Bq", Units.BECQUEREL);
        units.put("Gy", Units.GRAY);
        units.put("Sv", Units.SIEVERT);
        units.put("kat", Units.KATAL);
        units.put("L", Units.LITRE);
        units.put("l", Units.LITRE);
        units.put("bar", Units.PASCAL.multiply(100_000));
        units.forEach((symbol, unit) -> addWithPrefixes(read(symbol, unit), prefixes.keySet()));
    }

    /** Small multiples of these are not in use, and would read {@code ft} as a mass. */
    private void accepted() {
        addWithPrefixes(read("t", NonSI.TONNE), List.of("k", "M", "G"));
        Map<String, Unit<?>> units = new LinkedHashMap<>();
        units.put("min", Units.MINUTE);
        units.put("h", Units.HOUR);
        units.put("d", Units.DAY);
        units.put("ha", NonSI.HECTARE);
        units.put("au", Units.METRE.multiply(149_597_870_700L));
        units.put("°", NonSI.DEGREE_ANGLE);
        units.put("%", Units.PERCENT);
        units.forEach((symbol, unit) -> symbols.put(symbol, read(symbol, unit)));
    }

    /** A symbol with or without a prefix: {@code W}, {@code kW}. */
    Optional<ScaledUnit> find(String symbol) {
        return Optional.ofNullable(symbols.get(symbol));
    }

    Collection<String> names() {
        return symbols.keySet();
    }

    /** The unit and its multiples, by symbol. */
    Map<String, ScaledUnit> multiples(ScaledUnit unit) {
        return multiples(unit, prefixes.keySet());
    }

    private Map<String, ScaledUnit> multiples(ScaledUnit unit, Collection<String> allowed) {
        Map<String, ScaledUnit> multiples = new LinkedHashMap<>();
        multiples.put(unit.label(), unit);
        for (String prefix : allowed) {
            String symbol = prefix + unit.label();
            multiples.put(symbol, unit.multipliedBy(prefixes.getOrDefault(prefix, BigDecimal.ONE), symbol));
        }
        return multiples;
    }

    /** A symbol that has been given keeps its meaning: {@code cd}, {@code Pa}, {@code min}. */
    private void addWithPrefixes(ScaledUnit unit, Collection<String> allowed) {
        symbols.put(unit.label(), unit);
        multiples(unit, allowed).forEach(symbols::putIfAbsent);
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
