package org.plainfact.data;

/** Stands for a unit that could not be read and was told as a finding: fits everywhere, so that nothing is told twice. */
record UnknownUnit(String label) implements Unit {
    @Override
    public String name() {
        return label;
    }

    @Override
    public String spoken() {
        return label;
    }

    @Override
    public boolean commensurable(Unit other) {
        return true;
    }

    @Override
    public double factorTo(Unit other) {
        return 1;
    }

    @Override
    public Unit times(Unit other) {
        return this;
    }

    @Override
    public Unit dividedBy(Unit other) {
        return this;
    }

    @Override
    public Unit toThe(int numerator, int denominator) {
        return this;
    }

    @Override
    public boolean dimensionless() {
        return true;
    }

    @Override
    public String dimension() {
        return "?";
    }
}
