package org.plainfact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Map<String, Object> sample() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", List.of(1, true, "x"));
        map.put("a", Map.of());
        map.put("m", List.of());
        return map;
    }

    @Test
    void keys_stand_in_the_order_of_the_map() {
        assertThat(Json.write(sample())).isEqualTo("{\"z\":[1,true,\"x\"],\"a\":{},\"m\":[]}");
    }

    @Test
    void a_pretty_text_has_a_line_for_each_value() {
        assertThat(Json.pretty(sample())).isEqualTo("""
                {
                  "z": [
                    1,
                    true,
                    "x"
                  ],
                  "a": {},
                  "m": []
                }
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "100, 100",
        "9894000, 9894000",
        "0.1, 0.1",
        "0.1011, 0.1011",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "-1.25e25, -1.25e+25",
        "0.000001, 0.000001",
        "1.5e-7, 1.5e-7",
        "4.9e-324, 4.9e-324",
        "0.30000000000000004, 0.30000000000000004"
    })
    void a_number_is_as_short_as_it_can_be(double number, String text) {
        assertThat(Json.write(number)).isEqualTo(text);
        assertThat(Json.write(new BigDecimal(Double.toString(number)))).isEqualTo(text);
    }

    @Test
    void any_number_reads_back_to_itself() {
        long seed = 20260926;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(Json.write(number)))
                        .as("seed %d, step %d", seed, i)
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void what_no_text_may_hold_is_escaped() {
        assertThat(Json.write("\"\\\n\r\t\u0000\u007f\ud800é\ud83d\ude00"))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0000\\u007f\\ud800é\ud83d\ude00\"");
    }

    @Test
    void in_a_script_nothing_can_end_the_element() {
        String json = Json.forScript(Map.of("</script><!--", "a & b\u2028\u2029"));
        assertThat(json).isEqualTo("{\"\\u003c/script\\u003e\\u003c!--\":\"a \\u0026 b\\u2028\\u2029\"}");
        assertThat(Json.read("x", json)).isEqualTo(Map.of("</script><!--", "a & b\u2028\u2029"));
    }

    @Test
    void null_is_written_as_null() {
        assertThat(Json.write(Arrays.asList("a", null))).isEqualTo("[\"a\",null]");
    }

    @Test
    void what_has_no_json_is_refused_by_name() {
        assertThatThrownBy(() -> Json.write(new Object())).hasMessageContaining("java.lang.Object");
        assertThatThrownBy(() -> Json.write(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Json.write(Map.of(1, 2))).hasMessageContaining("1");
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThatThrownBy(() -> Json.write(endless)).hasMessageContaining("deep");
    }

    @Test
    void a_written_value_reads_back() {
        long seed = 20260927;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Object value = value(random, 4);
            assertThat(Json.read("x", Json.write(value)))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(value);
            assertThat(Json.read("x", Json.pretty(value)))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(value);
            assertThat(Json.read("x", Json.forScript(value)))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "[1,]", "1 2", "NaN", "'a'", "// a\n1", "[\"\\ud800\"]"})
    void a_text_that_is_no_strict_json_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> Json.read("feed.json", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("feed.json:1:");
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(-30, 5));
            case 3 ->
                random.ints(random.nextInt(6), 1, 0x2fff)
                        .filter(c -> c > 0x9f || (c > 0x1f && c < 0x7f))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            case 4 ->
                random.ints(random.nextInt(4))
                        .mapToObj(i -> value(random, depth - 1))
                        .toList();
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put("k" + i + "<", value(random, depth - 1));
                }
                yield map;
            }
        };
    }
}
