package org.plainfact.data;

/**
 * A unit of measurement, as {@link Units} reads it. Two units are equal when their labels are.
 *
 * <p>Contract for implementers: immutable, safe to share between threads.
 */
public interface Unit {
    /** As printed after a value: {@code kWh/m²}; empty for the pure numbers {@code ratio} and {@code count}. */
    String name();

    /** As written in data, never empty: for findings. */
    String label();

    /** As read aloud: {@code tokens per second per megawatt}; the name where nothing else is declared. */
    String spoken();

    /** Whether values can be converted into the other unit. */
    boolean commensurable(Unit other);

    /**
     * What a value in this unit is multiplied by to be in the other.
     *
     * @throws IllegalArgumentException when the units are not {@link #commensurable}
     * @throws ArithmeticException when the factor is too large or too small for a double
     */
    double factorTo(Unit other);

    Unit times(Unit other);

    Unit dividedBy(Unit other);

    /**
     * To a rational power, as {@code numerator / denominator}.
     *
     * @throws ArithmeticException when an exponent in the result goes beyond ±999
     */
    Unit toThe(int numerator, int denominator);

    /** Whether this is a pure number. */
    boolean dimensionless();

    /** The dimension in base units, for messages: {@code W·K⁻⁴·m⁻²}; {@code 1} for a pure number. */
    String dimension();
}
