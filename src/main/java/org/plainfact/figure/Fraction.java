package org.plainfact.figure;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A rational number in lowest terms with a positive denominator; both small, for exponents. */
record Fraction(int numerator, int denominator) {
    private static final BigInteger LIMIT = BigInteger.valueOf(100);

    /** @throws ArithmeticException when the number is not a fraction of numbers up to 100 */
    static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("an exponent divided by zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger sign = BigInteger.valueOf(denominator.signum());
        BigInteger top = numerator.divide(divisor).multiply(sign);
        BigInteger bottom = denominator.divide(divisor).multiply(sign);
        if (top.abs().compareTo(LIMIT) > 0 || bottom.compareTo(LIMIT) > 0) {
            throw new ArithmeticException("the exponent is not a simple fraction");
        }
        return new Fraction(top.intValueExact(), bottom.intValueExact());
    }

    static Fraction of(BigDecimal value) {
        if (Math.abs((long) value.scale()) > 9) {
            throw new ArithmeticException("the exponent is not a simple fraction");
        }
        return value.scale() <= 0
                ? of(value.toBigIntegerExact(), BigInteger.ONE)
                : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    Fraction negated() {
        return new Fraction(-numerator, denominator);
    }

    Fraction combined(char operator, Fraction other) {
        BigInteger a = BigInteger.valueOf(numerator);
        BigInteger b = BigInteger.valueOf(denominator);
        BigInteger c = BigInteger.valueOf(other.numerator);
        BigInteger d = BigInteger.valueOf(other.denominator);
        return switch (operator) {
            case '+' -> of(a.multiply(d).add(c.multiply(b)), b.multiply(d));
            case '-' -> of(a.multiply(d).subtract(c.multiply(b)), b.multiply(d));
            case '*' -> of(a.multiply(c), b.multiply(d));
            case '/' -> of(a.multiply(d), b.multiply(c));
            default -> throw new IllegalArgumentException("no operator: " + operator);
        };
    }

    boolean whole() {
        return denominator == 1;
    }

    double value() {
        return (double) numerator / denominator;
    }
}
