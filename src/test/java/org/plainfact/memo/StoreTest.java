package org.plainfact.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.source.Findings;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

class StoreTest {
    private static final Drawer KEPT = new Drawer("kept", true, true);
    private static final Drawer LOST = new Drawer("lost", true, false);

    @TempDir
    private Path folder;

    private Path file;
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void name() {
        file = folder.resolve("below/memory");
    }

    private record Dish(
            String name,
            List<Optional<String>> words,
            Map<String, Object> facts,
            Severity severity,
            SourceSpan place,
            int count,
            long weight,
            boolean warm) {}

    private record Named(String name) implements Lookup<String> {
        @Override
        public String in(World world) {
            return String.valueOf(world.part(Map.class).get(name));
        }
    }

    private static Dish dish(String name) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("z", List.of("ü", ""));
        facts.put("a", Map.of("k", true));
        return new Dish(
                name,
                List.of(Optional.of("x\u0000\uFFFD"), Optional.empty()),
                facts,
                Severity.WARNING,
                new SourceSpan(name, 7, 8),
                -3,
                1L << 40,
                true);
    }

    private Dish cook(Memory memory, Drawer drawer, String name, String salt) {
        Session session = memory.begin();
        session.world().know(Map.class, Map.of("salt", salt));
        Dish dish = session.recall(drawer, name, session.alike(drawer, dish("key")), new Findings(), (reads, found) -> {
            made.add(name);
            reads.ask(new Named("salt"));
            return dish(name);
        });
        session.end();
        return dish;
    }

    private static Memory memory() {
        return new Memory();
    }

    private void saved() throws IOException {
        Memory memory = memory();
        cook(memory, KEPT, "soup", "sea");
        memory.save(file, "program", () -> true);
        made.clear();
    }

    @Test
    void another_process_uses_what_was_kept() throws IOException {
        saved();
        Memory later = memory();

        assertThat(later.load(file, "program")).isEmpty();
        assertThat(cook(later, KEPT, "soup", "sea")).isEqualTo(dish("soup"));
        assertThat(made).isEmpty();
    }

    @Test
    void what_was_kept_before_stays_where_keeping_is_given_up() throws IOException {
        saved();
        byte[] before = Files.readAllBytes(file);
        Memory memory = memory();
        cook(memory, KEPT, "soup", "sea");
        cook(memory, KEPT, "stew", "sea");
        AtomicInteger asked = new AtomicInteger();

        assertThat(memory.save(file, "program", () -> asked.incrementAndGet() < 2))
                .isFalse();

        assertThat(file).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            assertThat(files).containsExactly(file.toAbsolutePath());
        }
    }

    @Test
    void what_is_made_while_it_is_kept_does_no_harm() throws IOException {
        Memory memory = memory();
        cook(memory, KEPT, "soup", "sea");
        AtomicInteger more = new AtomicInteger();

        assertThat(memory.save(file, "program", () -> {
                    synchronized (more) {
                        if (more.get() < 100) {
                            addTo(memory, "dish " + more.getAndIncrement());
                        }
                    }
                    return true;
                }))
                .isTrue();
        made.clear();
        Memory later = memory();

        assertThat(later.load(file, "program")).isEmpty();
        cook(later, KEPT, "soup", "sea");
        assertThat(made).isEmpty();
    }

    /** As a build does that goes on: nothing is forgotten yet. */
    private void addTo(Memory memory, String name) {
        Session session = memory.begin();
        session.world().know(Map.class, Map.of("salt", "sea"));
        session.recall(KEPT, name, session.alike(KEPT, dish(name)), new Findings(), (reads, found) -> {
            reads.ask(new Named("salt"));
            return dish(name);
        });
    }

    @Test
    void what_several_results_were_told_is_written_once_and_shared_by_them() throws IOException {
        Memory memory = memory();
        addTo(memory, "soup");
        memory.save(file, "program", () -> true);
        long one = Files.size(file);
        addTo(memory, "stew");
        memory.save(file, "program", () -> true);
        Memory later = memory();
        later.load(file, "program");

        List<Result> results = later.stock(KEPT).results().all();
        assertThat(results).extracting(Result::name).containsExactlyInAnyOrder("soup", "stew");
        assertThat(results.stream().flatMap(result -> result.told().stream()).distinct())
                .hasSize(1);
        assertThat(Files.size(file)).isLessThan(2 * one);
    }

    @Test
    void what_was_looked_up_is_asked_again() throws IOException {
        saved();
        Memory later = memory();
        later.load(file, "program");

        cook(later, KEPT, "soup", "rock");

        assertThat(made).containsExactly("soup");
    }

    @Test
    void only_drawers_that_are_kept_are_written() throws IOException {
        Memory memory = memory();
        cook(memory, LOST, "soup", "sea");
        memory.save(file, "program", () -> true);
        made.clear();
        Memory later = memory();
        later.load(file, "program");

        cook(later, LOST, "soup", "sea");

        assertThat(made).containsExactly("soup");
    }

    @Test
    void the_last_build_of_a_process_holds_no_more_than_the_next_process_gets() {
        Memory memory = memory();
        memory.pass();
        cook(memory, LOST, "soup", "sea");
        cook(memory, KEPT, "stew", "sea");

        assertThat(memory.stock(LOST).results().all()).isEmpty();
        assertThat(memory.stock(KEPT).results().all())
                .singleElement()
                .satisfies(result -> assertThat(((Alike) result.key()).held()).isEmpty());
    }

    @Test
    void without_a_file_there_is_nothing_to_tell() {
        assertThat(memory().load(file, "program")).isEmpty();
    }

    @Test
    void another_version_s_file_is_not_used() throws IOException {
        saved();

        assertThat(memory().load(file, "other")).contains("is of another version of Plainfact");
    }

    @Test
    void a_foreign_file_is_not_used() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        for (String text : List.of("", "x", "PK\u0003\u0004 something else that is long enough to hold a digest")) {
            Files.writeString(file, text);
            assertThat(memory().load(file, "program")).contains("is no memory of Plainfact");
        }
    }

    @Test
    void a_file_cut_anywhere_is_not_used() throws IOException {
        saved();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(memory().load(file, "program")).as("%d bytes", length).isPresent();
        }
    }

    @Test
    void a_file_with_any_bit_turned_is_not_used() throws IOException {
        saved();
        byte[] whole = Files.readAllBytes(file);
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < whole.length; i++) {
            byte[] turned = whole.clone();
            turned[i] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, turned);
            assertThat(memory().load(file, "program")).as("byte %d", i).isPresent();
        }
    }

    @Test
    void a_killed_process_leaves_the_file_of_the_one_before() throws IOException {
        saved();
        Files.writeString(folder.resolve("below/memory123.new"), "half");
        Memory later = memory();

        assertThat(later.load(file, "program")).isEmpty();
        cook(later, KEPT, "soup", "sea");
        assertThat(made).isEmpty();
    }

    @Test
    void saving_leaves_nothing_else_behind() throws IOException {
        saved();
        saved();

        try (var files = Files.list(folder.resolve("below"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_record_s_fingerprint_comes_with_it_from_the_process_before() throws IOException {
        Dish dish = dish("soup");
        Fingerprint fingerprint = new Fingerprinter(true, Set.of(), Map.of()).of(dish);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        Map<Object, Fingerprint> taken = new IdentityHashMap<>(Map.of(dish, fingerprint));
        Encoded encoded = new Encoded(out, taken::get);
        encoded.value(List.of(dish, dish("bread")));
        encoded.flush();
        Map<Record, Fingerprint> told = new HashMap<>();

        Object read = new Decoded(new java.io.ByteArrayInputStream(out.toByteArray()), told::put).value();

        assertThat(read).isEqualTo(List.of(dish, dish("bread")));
        assertThat(told).containsExactly(Map.entry(dish, fingerprint));
    }

    @Test
    void a_fingerprint_that_came_from_the_process_before_is_not_taken_again() {
        Dish dish = dish("soup");
        Fingerprinter fingerprinter = new Fingerprinter(true, Set.of(Dish.class), Map.of());
        Fingerprint known = new Fingerprint(1, 2);

        fingerprinter.know(dish, known);

        assertThat(fingerprinter.of(dish)).isEqualTo(known);
    }

    /** A file that its own digest vouches for can still ask for what is not ours. */
    @Test
    void nothing_but_records_and_enums_of_this_program_is_made() throws Exception {
        for (String name : List.of("java.lang.Runtime", "org.plainfact.memo.Session", "org.plainfact.None")) {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            out.write('r');
            out.write(0);
            out.write(name.length());
            out.write(name.getBytes(StandardCharsets.UTF_8));
            Decoded in = new Decoded(new java.io.ByteArrayInputStream(out.toByteArray()), (whole, fingerprint) -> {});
            org.assertj.core.api.Assertions.assertThatIOException()
                    .isThrownBy(in::value)
                    .withMessageContaining(name);
        }
    }
}
