package org.plainfact.figure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plainfact.data.Interval;
import org.plainfact.data.Units;

/**
 * Two expressions and how they are to stand to each other. It holds of ranges where it holds for every value in them;
 * that the two sides use the same input is not made use of, so that a verdict may be undecided but never wrong.
 */
final class Comparison {
    private static final Pattern SIGN = Pattern.compile("[<>=~!]+");

    private final Node left;
    private final Node right;
    private final Relation relation;
    private final Program.Pair sides;
    private final double within;

    private Comparison(Node left, Node right, Relation relation, Program.Pair sides, double within) {
        this.left = left;
        this.right = right;
        this.relation = relation;
        this.sides = sides;
        this.within = within;
    }

    private enum Relation {
        LESS("<", "<"),
        AT_MOST("<=", "≤"),
        MORE(">", ">"),
        AT_LEAST(">=", "≥"),
        ABOUT("~", "≈");

        private final String written;
        private final String shown;

        Relation(String written, String shown) {
            this.written = written;
            this.shown = shown;
        }

        static Optional<Relation> of(String written) {
            return Arrays.stream(values())
                    .filter(relation -> relation.written.equals(written))
                    .findFirst();
        }
    }

    /**
     * @param inputs that the expressions may use
     * @param within how far apart the sides of {@code ~} may be, as a share of the right one
     */
    static Comparison read(String text, List<Formula.Parameter> inputs, Optional<Double> within, Units units)
            throws MalformedExpression {
        Matcher sign = SIGN.matcher(text);
        if (!sign.find()) {
            throw new MalformedExpression(0, "nothing is compared in \"" + text + "\"", known());
        }
        Relation relation = Relation.of(sign.group())
                .orElseThrow(() -> new MalformedExpression(
                        sign.start(), "\"" + sign.group() + "\" is no way to compare", known()));
        if (relation == Relation.ABOUT && within.isEmpty()) {
            throw new MalformedExpression(
                    sign.start(), "~ needs to know how near is near", "say it in \"within\": 0.05 for 5 %");
        }
        ExpressionReader reader = new ExpressionReader(
                inputs.stream().map(Formula.Parameter::name).collect(Collectors.toUnmodifiableSet()));
        Node left = reader.read(text.substring(0, sign.start()));
        Node right = read(reader, text.substring(sign.end()), sign.end());
        return new Comparison(left, right, relation, Program.pair(left, right, inputs, units), within.orElse(0.0));
    }

    /** A place in the right side is told as one in the whole text. */
    private static Node read(ExpressionReader reader, String text, int offset) throws MalformedExpression {
        try {
            return reader.read(text);
        } catch (MalformedExpression e) {
            throw new MalformedExpression(e.rule(), offset + e.offset(), e.problem(), e.hint());
        }
    }

    private static String known() {
        return "write one of < <= > >= ~ between two expressions";
    }

    boolean uses(String name) {
        return left.names().contains(name) || right.names().contains(name);
    }

    /** @param names what stands for an input: itself, or its value */
    String readable(Function<String, String> names) {
        return Notation.readable(left, names) + " " + relation.shown + " " + Notation.readable(right, names)
                + (relation == Relation.ABOUT ? " within " + percent() : "");
    }

    private String percent() {
        return Display.number(BigDecimal.valueOf(within).movePointRight(2)) + " %";
    }

    /**
     * @param values in the units of the inputs, in their order
     * @throws ArithmeticException where a side has no value
     */
    Verdict of(List<Interval> values) {
        Interval a = Display.snapped(sides.left().run(values));
        Interval b = Display.snapped(sides.right().run(values));
        return switch (relation) {
            case LESS -> Verdict.of(a.high() < b.low(), a.low() >= b.high());
            case AT_MOST -> Verdict.of(a.high() <= b.low(), a.low() > b.high());
            case MORE -> Verdict.of(a.low() > b.high(), a.high() <= b.low());
            case AT_LEAST -> Verdict.of(a.low() >= b.high(), a.high() < b.low());
            case ABOUT -> about(a, b);
        };
    }

    /** Beside a range that holds zero nothing is near by a share. */
    private Verdict about(Interval a, Interval b) {
        if (b.high() < 0) {
            return about(Ranges.negated(a), Ranges.negated(b));
        }
        if (b.low() <= 0) {
            return Verdict.UNDECIDED;
        }
        Interval far = Display.snapped(new Interval(b.low() * (1 - within), b.high() * (1 + within)));
        double least = Display.snapped(b.high() * (1 - within));
        double most = Display.snapped(b.low() * (1 + within));
        return Verdict.of(a.low() >= least && a.high() <= most, a.high() < far.low() || a.low() > far.high());
    }
}
