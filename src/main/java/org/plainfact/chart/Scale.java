package org.plainfact.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plainfact.data.Interval;
import org.plainfact.figure.Display;

/**
 * Where values stand between two places. Its ends are round numbers that hold all values.
 *
 * @param from the place of the low end
 * @param to the place of the high end; may be the smaller one
 */
record Scale(double low, double high, boolean log, List<Tick> ticks, double from, double to) {
    /** Values that differ by this factor are told apart better by their orders of magnitude. */
    static final double ORDERS = 50;

    private static final double[] ROUND = {1, 2, 5, 10};
    private static final int MOST_DECADES = 6;

    Scale {
        ticks = List.copyOf(ticks);
    }

    /** A value with a mark and a number at the axis. */
    record Tick(double value, String label) {
        static Tick of(BigDecimal value) {
            return of(value.doubleValue());
        }

        static Tick of(double value) {
            return new Tick(value, Display.recorded(Interval.point(value)));
        }
    }

    double at(double value) {
        double share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + (to - from) * share;
    }

    /** @param steps about how many the ticks may make */
    static Scale linear(Interval values, int steps, double from, double to) {
        double span = values.isPoint() ? Math.max(Math.abs(values.low()), 1) : values.high() - values.low();
        BigDecimal step = step(span / Math.max(1, steps));
        BigDecimal first = floor(values.low(), step);
        BigDecimal last = ceil(values.high(), step);
        if (first.compareTo(last) == 0) {
            last = last.add(step);
        }
        List<Tick> ticks = new ArrayList<>();
        for (BigDecimal at = first; at.compareTo(last) <= 0; at = at.add(step)) {
            ticks.add(Tick.of(at));
        }
        return new Scale(first.doubleValue(), last.doubleValue(), false, ticks, from, to);
    }

    /** The smallest round number that is not below. */
    private static BigDecimal step(double least) {
        int exponent = (int) Math.floor(Math.log10(least));
        for (double round : ROUND) {
            BigDecimal step = BigDecimal.valueOf(round).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= least * (1 - 1e-9)) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }

    private static BigDecimal floor(double value, BigDecimal step) {
        return BigDecimal.valueOf(Math.floor(value / step.doubleValue() + 1e-9)).multiply(step);
    }

    private static BigDecimal ceil(double value, BigDecimal step) {
        return BigDecimal.valueOf(Math.ceil(value / step.doubleValue() - 1e-9)).multiply(step);
    }

    /** @param values above zero */
    static Scale log(Interval values, double from, double to) {
        List<BigDecimal> rounds = rounds(values);
        double low = rounds.getFirst().doubleValue();
        double high = rounds.getLast().doubleValue();
        List<BigDecimal> decades = rounds.stream()
                .filter(value -> value.stripTrailingZeros().unscaledValue().intValue() == 1)
                .toList();
        int every = (decades.size() + MOST_DECADES - 1) / MOST_DECADES;
        List<Tick> ticks = new ArrayList<>();
        List<BigDecimal> shown = decades.size() > 2 ? decades : rounds;
        for (int i = 0; i < shown.size(); i += Math.max(1, decades.size() > 2 ? every : 1)) {
            ticks.add(Tick.of(shown.get(i)));
        }
        return new Scale(low, high, true, ticks, from, to);
    }

    /** 1, 2 and 5 of every power of ten, from the last that is not above the values to the first that is not below. */
    private static List<BigDecimal> rounds(Interval values) {
        int first = (int) Math.floor(Math.log10(values.low()) + 1e-9);
        int last = (int) Math.ceil(Math.log10(values.high()) - 1e-9);
        List<BigDecimal> rounds = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                rounds.add(BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent));
            }
        }
        while (rounds.size() > 1 && rounds.get(1).doubleValue() <= values.low() * (1 + 1e-9)) {
            rounds.removeFirst();
        }
        while (rounds.size() > 2 && rounds.get(rounds.size() - 2).doubleValue() >= values.high() * (1 - 1e-9)) {
            rounds.removeLast();
        }
        return rounds;
    }
}
