package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.plainfact.data.Interval;
import org.plainfact.data.Units;

/** What must hold of every expression of the pure numbers {@code a}, {@code b} and {@code c}. */
final class Expressions {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern RAISED = Pattern.compile("⁻?[" + SUPERSCRIPTS + "]+");

    private Expressions() {}

    static Node tree(String expression) throws MalformedExpression {
        return new ExpressionReader(Set.copyOf(NAMES)).read(expression);
    }

    static Program program(Node tree, Units units) throws MalformedExpression {
        List<Formula.Parameter> inputs = NAMES.stream()
                .map(name -> new Formula.Parameter(name, name, name, units.one()))
                .toList();
        return Program.of(tree, inputs, units.one(), units);
    }

    /** A range holds what a point in the ranges of its inputs gives. */
    static void checkHolds(Program program, List<Interval> ranges, List<Interval> point) {
        try {
            Interval result = program.run(ranges);
            Interval inside = program.run(point);
            double slack = 1e-12 * (Math.abs(result.low()) + Math.abs(result.high()));
            assertThat(inside.low())
                    .as("at %s of %s", point, ranges)
                    .isBetween(result.low() - slack, result.high() + slack);
        } catch (ArithmeticException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** What is written for readers computes the same; one bar inside two others would be read in two ways. */
    static void checkReadsTheSame(String expression, Node tree, Units units) throws MalformedExpression {
        String again = typed(Notation.readable(tree, name -> name));
        assertThat(outcome(program(tree(again), units)))
                .as("%s, read again from %s", expression, again)
                .isEqualTo(outcome(program(tree, units)));
    }

    private static List<Object> outcome(Program program) {
        List<Object> outcomes = new ArrayList<>();
        for (double value : new double[] {0.3, 1, 7}) {
            try {
                Interval result =
                        program.run(List.of(Interval.point(value), Interval.point(value + 0.5), Interval.point(2)));
                outcomes.add((float) result.low());
            } catch (ArithmeticException e) {
                outcomes.add("none");
            }
        }
        return outcomes;
    }

    /** The readable form in the characters of an expression. */
    private static String typed(String readable) {
        String plain = readable.replace(",", "")
                .replaceAll("√([a-c0-9.]+)", "sqrt($1)")
                .replace("√", "sqrt")
                .replace("⌊", "floor(")
                .replace("⌈", "ceil(")
                .replaceAll("[⌋⌉]", ")")
                .replaceAll("\\|([^|]*)\\|", "abs($1)")
                .replace(';', ',')
                .replace('·', '*')
                .replace('×', '*')
                .replace('÷', '/')
                .replace('−', '-');
        return RAISED.matcher(plain).replaceAll(Expressions::power);
    }

    private static String power(MatchResult raised) {
        StringBuilder digits = new StringBuilder("^(");
        for (char c : raised.group().toCharArray()) {
            digits.append(c == '⁻' ? "-" : String.valueOf(SUPERSCRIPTS.indexOf(c)));
        }
        return digits.append(')').toString();
    }
}
