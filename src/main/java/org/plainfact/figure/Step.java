package org.plainfact.figure;

import java.util.List;
import org.plainfact.data.Interval;

/** One operation of a {@link Program} on ranges of plain numbers. What it does is written down for scripts in the same words. */
sealed interface Step {
    /** @param values of the inputs, in their order */
    Interval at(List<Interval> values);

    /** In postfix notation: the operands, then the word. */
    void write(List<Object> code);

    record Constant(double value) implements Step {
        @Override
        public Interval at(List<Interval> values) {
            return Interval.point(value);
        }

        @Override
        public void write(List<Object> code) {
            code.add(TableJson.plain(value));
        }
    }

    record Given(int position) implements Step {
        @Override
        public Interval at(List<Interval> values) {
            return values.get(position);
        }

        @Override
        public void write(List<Object> code) {
            code.add("x" + position);
        }
    }

    /** Converted into another unit. */
    record Scaled(Step operand, double factor) implements Step {
        @Override
        public Interval at(List<Interval> values) {
            return operand.at(values).scaled(factor);
        }

        @Override
        public void write(List<Object> code) {
            operand.write(code);
            code.add(TableJson.plain(factor));
            code.add("scale");
        }
    }

    record Raised(Step operand, Fraction exponent) implements Step {
        @Override
        public Interval at(List<Interval> values) {
            return Ranges.power(operand.at(values), exponent);
        }

        @Override
        public void write(List<Object> code) {
            operand.write(code);
            code.add(exponent.numerator());
            code.add(exponent.denominator());
            code.add("power");
        }
    }

    record Changed(Change change, Step operand) implements Step {
        @Override
        public Interval at(List<Interval> values) {
            Interval range = operand.at(values);
            return switch (change) {
                case NEGATED -> Ranges.negated(range);
                case ABSOLUTE -> Ranges.abs(range);
                case ROOT -> Ranges.sqrt(range);
                case FLOOR -> Ranges.floor(range);
                case CEILING -> Ranges.ceil(range);
            };
        }

        @Override
        public void write(List<Object> code) {
            operand.write(code);
            code.add(change.word);
        }
    }

    record Joined(Join join, Step left, Step right) implements Step {
        @Override
        public Interval at(List<Interval> values) {
            Interval a = left.at(values);
            Interval b = right.at(values);
            return switch (join) {
                case PLUS -> a.plus(b);
                case MINUS -> a.minus(b);
                case TIMES -> a.times(b);
                case DIVIDED -> a.dividedBy(b);
                case MIN -> Ranges.min(a, b);
                case MAX -> Ranges.max(a, b);
            };
        }

        @Override
        public void write(List<Object> code) {
            left.write(code);
            right.write(code);
            code.add(join.word);
        }
    }

    enum Change {
        NEGATED("negate"),
        ABSOLUTE("abs"),
        ROOT("sqrt"),
        FLOOR("floor"),
        CEILING("ceil");

        private final String word;

        Change(String word) {
            this.word = word;
        }
    }

    enum Join {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED("/"),
        MIN("min"),
        MAX("max");

        private final String word;

        Join(String word) {
            this.word = word;
        }
    }
}
