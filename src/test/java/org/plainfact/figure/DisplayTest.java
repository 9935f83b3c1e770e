package org.plainfact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainfact.data.Interval;

class DisplayTest {
    static List<String> examples() throws IOException {
        try (InputStream in = Objects.requireNonNull(DisplayTest.class.getResourceAsStream("display.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_worked_example_is_printed_as_expected(String line) {
        String[] parts = line.split(";");
        Interval range = new Interval(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        String printed = switch (parts[2]) {
            case "recorded" -> Display.recorded(range);
            case "computed" -> Display.computed(range);
            case "counted" -> Display.computed(range, Optional.empty(), true);
            default -> throw new IllegalArgumentException(parts[2]);
        };
        assertThat(printed).isEqualTo(parts[3]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0           | 0
            -0.0        | 0
            -12.345     | −12.35
            0.00001     | 0.00001000
            9.9996      | 10.00
            99999.9     | 100,000
            1e17        | 100,000,000,000,000,000
            1.23456e18  | 1.235 × 10¹⁸
            -1.5e-7     | −1.500 × 10⁻⁷
            4.9e-324    | 4.900 × 10⁻³²⁴
            1.7976931348623157e308 | 1.798 × 10³⁰⁸
            """)
    void a_computed_point_has_four_digits(double value, String printed) {
        assertThat(Display.computed(Interval.point(value))).isEqualTo(printed);
    }

    @Test
    void the_noise_of_arithmetic_does_not_widen_a_range() {
        assertThat(Display.computed(new Interval(0.7 - 0.1 - 0.3, 0.1 + 0.2))).isEqualTo("0.30");
        assertThat(Display.computed(new Interval(1, 0.1 + 0.2 + 1))).isEqualTo("1.0 – 1.3");
    }

    @Test
    void a_range_below_zero_is_rounded_outward_too() {
        assertThat(Display.computed(new Interval(-1.21, 0.119))).isEqualTo("−1.3 – 0.12");
    }

    @Test
    void a_tie_is_rounded_up_even_where_the_double_lies_just_below() {
        assertThat(Display.computed(Interval.point(1.0005))).isEqualTo("1.001");
    }

    @Test
    void digits_can_be_asked_for() {
        assertThat(Display.computed(Interval.point(9894145.86), Optional.of(2), false))
                .isEqualTo("9,900,000");
        assertThat(Display.recorded(Interval.point(1.54), Optional.of(4))).isEqualTo("1.540");
    }

    @Test
    void a_count_has_no_decimals_but_a_fraction_keeps_them() {
        assertThat(Display.computed(new Interval(3, 7), Optional.empty(), true)).isEqualTo("3 – 7");
        assertThat(Display.computed(Interval.point(7.5), Optional.empty(), true))
                .isEqualTo("7.500");
    }

    @Test
    void what_is_printed_lies_within_its_rounding() {
        Random random = new Random(20260817);
        for (int i = 0; i < 20_000; i++) {
            double a = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(50) - 25);
            double b = a + Math.abs(a) * random.nextDouble();
            assertThat(parsed(Display.computed(Interval.point(a))).doubleValue())
                    .isCloseTo(a, org.assertj.core.data.Offset.offset(Math.abs(a) * 5.1e-4));
            if (b > a) {
                String[] ends = Display.computed(new Interval(a, b)).split(" – ");
                assertThat(parsed(ends[0]).doubleValue()).isBetween(a - Math.abs(a) * 0.101, a + Math.abs(a) * 1e-12);
                assertThat(parsed(ends[ends.length - 1]).doubleValue())
                        .isBetween(b - Math.abs(b) * 1e-12, b + Math.abs(b) * 0.101);
            }
        }
    }

    private static BigDecimal parsed(String text) {
        String[] parts = text.replace(",", "").replace('−', '-').split(" × 10");
        BigDecimal mantissa = new BigDecimal(parts[0]);
        return parts.length == 1 ? mantissa : mantissa.scaleByPowerOfTen(exponent(parts[1]));
    }

    private static int exponent(String raised) {
        StringBuilder plain = new StringBuilder();
        raised.chars().forEach(c -> plain.append(c == '⁻' ? '-' : (char) ('0' + "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))));
        return Integer.parseInt(plain.toString());
    }
}
