package org.plainfact.data;

import java.math.BigInteger;
import java.util.stream.Collectors;

/** A rational power in lowest terms, the denominator positive. */
record Exponent(int numerator, int denominator) {
    static final Exponent ONE = new Exponent(1, 1);

    /** Units to a power beyond this are a slip, and would only cost time. */
    private static final int LIMIT = 999;

    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    static Exponent of(long numerator, long denominator) {
        if (denominator == 0) {
            throw new ArithmeticException("an exponent with the denominator 0");
        }
        long divisor = BigInteger.valueOf(numerator)
                        .gcd(BigInteger.valueOf(denominator))
                        .longValueExact()
                * Long.signum(denominator);
        long over = numerator / divisor;
        long under = denominator / divisor;
        if (Math.abs(over) > LIMIT || under > LIMIT) {
            throw new ArithmeticException("an exponent beyond ±" + LIMIT + ": " + over + "/" + under);
        }
        return new Exponent((int) over, (int) under);
    }

    Exponent plus(Exponent other) {
        return of(
                (long) numerator * other.denominator + (long) other.numerator * denominator,
                (long) denominator * other.denominator);
    }

    Exponent times(Exponent other) {
        return of((long) numerator * other.numerator, (long) denominator * other.denominator);
    }

    Exponent negated() {
        return new Exponent(-numerator, denominator);
    }

    boolean isZero() {
        return numerator == 0;
    }

    double size() {
        return Math.abs((double) numerator / denominator);
    }

    /** As set after a symbol: nothing for 1, {@code ²}, {@code ⁻¹}, {@code ^(1/2)}. */
    String suffix() {
        if (denominator != 1) {
            return "^(" + numerator + "/" + denominator + ")";
        }
        return numerator == 1 ? "" : superscript(numerator);
    }

    private static String superscript(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(c -> c == '-' ? "⁻" : DIGITS.substring(c - '0', c - '0' + 1))
                .collect(Collectors.joining());
    }

    /** The digit that a superscript character stands for, or -1. */
    static int digit(char superscript) {
        return DIGITS.indexOf(superscript);
    }
}
