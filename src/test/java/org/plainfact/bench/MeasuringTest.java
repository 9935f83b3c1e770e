package org.plainfact.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmarks compute themselves. */
class MeasuringTest {
    @Test
    void the_exponent_of_what_grows_with_the_square_is_two() {
        List<Double> logarithms = Stream.of(10, 100, 1_000).map(Math::log).toList();
        List<Double> squares = Stream.of(100, 10_000, 1_000_000).map(Math::log).toList();

        assertThat(GrowthBenchmark.slope(logarithms, squares)).isEqualTo(2, within(1e-9));
    }

    @Test
    void instructions_are_read_from_what_perf_writes() {
        String stat = "# started on Fri Nov 27 18:00:00 2026\n\n1234567,,instructions:u,1000,100.00,,\n";

        assertThat(Guard.instructions(stat)).isEqualTo(OptionalLong.of(1_234_567));
    }

    @Test
    void a_machine_that_cannot_count_instructions_is_no_zero() {
        String stat = "# started on Fri Nov 27 18:00:00 2026\n\n<not supported>,,instructions:u,0,100.00,,\n";

        assertThat(Guard.instructions(stat)).isEmpty();
    }

    @Test
    void no_call_that_only_plainfact_knows_is_left_in_the_articles_of_the_others(@TempDir Path folder)
            throws IOException {
        Corpus.write(folder, 3);
        try (Stream<Path> articles = Files.list(folder.resolve("content/articles"))) {
            for (Path article : articles.toList()) {
                String text = Files.readString(article);

                assertThat(text).contains("{figure}`", "{page}`", "{term}`", "```{table}", "```{sources}");
                assertThat(Translated.of(text).body())
                        .doesNotContain("{figure}", "{page}", "{term}", "{table}", "{sources}")
                        .contains("](/articles/article-0");
            }
        }
    }

    @Test
    void time_of_the_processor_is_that_of_the_program_that_ran(@TempDir Path folder) throws Exception {
        Run busy = Run.of(
                List.of("sh", "-c", "i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done"),
                Map.of(),
                folder,
                folder.resolve("log"));
        Run idle = Run.of(List.of("sleep", "0.3"), Map.of(), folder, folder.resolve("log"));

        assertThat(busy.processorSeconds()).isGreaterThan(5 * idle.processorSeconds());
        assertThat(idle.seconds()).isBetween(0.3, 30.0);
    }
}
