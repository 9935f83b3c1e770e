package org.plainfact.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private final Results results = new Results();

    @Test
    void of_two_of_one_name_the_later_is_found() {
        results.put(result("a"));
        Result later = result("a");
        results.put(later);

        assertThat(results.get(new String("a"))).isSameAs(later);
        assertThat(results.get("b")).isNull();
        assertThat(results.all()).containsExactly(later);
    }

    @Test
    void what_is_there_is_what_a_map_holds_whatever_is_put_and_removed() {
        long seed = 7;
        Random random = new Random(seed);
        Map<String, Result> expected = new HashMap<>();
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 2_000; i++) {
                Result result = result("text " + random.nextInt(5_000));
                expected.put(result.name(), result);
                results.put(result);
            }
            int gone = random.nextInt(10);
            expected.values().removeIf(result -> result.name().hashCode() % 10 == gone);
            results.removeIf(result -> result.name().hashCode() % 10 == gone);

            assertThat(results.all()).as("round %d, seed %d", round, seed).hasSameSizeAs(expected.values());
            assertThat(IntStream.range(0, 5_000).mapToObj(i -> "text " + i))
                    .as("round %d, seed %d", round, seed)
                    .noneMatch(name -> results.get(name) != expected.get(name));
        }
    }

    /** "Aa" and "BB" have one hash. */
    @Test
    void names_of_one_hash_are_told_apart() {
        List<String> names = List.of("AaAa", "AaBB", "BBAa", "BBBB");
        names.forEach(name -> results.put(result(name)));
        results.removeIf(result -> result.name().equals("AaAa"));

        assertThat(names)
                .map(name -> results.get(name) == null ? "none" : name)
                .containsExactly("none", "AaBB", "BBAa", "BBBB");
    }

    private static Result result(String name) {
        return new Result(name, "key", List.of(), List.of(), "value");
    }
}
