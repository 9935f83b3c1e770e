package org.plainfact.data;

/**
 * A unit of measurement, as {@link Units} reads it. Two units are equal when their names are.
 *
 * <p>Contract for implementers: immutable, safe to share between threads.
 */
public interface Unit {
    /** As written in data: {@code tokens/s per MW}. */
    String name();

    /** As read aloud: {@code tokens per second per megawatt}; the name where nothing else is declared. */
    String spoken();

    /** Whether values can be converted into the other unit. */
    boolean commensurable(Unit other);

    /**
     * What a value in this unit is multiplied by to be in the other.
     *
     * @throws IllegalArgumentException when the units are not {@link #commensurable}
     */
    double factorTo(Unit other);

    Unit times(Unit other);

    Unit dividedBy(Unit other);

    /** To a rational power, as {@code numerator / denominator}. */
    Unit toThe(int numerator, int denominator);

    /** Whether this is a pure number. */
    boolean dimensionless();

    /** The dimension in base units, for messages: {@code token·s⁻¹·W⁻¹}. */
    String dimension();
}
