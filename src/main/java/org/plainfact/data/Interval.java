package org.plainfact.data;

/**
 * A closed range of numbers; a point is the range [x, x]. Bounds are finite. Arithmetic is that of intervals: the
 * result holds every value that the operation can give for values of the operands.
 */
public record Interval(double low, double high) {
    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new ArithmeticException(
                    low > high ? "low " + low + " is above high " + high : "the result is beyond 1.8 × 10³⁰⁸");
        }
    }

    public static Interval point(double value) {
        return new Interval(value, value);
    }

    public boolean isPoint() {
        return low == high;
    }

    public Interval plus(Interval other) {
        return new Interval(low + other.low, high + other.high);
    }

    public Interval minus(Interval other) {
        return new Interval(low - other.high, high - other.low);
    }

    public Interval times(Interval other) {
        return ofCorners(low * other.low, low * other.high, high * other.low, high * other.high);
    }

    /**
     * The range of the quotients.
     *
     * @throws ArithmeticException when the divisor holds zero
     */
    public Interval dividedBy(Interval other) {
        if (other.low <= 0 && other.high >= 0) {
            throw new ArithmeticException(
                    other.isPoint() ? "division by zero" : "division by a range that holds zero: " + other.ends());
        }
        return ofCorners(low / other.low, low / other.high, high / other.low, high / other.high);
    }

    /**
     * The range of the powers.
     *
     * @throws ArithmeticException for a negative base, where powers are not monotonic or not real
     */
    public Interval toThe(double exponent) {
        if (low < 0) {
            throw new ArithmeticException("a power of a range that goes below zero: " + ends());
        }
        return ofCorners(Math.pow(low, exponent), Math.pow(high, exponent));
    }

    /** Both ends by a factor, such as a unit's conversion. The factor is positive. */
    public Interval scaled(double factor) {
        return ofCorners(low * factor, high * factor);
    }

    private String ends() {
        return Json.write(low) + " to " + Json.write(high);
    }

    private static Interval ofCorners(double... corners) {
        double low = corners[0];
        double high = corners[0];
        for (double corner : corners) {
            low = Math.min(low, corner);
            high = Math.max(high, corner);
        }
        return new Interval(low, high);
    }
}
