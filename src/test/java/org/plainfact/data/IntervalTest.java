package org.plainfact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private record Operation(String sign, BinaryOperator<Interval> ranges, DoubleBinaryOperator points) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("+", Interval::plus, (a, b) -> a + b),
            new Operation("-", Interval::minus, (a, b) -> a - b),
            new Operation("*", Interval::times, (a, b) -> a * b),
            new Operation("/", Interval::dividedBy, (a, b) -> a / b));

    private static double number(Random random) {
        return random.nextGaussian() * Math.pow(10, random.nextInt(-8, 9));
    }

    private static Interval range(Random random) {
        double a = number(random);
        double b = random.nextInt(4) == 0 ? a : number(random);
        return new Interval(Math.min(a, b), Math.max(a, b));
    }

    private static double within(Interval range, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> range.low();
            case 1 -> range.high();
            default ->
                Math.clamp(range.low() + random.nextDouble() * (range.high() - range.low()), range.low(), range.high());
        };
    }

    private static boolean holds(Interval range, double value) {
        return range.low() <= value && value <= range.high();
    }

    @Test
    void a_result_holds_what_every_point_of_the_operands_gives() {
        long seed = 20260928;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Interval a = range(random);
            Interval b = range(random);
            for (Operation operation : OPERATIONS) {
                if (operation.sign.equals("/") && holds(b, 0)) {
                    continue;
                }
                Interval result = operation.ranges.apply(a, b);
                double point = operation.points.applyAsDouble(within(a, random), within(b, random));
                assertThat(holds(result, point))
                        .as("seed %d, step %d: %s %s %s = %s holds %s", seed, i, a, operation.sign, b, result, point)
                        .isTrue();
            }
        }
    }

    @Test
    void a_power_holds_the_powers_of_every_point() {
        long seed = 20260929;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double low = Math.abs(number(random));
            Interval base = new Interval(low, low + Math.abs(number(random)));
            double exponent = random.nextInt(-8, 9) / 4.0;
            double point = Math.pow(within(base, random), exponent);
            Interval power = base.toThe(exponent);
            assertThat(holds(power, point))
                    .as("seed %d, step %d: %s ^ %s = %s holds %s", seed, i, base, exponent, power, point)
                    .isTrue();
        }
    }

    @Test
    void points_give_points() {
        long seed = 20260930;
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Interval a = Interval.point(number(random));
            Interval b = Interval.point(number(random));
            assertThat(OPERATIONS)
                    .as("seed %d, step %d", seed, i)
                    .allSatisfy(operation ->
                            assertThat(operation.ranges.apply(a, b).isPoint()).isTrue());
        }
    }

    @Test
    void the_ends_of_a_product_may_come_from_crossed_signs() {
        assertThat(new Interval(-2, 3).times(new Interval(-5, 1))).isEqualTo(new Interval(-15, 10));
        assertThat(new Interval(1, 2).minus(new Interval(0.5, 4))).isEqualTo(new Interval(-3, 1.5));
        assertThat(new Interval(1, 2).scaled(1000)).isEqualTo(new Interval(1000, 2000));
    }

    @Test
    void what_has_no_finite_result_is_refused() {
        Interval across = new Interval(-1, 1);
        assertThatThrownBy(() -> new Interval(1, 2).dividedBy(across))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("zero");
        assertThatThrownBy(() -> across.toThe(0.5)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Interval.point(0).toThe(-1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Interval.point(1e300).times(Interval.point(1e300)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Interval.point(Double.NaN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(ArithmeticException.class);
    }
}
