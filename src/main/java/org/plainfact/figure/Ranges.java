package org.plainfact.figure;

import org.plainfact.data.Interval;

/** Functions of ranges that {@link Interval} does not have. Each result holds every value the function can give. */
final class Ranges {
    private Ranges() {}

    /** Noise of the arithmetic before it must not lose one of a count: floor(x) is ⌊x + 10⁻⁹⌋. */
    private static final double SLACK = 1e-9;

    static Interval negated(Interval range) {
        return new Interval(0 - range.high(), 0 - range.low());
    }

    static Interval floor(Interval range) {
        return new Interval(Math.floor(range.low() + SLACK), Math.floor(range.high() + SLACK));
    }

    static Interval ceil(Interval range) {
        return new Interval(0.0 + Math.ceil(range.low() - SLACK), 0.0 + Math.ceil(range.high() - SLACK));
    }

    static Interval abs(Interval range) {
        if (range.low() >= 0) {
            return range;
        }
        return range.high() <= 0 ? negated(range) : new Interval(0, Math.max(-range.low(), range.high()));
    }

    static Interval min(Interval a, Interval b) {
        return new Interval(Math.min(a.low(), b.low()), Math.min(a.high(), b.high()));
    }

    static Interval max(Interval a, Interval b) {
        return new Interval(Math.max(a.low(), b.low()), Math.max(a.high(), b.high()));
    }

    /** @throws ArithmeticException where the range goes below zero */
    static Interval sqrt(Interval range) {
        if (range.low() < 0) {
            throw new ArithmeticException("the square root of a value below zero");
        }
        return new Interval(Math.sqrt(range.low()), Math.sqrt(range.high()));
    }

    /** @throws ArithmeticException where the power is not real or not bounded */
    static Interval power(Interval base, Fraction exponent) {
        if (exponent.numerator() < 0) {
            return Interval.point(1).dividedBy(power(base, exponent.negated()));
        }
        if (base.low() >= 0) {
            return increasing(base, exponent);
        }
        if (!exponent.whole()) {
            throw new ArithmeticException("a root of a value below zero");
        }
        boolean even = exponent.numerator() % 2 == 0;
        return increasing(even ? abs(base) : base, exponent);
    }

    private static Interval increasing(Interval base, Fraction exponent) {
        return new Interval(raised(base.low(), exponent), raised(base.high(), exponent));
    }

    /**
     * By multiplications and square roots, which every machine and every browser rounds alike. Other roots are left to
     * {@link Math#pow}, which may differ from that of a browser in the last of its 53 bits.
     */
    private static double raised(double base, Fraction exponent) {
        if (Integer.bitCount(exponent.denominator()) != 1) {
            return Math.pow(base, exponent.value());
        }
        double root = base;
        for (int left = exponent.denominator(); left > 1; left /= 2) {
            root = Math.sqrt(root);
        }
        return raised(root, exponent.numerator());
    }

    private static double raised(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int left = exponent; left > 0; left /= 2) {
            if (left % 2 == 1) {
                result *= square;
            }
            if (left > 1) {
                square *= square;
            }
        }
        return result;
    }
}
