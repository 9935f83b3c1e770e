package org.plainfact.data;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads {@code W/m²}, {@code kWh per m²}, {@code W/(m²·K⁴)}, {@code 1000 W h}, {@code s^-1}. From loose to tight:
 * {@code per}; {@code *}, {@code ·} and {@code /} from left to right; names side by side, so that {@code W/m²K⁴} is
 * {@code W/(m²·K⁴)}; powers.
 */
final class UnitExpression {
    /** What a name stands for. */
    interface Names {
        ScaledUnit unit(String name) throws UnreadableUnit;

        /** Length of a known name with operators in it, such as {@code km/h}, that stands at a place of a text; else 0. */
        int longNameAt(String text, int offset);
    }

    private static final int LONGEST = 200;
    private static final int DEEPEST = 20;

    private final String text;
    private final Names names;
    private int at;
    private int depth;

    private UnitExpression(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    static ScaledUnit read(String text, Names names) throws UnreadableUnit {
        if (text.isBlank()) {
            throw new UnreadableUnit("a unit without a name", "a pure number has the unit ratio or count");
        }
        if (text.length() > LONGEST) {
            throw new UnreadableUnit("a unit of " + text.length() + " characters", "the longest has " + LONGEST);
        }
        try {
            return new UnitExpression(text, names).whole();
        } catch (ArithmeticException e) {
            throw new UnreadableUnit(
                    "the unit " + quoted(text) + " is out of range: " + e.getMessage(), Optional.empty());
        }
    }

    private ScaledUnit whole() throws UnreadableUnit {
        ScaledUnit unit = expression();
        if (at < text.length()) {
            throw unexpected();
        }
        return unit;
    }

    private ScaledUnit expression() throws UnreadableUnit {
        ScaledUnit unit = product();
        while (skipWord("per")) {
            unit = unit.multiplied(product().raised(Exponent.ONE.negated()));
        }
        return unit;
    }

    private ScaledUnit product() throws UnreadableUnit {
        ScaledUnit unit = startOfProduct();
        boolean divided = false;
        while (true) {
            char operator = operator();
            if (operator == 0) {
                return unit;
            }
            at++;
            if (operator == '/') {
                divided = true;
                unit = unit.multiplied(sideBySide().raised(Exponent.ONE.negated()));
            } else if (divided) {
                throw new UnreadableUnit(
                        "the unit " + quoted(text) + " multiplies after it divides, which readers take two ways",
                        "put what is divided by in parentheses");
            } else {
                unit = unit.multiplied(sideBySide());
            }
        }
    }

    private ScaledUnit startOfProduct() throws UnreadableUnit {
        skipSpaces();
        int length = names.longNameAt(text, at);
        if (length == 0) {
            return sideBySide();
        }
        ScaledUnit unit = names.unit(text.substring(at, at + length));
        at += length;
        return unit;
    }

    private char operator() {
        skipSpaces();
        return switch (peek()) {
            case '*', '·', '⋅', '×' -> '*';
            case '/', '÷', '∕' -> '/';
            default -> 0;
        };
    }

    private ScaledUnit sideBySide() throws UnreadableUnit {
        skipSpaces();
        ScaledUnit unit = isDigit(peek()) ? power(number()) : power(nameOrGroup());
        skipSpaces();
        while (startsFactor()) {
            unit = unit.multiplied(power(nameOrGroup()));
            skipSpaces();
        }
        return unit;
    }

    private boolean startsFactor() {
        return (isNameStart(peek()) && !atWord("per")) || peek() == '(';
    }

    private ScaledUnit number() throws UnreadableUnit {
        int start = at;
        skipDigits();
        if (peek() == '.') {
            at++;
            skipDigits();
        }
        if (peek() == 'e' || peek() == 'E') {
            int mantissaEnd = at;
            at++;
            if (peek() == '-' || peek() == '+') {
                at++;
            }
            if (isDigit(peek())) {
                skipDigits();
            } else {
                at = mantissaEnd;
            }
        }
        return number(text.substring(start, at));
    }

    private ScaledUnit number(String digits) throws UnreadableUnit {
        try {
            BigDecimal value = new BigDecimal(digits);
            if (value.signum() > 0 && Math.abs((long) value.precision() - value.scale()) < 400) {
                return ScaledUnit.number(value);
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new UnreadableUnit("the number " + quoted(digits) + " in a unit is not usable", "give it above 0");
    }

    private ScaledUnit nameOrGroup() throws UnreadableUnit {
        if (peek() == '(') {
            return group();
        }
        int start = at;
        while (at < text.length() && isNamePart(at)) {
            at++;
        }
        if (start == at) {
            throw unexpected();
        }
        return names.unit(text.substring(start, at));
    }

    private ScaledUnit group() throws UnreadableUnit {
        if (++depth > DEEPEST) {
            throw new UnreadableUnit("more than " + DEEPEST + " nested parentheses in a unit", Optional.empty());
        }
        at++;
        ScaledUnit unit = expression();
        skipSpaces();
        if (peek() != ')') {
            throw unexpected();
        }
        at++;
        depth--;
        return unit;
    }

    private ScaledUnit power(ScaledUnit unit) throws UnreadableUnit {
        if (isSuperscript(peek())) {
            return unit.raised(superscripts());
        }
        if (peek() != '^') {
            return unit;
        }
        at++;
        if (peek() != '(') {
            return unit.raised(Exponent.of(integer(), 1));
        }
        at++;
        int numerator = integer();
        int denominator = 1;
        if (peek() == '/') {
            at++;
            denominator = integer();
        }
        if (peek() != ')') {
            throw unexpected();
        }
        at++;
        return unit.raised(Exponent.of(numerator, denominator));
    }

    private Exponent superscripts() throws UnreadableUnit {
        boolean negative = peek() == '⁻';
        if (negative) {
            at++;
        }
        int value = 0;
        int start = at;
        while (Exponent.digit(peek()) >= 0 && at - start < 4) {
            value = value * 10 + Exponent.digit(peek());
            at++;
        }
        if (start == at) {
            throw unexpected();
        }
        return Exponent.of(negative ? -value : value, 1);
    }

    private int integer() throws UnreadableUnit {
        boolean negative = peek() == '-' || peek() == '−';
        if (negative) {
            at++;
        }
        int start = at;
        int value = 0;
        while (isDigit(peek()) && at - start < 4) {
            value = value * 10 + (peek() - '0');
            at++;
        }
        if (start == at) {
            throw unexpected();
        }
        return negative ? -value : value;
    }

    private UnreadableUnit unexpected() {
        String what = at < text.length() ? quoted(text.substring(at, at + 1)) + " at character " + (at + 1) : "its end";
        return new UnreadableUnit(
                "the unit " + quoted(text) + " cannot be read: unexpected " + what,
                "a unit looks like kWh, W/m², J/(kg·K) or 1000 h");
    }

    private boolean skipWord(String word) {
        skipSpaces();
        boolean there = atWord(word);
        at += there ? word.length() : 0;
        return there;
    }

    private boolean atWord(String word) {
        int end = at + word.length();
        return text.startsWith(word, at) && (end == text.length() || !isNamePart(end));
    }

    private void skipSpaces() {
        while (peek() == ' ' || peek() == '\u00a0' || peek() == '\u202f') {
            at++;
        }
    }

    private void skipDigits() {
        while (isDigit(peek())) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSuperscript(char c) {
        return c == '⁻' || Exponent.digit(c) >= 0;
    }

    private static boolean isNameStart(char c) {
        return (Character.isLetter(c) && !isSuperscript(c)) || c == '%' || c == '°' || c == '℃';
    }

    /** Digits and single hyphens may follow a letter: {@code kilowatt-hour}. */
    private boolean isNamePart(int offset) {
        char c = text.charAt(offset);
        return isNameStart(c)
                || (offset > 0 && (isDigit(c) || c == '_') && isNamePart(offset - 1))
                || (c == '-' && offset > 0 && offset + 1 < text.length() && isNameStart(text.charAt(offset + 1)));
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
