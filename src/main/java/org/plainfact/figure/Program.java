package org.plainfact.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.data.Interval;
import org.plainfact.data.Unit;
import org.plainfact.data.Units;

/**
 * A dimension-checked expression. Every part has a unit, fixed when the formula is read, and computes plain numbers in
 * it; the factors between units are worked out once. A sum is in the unit of its first term.
 */
final class Program {
    private final Step step;
    private final Unit unit;
    private final boolean counts;

    private Program(Step step, Unit unit, boolean counts) {
        this.step = step;
        this.unit = unit;
        this.counts = counts;
    }

    /** @param inputs the declared inputs, in the order in which {@link #run} takes their values */
    static Program of(Node node, List<Formula.Parameter> inputs, Unit result, Units units) throws MalformedExpression {
        Compiler compiler = new Compiler(inputs, result, units.one());
        Typed typed = compiler.typed(node);
        if (!typed.unit.commensurable(result)) {
            throw new MalformedExpression(
                    "dimension",
                    0,
                    "the expression gives " + typed.unit.dimension() + ", but the unit " + named(result) + " is "
                            + result.dimension(),
                    Optional.of("correct the unit, or the expression"));
        }
        return new Program(scaled(typed.step, typed.unit.factorTo(result)), result, compiler.counts(node));
    }

    /** Two sides to be compared, both in the unit of the left one. */
    record Pair(Program left, Program right) {}

    /** @param inputs as in {@link #of}; there is no unit of a result, so only pure numbers can be rounded */
    static Pair pair(Node left, Node right, List<Formula.Parameter> inputs, Units units) throws MalformedExpression {
        Compiler compiler = new Compiler(inputs, units.one(), units.one());
        Typed a = compiler.typed(left);
        Step b = Compiler.like(a, compiler.typed(right), "compared", left);
        return new Pair(new Program(a.step, a.unit, false), new Program(b, a.unit, false));
    }

    /**
     * @param values in the units of the declared inputs, in their order
     * @return in {@link #unit}
     * @throws ArithmeticException for a division by zero, a root of a negative value, a result out of range
     */
    Interval run(List<Interval> values) {
        return step.at(values);
    }

    Unit unit() {
        return unit;
    }

    /**
     * The same operations in the same order for another machine, in postfix notation: a number is put on the stack,
     * {@code x0} puts the value of the first input there, every other word takes its operands from it.
     */
    List<Object> code() {
        List<Object> code = new ArrayList<>();
        step.write(code);
        return List.copyOf(code);
    }

    /** Whether the result is a count – rounded by {@code floor} or {@code ceil} – where the inputs are whole numbers. */
    boolean counts() {
        return counts;
    }

    static String named(Unit unit) {
        return "\"" + unit.label() + "\"";
    }

    private static Step scaled(Step step, double factor) {
        return factor == 1 ? step : new Step.Scaled(step, factor);
    }

    private record Typed(Unit unit, Step step) {}

    private static final class Compiler {
        private final List<Formula.Parameter> inputs;
        private final Unit result;
        private final Unit one;
        private final Map<String, Integer> positions;

        Compiler(List<Formula.Parameter> inputs, Unit result, Unit one) {
            this.inputs = inputs;
            this.result = result;
            this.one = one;
            this.positions = new HashMap<>();
            for (int i = 0; i < inputs.size(); i++) {
                positions.put(inputs.get(i).name(), i);
            }
        }

        Typed typed(Node node) throws MalformedExpression {
            return switch (node) {
                case Node.Literal literal ->
                    new Typed(one, new Step.Constant(literal.value().doubleValue()));
                case Node.Name name -> {
                    int position = positions.getOrDefault(name.name(), -1);
                    yield new Typed(inputs.get(position).unit(), new Step.Given(position));
                }
                case Node.Negated negated -> {
                    Typed operand = typed(negated.operand());
                    yield new Typed(operand.unit, new Step.Changed(Step.Change.NEGATED, operand.step));
                }
                case Node.Binary binary -> binary(binary);
                case Node.Power power -> {
                    Typed base = typed(power.base());
                    Fraction exponent = power.exponent();
                    yield new Typed(
                            base.unit.toThe(exponent.numerator(), exponent.denominator()),
                            new Step.Raised(base.step, exponent));
                }
                case Node.Call call -> call(call);
            };
        }

        private Typed binary(Node.Binary binary) throws MalformedExpression {
            Typed left = typed(binary.left());
            Typed right = typed(binary.right());
            Step a = left.step;
            return switch (binary.operator()) {
                case '*' -> new Typed(left.unit.times(right.unit), new Step.Joined(Step.Join.TIMES, a, right.step));
                case '/' ->
                    new Typed(left.unit.dividedBy(right.unit), new Step.Joined(Step.Join.DIVIDED, a, right.step));
                case '+' ->
                    new Typed(left.unit, new Step.Joined(Step.Join.PLUS, a, like(left, right, "added", binary)));
                default ->
                    new Typed(left.unit, new Step.Joined(Step.Join.MINUS, a, like(left, right, "subtracted", binary)));
            };
        }

        /** The right operand in the unit of the left. */
        private static Step like(Typed left, Typed right, String verb, Node at) throws MalformedExpression {
            if (!left.unit.commensurable(right.unit)) {
                throw new MalformedExpression(
                        "dimension",
                        at.offset(),
                        "%s (%s) and %s (%s) cannot be %s"
                                .formatted(
                                        named(left.unit),
                                        left.unit.dimension(),
                                        named(right.unit),
                                        right.unit.dimension(),
                                        verb),
                        Optional.of("both sides need the same dimension"));
            }
            return scaled(right.step, right.unit.factorTo(left.unit));
        }

        private Typed call(Node.Call call) throws MalformedExpression {
            Typed first = typed(call.operands().getFirst());
            Step a = first.step;
            return switch (call.function()) {
                case SQRT -> new Typed(first.unit.toThe(1, 2), new Step.Changed(Step.Change.ROOT, a));
                case ABS -> new Typed(first.unit, new Step.Changed(Step.Change.ABSOLUTE, a));
                case FLOOR -> new Typed(rounding(first), new Step.Changed(Step.Change.FLOOR, rounded(first, call)));
                case CEIL -> new Typed(rounding(first), new Step.Changed(Step.Change.CEILING, rounded(first, call)));
                case MIN, MAX -> extreme(call, first);
            };
        }

        private Typed extreme(Node.Call call, Typed first) throws MalformedExpression {
            Step so = first.step;
            for (Node operand : call.operands().subList(1, call.operands().size())) {
                Step before = so;
                Step next = like(first, typed(operand), "compared", operand);
                so = new Step.Joined(
                        call.function() == Node.Function.MIN ? Step.Join.MIN : Step.Join.MAX, before, next);
            }
            return new Typed(first.unit, so);
        }

        /** Rounding depends on the unit, so it is that of the result, or a pure number's. */
        private Unit rounding(Typed operand) {
            return operand.unit.commensurable(result) ? result : one;
        }

        private Step rounded(Typed operand, Node.Call call) throws MalformedExpression {
            Unit unit = rounding(operand);
            if (!operand.unit.commensurable(unit)) {
                throw new MalformedExpression(
                        "dimension",
                        call.offset(),
                        "%s (%s) cannot be rounded to whole units of %s (%s)"
                                .formatted(
                                        named(operand.unit),
                                        operand.unit.dimension(),
                                        named(result),
                                        result.dimension()),
                        Optional.of("round a pure number, or a value with the dimension of the result"));
            }
            return scaled(operand.step, operand.unit.factorTo(unit));
        }

        boolean counts(Node node) {
            return whole(node) && rounds(node);
        }

        private static boolean whole(Node node) {
            return switch (node) {
                case Node.Literal literal ->
                    literal.value().stripTrailingZeros().scale() <= 0;
                case Node.Name ignored -> true;
                case Node.Negated negated -> whole(negated.operand());
                case Node.Binary binary -> binary.operator() != '/' && whole(binary.left()) && whole(binary.right());
                case Node.Power ignored -> false;
                case Node.Call call ->
                    switch (call.function()) {
                        case FLOOR, CEIL -> true;
                        case SQRT -> false;
                        case MIN, MAX, ABS -> call.operands().stream().allMatch(Compiler::whole);
                    };
            };
        }

        private static boolean rounds(Node node) {
            return switch (node) {
                case Node.Literal ignored -> false;
                case Node.Name ignored -> false;
                case Node.Power ignored -> false;
                case Node.Negated negated -> rounds(negated.operand());
                case Node.Binary binary -> rounds(binary.left()) || rounds(binary.right());
                case Node.Call call ->
                    call.function() == Node.Function.FLOOR
                            || call.function() == Node.Function.CEIL
                            || call.operands().stream().anyMatch(Compiler::rounds);
            };
        }
    }
}
