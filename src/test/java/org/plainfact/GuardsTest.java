package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import org.plainfact.Casebook.Block;
import org.plainfact.Casebook.Case;

/**
 * Holds {@code guards.md}: each guard is taken out of the program in turn, and each test that is named for it fails then
 * and passes else. Most are tried with the long tests alone; {@code -Dplainfact.guard=WORDS} tries those with these words in their heading.
 */
@Isolated("it changes the class path that the tests know")
class GuardsTest {
    private static final Path PAGE = Path.of("src/test/resources/guards.md");
    private static final Path PROGRAM = Path.of("src/main/java/org/plainfact");
    private static final Path TESTS = Path.of("src/test/java");
    private static final String SUFFIX = ".java";
    private static final String OFF = "off";
    private static final String BEHIND = "behind";
    private static final String FAILS = "fails";
    private static final String FAILS_SLOWLY = "fails slowly";
    private static final int PATIENCE_SECONDS = 60;

    /** A part of the heading of those to be tried; empty for all. */
    private static final String ONLY = System.getProperty("plainfact.guard", "");

    @Test
    @Tag("slow")
    void what_is_named_for_a_guard_passes_while_no_guard_is_off() throws IOException {
        passes(FAILS);
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> without_a_guard_its_tests_fail() throws IOException {
        return fails(FAILS);
    }

    @Test
    @Tag("unbreakable")
    void what_is_named_for_a_guard_and_takes_longer_passes_while_no_guard_is_off() throws IOException {
        passes(FAILS_SLOWLY);
    }

    @TestFactory
    @Tag("unbreakable")
    Stream<DynamicTest> without_a_guard_its_longer_tests_fail() throws IOException {
        return fails(FAILS_SLOWLY);
    }

    @Test
    void each_guard_stands_in_its_source_and_names_a_test() throws IOException {
        assertThat(Casebook.read(PAGE).toList()).isNotEmpty().allSatisfy(guard -> {
            assertThat(sources(guard, OFF)).as(guard.title()).isNotEmpty();
            List<String> tests = new ArrayList<>(tests(guard, FAILS));
            tests.addAll(tests(guard, FAILS_SLOWLY));
            assertThat(tests).as(guard.title()).isNotEmpty().allSatisfy(test -> {
                int dot = test.indexOf('.');
                String source = Built.text(TESTS.resolve(file(test.substring(0, dot))));
                assertThat(source).as(test).contains("    void " + test.substring(dot + 1) + "(");
            });
        });
    }

    private static void passes(String kind) throws IOException {
        List<String> all = Casebook.read(PAGE)
                .filter(guard -> (guard.kind() + ": " + guard.title()).contains(ONLY))
                .flatMap(guard -> tests(guard, kind).stream())
                .distinct()
                .toList();

        assertThat(Altered.with(List.of()).failure(all, GuardsTest::testClass, 10 * PATIENCE_SECONDS))
                .as("with no guard off")
                .isEmpty();
    }

    private static Stream<DynamicTest> fails(String kind) throws IOException {
        return Casebook.read(PAGE)
                .filter(guard -> (guard.kind() + ": " + guard.title()).contains(ONLY))
                .filter(guard -> !tests(guard, kind).isEmpty())
                .map(guard -> DynamicTest.dynamicTest(guard.kind() + ": " + guard.title(), () -> fails(guard, kind)));
    }

    private static void fails(Case guard, String kind) {
        List<String> tests = tests(guard, kind);
        List<Altered.Source> before = sources(guard, BEHIND);
        if (!before.isEmpty()) {
            assertThat(Altered.with(before).failure(tests, GuardsTest::testClass, PATIENCE_SECONDS))
                    .as("with the guard before it off")
                    .isEmpty();
        }
        Altered program = Altered.with(sources(guard, BEHIND, OFF));
        for (String test : tests) {
            Optional<Throwable> failure = program.failure(List.of(test), GuardsTest::testClass, PATIENCE_SECONDS);
            assertThat(failure)
                    .as(test + " passes without the guard: " + guard.title())
                    .isNotEmpty();
        }
    }

    private static List<String> tests(Case guard, String kind) {
        return guard.block(kind).stream().flatMap(String::lines).toList();
    }

    /** The sources that a guard is taken out of, by the blocks of some kinds. */
    private static List<Altered.Source> sources(Case guard, String... kinds) {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Block block : guard.blocks()) {
            String[] name = block.name().split(" ", 2);
            if (List.of(kinds).contains(name[0])) {
                Path file = PROGRAM.resolve(name[1]);
                texts.merge(
                        file,
                        without(guard, texts.getOrDefault(file, Built.text(file)), block.text()),
                        (before, after) -> after);
            }
        }
        List<Altered.Source> sources = new ArrayList<>();
        texts.forEach((file, text) -> sources.add(new Altered.Source(file, text)));
        return sources;
    }

    /** The source with the words behind the line {@code =>} in place of those before it. */
    private static String without(Case guard, String text, String change) {
        String[] words = change.split("\n=>\n", 2);
        assertThat(words).as(guard.title()).hasSize(2);
        int times = text.split(Pattern.quote(words[0]), -1).length - 1;
        assertThat(times)
                .as(guard.title() + ": how often these words stand in the source: " + words[0])
                .isOne();
        return text.replace(words[0], words[1].replaceFirst("\n$", ""));
    }

    /** @param name such as {@code RouteTest}, or {@code tex/FormulaTest} where there are two */
    private static String testClass(String name) {
        String file = file(name);
        return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
    }

    private static String file(String name) {
        List<String> found = Built.files(TESTS).keySet().stream()
                .filter(file -> file.endsWith("/" + name + SUFFIX))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }
}
