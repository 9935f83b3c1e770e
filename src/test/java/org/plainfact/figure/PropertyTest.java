package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.data.Interval;
import org.plainfact.data.Units;

/** What holds for all expressions, tried on random ones from a fixed seed. */
class PropertyTest {
    private static final List<String> NAMES = List.of("a", "b", "c");

    private final Random random = new Random(20260817);
    private Units units;

    @BeforeEach
    void read(@TempDir Path folder) {
        units = new Project(folder).dataset().units();
    }

    private Program program(String expression) throws MalformedExpression {
        return Expressions.program(Expressions.tree(expression), units);
    }

    @Test
    void a_range_holds_every_point_that_its_inputs_can_give() throws MalformedExpression {
        int computed = 0;
        for (int i = 0; i < 3000; i++) {
            String expression = expression(4);
            Program program = program(expression);
            List<Interval> ranges = List.of(range(), range(), range());
            try {
                Interval result = program.run(ranges);
                for (int k = 0; k < 10; k++) {
                    Interval point =
                            program.run(ranges.stream().map(this::pointIn).toList());
                    double slack = 1e-12 * (Math.abs(result.low()) + Math.abs(result.high()));
                    assertThat(point.low())
                            .as("%s at %s", expression, ranges)
                            .isBetween(result.low() - slack, result.high() + slack);
                    computed++;
                }
            } catch (ArithmeticException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(computed).isGreaterThan(10_000);
    }

    @Test
    void what_is_written_for_readers_computes_the_same() throws MalformedExpression {
        for (int i = 0; i < 2000; i++) {
            String expression = expression(4);
            Expressions.checkReadsTheSame(expression, Expressions.tree(expression), units);
        }
    }

    @Test
    void no_text_makes_the_reader_throw_anything_but_a_malformed_expression() {
        String alphabet = "abc 0123456789.,+-*/^()[]{}<>=!&|%#\"'\\_eEx\n\té−sqrtminfloor";
        int read = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int k = 0; k < length; k++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                program(text.toString());
                read++;
            } catch (MalformedExpression e) {
                assertThat(e.problem()).isNotBlank();
                assertThat(e.offset()).isBetween(0, text.length());
            }
        }
        assertThat(read).isPositive();
    }

    private Interval range() {
        double low = random.nextInt(20) - 5 + random.nextDouble();
        return random.nextInt(4) == 0 ? Interval.point(low) : new Interval(low, low + random.nextDouble() * 5);
    }

    private Interval pointIn(Interval range) {
        double point = range.low() + (range.high() - range.low()) * random.nextDouble();
        return Interval.point(Math.min(point, range.high()));
    }

    /** Without abs inside abs, which has no bars of its own when written. */
    private String expression(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return random.nextBoolean() ? NAMES.get(random.nextInt(3)) : Integer.toString(random.nextInt(9) + 1);
        }
        String a = expression(depth - 1);
        String b = expression(depth - 1);
        return switch (random.nextInt(12)) {
            case 0, 1 -> "(" + a + ") + " + b;
            case 2 -> "(" + a + ") - (" + b + ")";
            case 3, 4 -> "(" + a + ") * (" + b + ")";
            case 5 -> "(" + a + ") / (" + b + ")";
            case 6 -> "-(" + a + ")";
            case 7 -> "(" + a + ")^" + (random.nextBoolean() ? "2" : random.nextBoolean() ? "3" : "(-1)");
            case 8 -> "sqrt(" + a + ")";
            case 9 -> "min(" + a + ", " + b + ")";
            case 10 -> "max(" + a + ", " + b + ", 2)";
            default -> a.contains("abs") ? "floor(" + a + ")" : "ceil(abs(" + a + "))";
        };
    }
}
