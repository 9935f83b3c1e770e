package org.plainfact.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plainfact.data.Interval;

/**
 * How values are printed, without their unit: thousands grouped by commas, plain decimals, the minus sign U+2212, an en
 * dash between spaces in a range. From 10¹⁸ up and below 10⁻⁶ a number is a mantissa {@code × 10ⁿ}.
 *
 * <p>A double is taken as the shortest decimal that stands for it. Rounding first snaps it to 13 significant digits, so
 * that the noise of arithmetic (0.1 + 0.2 is 0.30000000000000004) never moves an end of a range outward.
 */
public final class Display {
    /** Printed where a value is absent. */
    public static final String NOT_STATED = "not stated";

    /** The largest number of digits that can be asked for. */
    static final int MAX_DIGITS = 12;

    private static final int POINT_DIGITS = 4;
    private static final int RANGE_DIGITS = 2;
    private static final int RECORDED_DIGITS = 10;
    private static final MathContext SNAP = new MathContext(13, RoundingMode.HALF_EVEN);
    private static final MathContext ALL_OF_A_DOUBLE = new MathContext(17);
    private static final MathContext LONGEST = new MathContext(RECORDED_DIGITS, RoundingMode.HALF_UP);
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Display() {}

    /**
     * A computed value: a point with 4 significant digits, half up; a range with 2, the low end down and the high end
     * up, so that it never becomes narrower than it is.
     */
    public static String computed(Interval range) {
        return computed(range, Optional.empty(), false);
    }

    /**
     * @param digits significant digits in place of the usual number, 1 to 12
     * @param count whether it is a rounded count: whole numbers are then printed without decimals
     */
    static String computed(Interval range, Optional<Integer> digits, boolean count) {
        if (range.isPoint()) {
            return text(rounded(range.low(), digits.orElse(POINT_DIGITS), RoundingMode.HALF_UP, count));
        }
        int wanted = digits.orElse(RANGE_DIGITS);
        return ends(
                rounded(range.low(), wanted, RoundingMode.FLOOR, count),
                rounded(range.high(), wanted, RoundingMode.CEILING, count));
    }

    /**
     * A value read from data, as written. One of more than 10 digits is the outcome of somebody's calculation: a point
     * keeps 10 significant digits, an end of a range 4 decimals (and at least 5 significant digits).
     */
    public static String recorded(Interval range) {
        if (range.isPoint()) {
            return text(shortened(BigDecimal.valueOf(range.low()).round(LONGEST)));
        }
        return ends(end(range.low()), end(range.high()));
    }

    /** The same where the digits in the file are known, so that zeros at the end are kept: {@code 1.10}. */
    static String recorded(Interval range, List<BigDecimal> written) {
        boolean longer = written.stream().anyMatch(number -> number.precision() > RECORDED_DIGITS);
        if (written.isEmpty() || longer) {
            return recorded(range);
        }
        return ends(written.getFirst(), written.getLast());
    }

    /** Whether a recorded value may be printed so; with how many zeros at its end it was written is the author's. */
    static boolean records(Interval range, String text) {
        if (text.equals(recorded(range))) {
            return true;
        }
        return writings(range.low())
                .anyMatch(low ->
                        writings(range.high()).anyMatch(high -> text.equals(ends(low, range.isPoint() ? low : high))));
    }

    private static Stream<BigDecimal> writings(double value) {
        BigDecimal bare = shortened(BigDecimal.valueOf(value));
        int whole = Math.max(0, bare.scale());
        return IntStream.rangeClosed(bare.scale(), whole + RECORDED_DIGITS).mapToObj(bare::setScale);
    }

    /** A recorded value with a number of digits that somebody asked for. */
    static String recorded(Interval range, Optional<Integer> digits) {
        return digits.isPresent() ? computed(range, digits, false) : recorded(range);
    }

    /** A plain number. */
    static String number(BigDecimal value) {
        return text(shortened(value.round(LONGEST)));
    }

    /** A number that stands in an expression, with every digit that it is computed with. */
    static String literal(BigDecimal value) {
        return text(shortened(value.round(ALL_OF_A_DOUBLE)));
    }

    /** Without the noise of arithmetic: what is equal to 13 significant digits is equal. */
    static double snapped(double value) {
        return BigDecimal.valueOf(value).round(SNAP).doubleValue();
    }

    static Interval snapped(Interval range) {
        return new Interval(snapped(range.low()), snapped(range.high()));
    }

    private static String ends(BigDecimal low, BigDecimal high) {
        return low.compareTo(high) == 0 ? text(low) : text(low) + " – " + text(high);
    }

    private static BigDecimal end(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        if (exact.signum() == 0 || exact.precision() <= RECORDED_DIGITS) {
            return shortened(exact);
        }
        int fiveDigits = exact.scale() - exact.precision() + 5;
        return shortened(exact.setScale(Math.max(4, fiveDigits), RoundingMode.HALF_UP));
    }

    private static BigDecimal shortened(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static BigDecimal rounded(double value, int digits, RoundingMode mode, boolean count) {
        BigDecimal snapped = BigDecimal.valueOf(value).round(SNAP);
        if (snapped.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal rounded = snapped.round(new MathContext(digits, mode));
        if (count && rounded.stripTrailingZeros().scale() <= 0) {
            return rounded.setScale(0, RoundingMode.UNNECESSARY);
        }
        return rounded.setScale(rounded.scale() + digits - rounded.precision(), RoundingMode.UNNECESSARY);
    }

    private static String text(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        String sign = value.signum() < 0 ? "−" : "";
        BigDecimal size = value.abs();
        if (value.signum() != 0 && (exponent >= 18 || exponent < -6)) {
            return sign + size.movePointLeft(exponent).toPlainString() + " × 10" + superscript(exponent);
        }
        return sign + grouped(size.toPlainString());
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        StringBuilder out = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }

    /** A whole number in raised digits. */
    static String superscript(int number) {
        StringBuilder out = new StringBuilder(number < 0 ? "⁻" : "");
        Integer.toString(Math.abs(number)).chars().forEach(digit -> out.append(SUPERSCRIPTS.charAt(digit - '0')));
        return out.toString();
    }
}
