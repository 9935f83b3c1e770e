package org.plainfact.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A unit as a multiple of base units. The multiple has forty digits, so that every conversion factor is the double
 * nearest to the true one.
 */
final class ScaledUnit implements Unit {
    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);
    static final ScaledUnit ONE = pure("ratio");

    private final String label;
    private final String name;
    private final String spoken;
    private final BigDecimal scale;
    private final Powers dimension;
    private final Powers factors;
    private final Map<ScaledUnit, Double> conversions = new ConcurrentHashMap<>();

    private ScaledUnit(String label, String name, String spoken, BigDecimal scale, Powers dimension, Powers factors) {
        if (scale.signum() <= 0) {
            throw new ArithmeticException("a unit is a positive multiple: " + label);
        }
        this.label = label;
        this.name = name;
        this.spoken = spoken;
        this.scale = scale;
        this.dimension = dimension;
        this.factors = factors;
    }

    /** A pure number whose name is not printed. */
    static ScaledUnit pure(String label) {
        return new ScaledUnit(label, "", "", BigDecimal.ONE, Powers.NONE, Powers.NONE);
    }

    static ScaledUnit number(BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) == 0 ? ONE : of(value.toString(), value.round(DIGITS), Powers.NONE);
    }

    /** A unit with a symbol of its own. */
    static ScaledUnit of(String symbol, BigDecimal scale, Powers dimension) {
        return new ScaledUnit(symbol, symbol, symbol, scale, dimension, Powers.of(symbol));
    }

    static ScaledUnit base(String symbol) {
        return of(symbol, BigDecimal.ONE, Powers.of(symbol));
    }

    /** The same under a name of its own. */
    ScaledUnit named(String symbol, String aloud) {
        return new ScaledUnit(symbol, symbol, aloud, scale, dimension, Powers.of(symbol));
    }

    /** The same as it was written; its factors stay, so that s cancels in (token/s)·s. */
    ScaledUnit written(String text) {
        return name.isEmpty() || name.equals(text) ? this : new ScaledUnit(text, text, text, scale, dimension, factors);
    }

    ScaledUnit multipliedBy(BigDecimal number, String symbol) {
        return of(symbol, scale.multiply(number, DIGITS), dimension);
    }

    boolean sameSizeAs(ScaledUnit other) {
        return dimension.equals(other.dimension) && scale.compareTo(other.scale) == 0;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String spoken() {
        return spoken;
    }

    @Override
    public boolean commensurable(Unit other) {
        return other instanceof UnknownUnit || dimension.equals(scaled(other).dimension);
    }

    @Override
    public double factorTo(Unit other) {
        return other instanceof UnknownUnit ? 1 : conversions.computeIfAbsent(scaled(other), this::factor);
    }

    private double factor(ScaledUnit other) {
        if (!dimension.equals(other.dimension)) {
            throw new IllegalArgumentException(
                    label + " is " + dimension() + ", " + other.label + " is " + other.dimension());
        }
        double factor = scale.divide(other.scale, DIGITS).doubleValue();
        if (factor == 0 || Double.isInfinite(factor)) {
            throw new ArithmeticException("the factor from " + label + " to " + other.label + " is out of range");
        }
        return factor;
    }

    @Override
    public Unit times(Unit other) {
        return other instanceof UnknownUnit ? other : multiplied(scaled(other));
    }

    ScaledUnit multiplied(ScaledUnit other) {
        return composed(
                scale.multiply(other.scale, DIGITS), dimension.times(other.dimension), factors.times(other.factors));
    }

    @Override
    public Unit dividedBy(Unit other) {
        return times(other.toThe(-1, 1));
    }

    @Override
    public Unit toThe(int numerator, int denominator) {
        return raised(Exponent.of(numerator, denominator));
    }

    ScaledUnit raised(Exponent exponent) {
        return composed(
                root(scale.pow(exponent.numerator(), DIGITS), exponent.denominator()),
                dimension.toThe(exponent),
                factors.toThe(exponent));
    }

    private static ScaledUnit composed(BigDecimal scale, Powers dimension, Powers factors) {
        if (factors.isNone()) {
            return ONE;
        }
        String name = factors.fraction();
        return new ScaledUnit(name, name, name, scale, dimension, factors);
    }

    /** Newton's method; a power of ten is split off first, for a start within the range of a double. */
    private static BigDecimal root(BigDecimal number, int degree) {
        if (degree == 1) {
            return number;
        }
        int tens = Math.floorDiv(number.precision() - number.scale(), degree);
        BigDecimal rest = number.scaleByPowerOfTen(-tens * degree);
        BigDecimal n = BigDecimal.valueOf(degree);
        BigDecimal at = BigDecimal.valueOf(Math.pow(rest.doubleValue(), 1.0 / degree));
        for (int i = 0; i < 4; i++) {
            BigDecimal slope = n.multiply(at.pow(degree - 1, DIGITS), DIGITS);
            at = at.subtract(at.pow(degree, DIGITS).subtract(rest, DIGITS).divide(slope, DIGITS), DIGITS);
        }
        return at.scaleByPowerOfTen(tens);
    }

    @Override
    public boolean dimensionless() {
        return dimension.isNone();
    }

    /** With a power of W, J, N or Pa in it where that is shorter than kg, m and s alone. */
    @Override
    public String dimension() {
        Exponent mass = dimension.of().get("kg");
        if (dimension.isNone() || mass == null) {
            return dimension.isNone() ? "1" : dimension.product();
        }
        Powers shortest = dimension;
        for (Map.Entry<String, Powers> derived : DERIVED.entrySet()) {
            Powers other = dimension
                    .times(derived.getValue().toThe(mass.negated()))
                    .times(Powers.of(derived.getKey()).toThe(mass));
            if (other.size() < shortest.size()) {
                shortest = other;
            }
        }
        return shortest.product();
    }

    private static final Map<String, Powers> DERIVED = new TreeMap<>(
            Map.of("J", mechanical(2, -2), "N", mechanical(1, -2), "Pa", mechanical(-1, -2), "W", mechanical(2, -3)));

    private static Powers mechanical(int metres, int seconds) {
        return Powers.of("kg")
                .times(Powers.of("m").toThe(new Exponent(metres, 1)))
                .times(Powers.of("s").toThe(new Exponent(seconds, 1)));
    }

    private static ScaledUnit scaled(Unit unit) {
        if (unit instanceof ScaledUnit scaled) {
            return scaled;
        }
        throw new IllegalArgumentException("a unit of another kind: " + unit.getClass());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScaledUnit unit && label.equals(unit.label) && sameSizeAs(unit);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    @Override
    public String toString() {
        return label;
    }
}
