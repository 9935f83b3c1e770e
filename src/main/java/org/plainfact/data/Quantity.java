package org.plainfact.data;

/**
 * A value or range in a unit, with the qualifiers that keep it from being compared with unlike ones. An absent value is
 * no quantity: fields and figures hold an {@code Optional<Quantity>}.
 */
public record Quantity(Interval range, Unit unit, Qualifiers qualifiers) {
    /** The same quantity in another unit of the same dimension. */
    public Quantity in(Unit other) {
        return unit.equals(other) ? this : new Quantity(range.scaled(unit.factorTo(other)), other, qualifiers);
    }
}
