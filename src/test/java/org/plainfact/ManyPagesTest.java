package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand texts and the whole program in a heap of a gigabyte. {@code -Dplainfact.pages=20000} for fewer, which need as
 * much less.
 */
@Tag("unbreakable")
class ManyPagesTest {
    private static final int PAGES = Integer.getInteger("plainfact.pages", 100_000);
    private static final int HEAP_MB = (int) (1_024L * PAGES / 100_000);
    private static final List<String> WORDS = List.of(
            "kettle", "water", "warm", "shows", "often", "kitchen", "power", "winter", "wire", "tap", "answer", "slow");

    @TempDir
    private Path work;

    private final Random random = new Random(5);

    @Test
    void a_hundred_thousand_texts_are_built_in_a_gigabyte_and_built_again_after_an_edit_of_one() throws Exception {
        Path site = work.resolve("site");
        SmallSite.unpack(site);
        for (int i = 0; i < PAGES; i++) {
            Files.writeString(text(site, i), text(i), StandardCharsets.UTF_8);
        }

        long first = seconds(() -> assertThat(build(site)).contains("; 0 errors, "));
        try (Stream<Path> pages = Files.list(site.resolve("output/articles"))) {
            assertThat(pages.filter(Files::isDirectory)).hasSizeGreaterThanOrEqualTo(PAGES);
        }
        Path edited = text(site, PAGES / 2);
        Files.writeString(edited, Files.readString(edited) + "\nOne thing more.\n");
        // Its page, and the same as Markdown.
        long edit = seconds(() -> assertThat(build(site)).contains("; 0 errors, ", " 2 written, ", " 0 removed"));
        long unchanged = seconds(() -> assertThat(build(site)).contains(" 0 written, "));
        Path clean = work.resolve("clean");
        build(site, "--clean", "--out", clean.toString());
        assertSame(site.resolve("output"), clean);

        System.out.printf(
                Locale.ROOT,
                "%d texts in %d MB: built in %d s, after an edit of one in %d s, unchanged in %d s%n",
                PAGES,
                HEAP_MB,
                first,
                edit,
                unchanged);
    }

    private interface Step {
        void take() throws Exception;
    }

    private static long seconds(Step step) throws Exception {
        long start = System.nanoTime();
        step.take();
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private static void assertSame(Path folder, Path other) throws IOException {
        SortedMap<String, Path> files = Built.files(folder);
        SortedMap<String, Path> others = Built.files(other);
        assertThat(others.keySet()).isEqualTo(files.keySet());
        for (Map.Entry<String, Path> file : files.entrySet()) {
            assertThat(Files.mismatch(file.getValue(), Objects.requireNonNull(others.get(file.getKey()))))
                    .as(file.getKey())
                    .isNegative();
        }
    }

    private static Path text(Path site, int number) {
        return site.resolve("content/articles/text-%06d.md".formatted(number));
    }

    private String text(int number) {
        return """
                ---
                title: "%s"
                description: "%s"
                date: %d-0%d-1%d
                status: published
                topics: [topic-%d]
                ---

                ## %s

                %s. It takes {figure}`alpha.power`, see {page}`text-%06d`.

                %s.
                """.formatted(
                        words(5),
                        words(9),
                        2000 + number % 25,
                        1 + number % 9,
                        number % 10,
                        number % 8,
                        words(4),
                        words(25),
                        (number + 1) % PAGES,
                        words(30));
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder("So");
        for (int i = 0; i < count; i++) {
            words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }

    private String build(Path site, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("build", site.toString()));
        arguments.addAll(List.of(options));
        List<String> command = new ArrayList<>(RealProgram.command(arguments.toArray(String[]::new)));
        // What is remembered is nearly all old: it gets nearly all.
        command.addAll(
                command.indexOf("-cp"),
                List.of(
                        "-Xmx" + HEAP_MB + "m",
                        "-Xmn" + HEAP_MB / 16 + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders"));
        Path told = work.resolve("told");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(told.toFile()).redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", work.resolve("cache").toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(told);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
