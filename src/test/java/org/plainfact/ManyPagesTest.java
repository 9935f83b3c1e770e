package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand texts and the whole program in a heap of a gigabyte. {@code -Dplainfact.pages=20000} for fewer, which need as
 * much less. What changes a list of all of them, as a title does, is not among the edits in the preview: it needs 200 MB more.
 */
@Tag("unbreakable")
class ManyPagesTest {
    private static final int PAGES = Integer.getInteger("plainfact.pages", 100_000);
    private static final int HEAP_MB = (int) (1_024L * PAGES / 100_000);
    private static final List<String> WORDS = List.of(
            "kettle", "water", "warm", "shows", "often", "kitchen", "power", "winter", "wire", "tap", "answer", "slow");

    /** What is remembered is nearly all old: it gets nearly all. */
    private static final List<String> FLAGS = List.of("-Xmx" + HEAP_MB + "m", "-Xmn" + HEAP_MB / 16 + "m");

    private static final int WARM = 20;
    private static final int EDITS = 200;

    @TempDir
    private static Path work;

    private static final Random RANDOM = new Random(5);

    private static Path site;
    private static long first;

    @BeforeAll
    static void isBuiltFromNothing() throws Exception {
        site = work.resolve("site");
        SmallSite.unpack(site);
        for (int i = 0; i < PAGES; i++) {
            Files.writeString(file(i), text(i), StandardCharsets.UTF_8);
        }
        first = seconds(() -> assertThat(build()).contains("; 0 errors, "));
        try (Stream<Path> pages = Files.list(site.resolve("output/articles"))) {
            assertThat(pages.filter(Files::isDirectory)).hasSizeGreaterThanOrEqualTo(PAGES);
        }
    }

    @Test
    void a_hundred_thousand_texts_are_built_again_after_an_edit_of_one_in_a_gigabyte() throws Exception {
        Path edited = file(PAGES / 2);
        Files.writeString(edited, Files.readString(edited) + "\nOne thing more.\n");
        // Its page, and the same as Markdown.
        long edit = seconds(() -> assertThat(build()).contains("; 0 errors, ", " 2 written, ", " 0 removed"));
        long unchanged = seconds(() -> assertThat(build()).contains(" 0 written, "));
        Path clean = work.resolve("clean");
        build("--clean", "--out", clean.toString());
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

    @Test
    void two_hundred_edits_in_a_preview_of_them_leave_nothing_behind_in_a_gigabyte() throws Exception {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("-XX:+UseStringDeduplication");
        List<String> command = RealProgram.command(flags, "serve", "--port", "0");
        Path log = Files.createDirectories(work.resolve("log"));
        try (RealProgram program = RealProgram.start(site, log, environment(), command);
                Serving serving = Serving.of(program).looked(Duration.ofMinutes(10))) {
            edit(serving, WARM);
            Holding before = Holding.of(program);

            long edits = seconds(() -> edit(serving, EDITS));

            Holding after = Holding.of(program);
            System.out.printf("%d edits in %d s: %s before, %s after them%n", EDITS, edits, before, after);
            after.isAllThatStays(before);
            assertThat(program.err()).doesNotContain(": error: ", "Exception");
        }
    }

    /** Each is taken back, and awaited in the page. */
    private static void edit(Serving serving, int edits) {
        for (int i = 0; i < edits / 2; i++) {
            int number = i * 997 % PAGES;
            String word = "soak" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
            String page = "/articles/text-%06d/".formatted(number);
            serving.showsMeanwhile(file(number), "It takes {", "It " + word + " takes {", page, word);
        }
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

    private static Path file(int number) {
        return site.resolve("content/articles/text-%06d.md".formatted(number));
    }

    private static String text(int number) {
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

    private static String words(int count) {
        StringBuilder words = new StringBuilder("So");
        for (int i = 0; i < count; i++) {
            words.append(' ').append(WORDS.get(RANDOM.nextInt(WORDS.size())));
        }
        return words.toString();
    }

    private static String build(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("build", site.toString()));
        arguments.addAll(List.of(options));
        Path told = work.resolve("told");
        ProcessBuilder builder = new ProcessBuilder(RealProgram.command(FLAGS, arguments.toArray(String[]::new)))
                .redirectOutput(told.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(told);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Map<String, String> environment() {
        return Map.of("XDG_CACHE_HOME", work.resolve("cache").toString());
    }
}
