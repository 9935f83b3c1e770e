package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.Casebook.Block;
import org.plainfact.Casebook.Case;

/**
 * Every fault and bad input that we know of, and what the program does about it: {@code src/test/resources/catalogue.md}
 * says how to read it. With {@code -Dcatalogue.write=true} what is answered is written into it, to be read before it is
 * believed.
 */
@Tag("slow")
class FaultCatalogueTest {
    private static final Path PAGE = Path.of("src/test/resources/catalogue.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final String ANSWER = "answer";
    private static final String OUTPUT = "output/";
    private static final Pattern HELD = Pattern.compile("`([A-Za-z0-9]+Test)\\.([a-z0-9_]+)`");

    /** How many rows each part of the catalogue has. */
    private static final SortedMap<String, Integer> ROWS =
            new TreeMap<>(Map.of("C", 29, "D", 10, "T", 6, "A", 4, "O", 8, "P", 8, "U", 7, "K", 4));

    @TempDir
    private static Path work;

    /** A project and its site, to be copied for each case. */
    private static Path good;

    @BeforeAll
    static void aGoodSite() {
        good = work.resolve("good");
        SmallSite.unpack(good);
        Built.run(good, "build").succeeded();
    }

    @TestFactory
    Stream<DynamicTest> a_fault_is_answered_in_these_words_and_harms_nothing() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case fault : Casebook.read(PAGE).toList()) {
            if (!fault.blocks().isEmpty()) {
                Path folder = work.resolve("case-" + tests.size());
                tests.add(DynamicTest.dynamicTest(fault.kind() + ": " + fault.title(), () -> hold(fault, folder)));
            }
        }
        return tests.stream();
    }

    @Test
    void every_row_has_a_case_or_names_the_test_that_holds_it() throws IOException {
        Set<String> rows = ROWS.entrySet().stream()
                .flatMap(part -> IntStream.rangeClosed(1, part.getValue()).mapToObj(i -> part.getKey() + i))
                .collect(Collectors.toCollection(TreeSet::new));

        TreeSet<String> held = Casebook.read(PAGE)
                .filter(fault ->
                        !fault.blocks().isEmpty() || HELD.matcher(fault.text()).find())
                .map(Case::kind)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(held).containsExactlyElementsOf(rows);
    }

    @Test
    void each_test_that_is_named_is_there() throws IOException {
        TreeMap<String, String> sources = new TreeMap<>();
        Built.files(TESTS).forEach((name, file) -> sources.put(name.substring(name.lastIndexOf('/') + 1), name));
        for (Case fault : Casebook.read(PAGE).toList()) {
            Matcher held = HELD.matcher(fault.text());
            while (held.find()) {
                String file = held.group(1) + ".java";
                assertThat(sources).as(fault.kind()).containsKey(file);
                assertThat(Built.text(TESTS.resolve(sources.get(file))))
                        .as(fault.kind() + ": " + held.group())
                        .containsPattern("\\b" + held.group(2) + "\\(");
            }
        }
    }

    private static void hold(Case fault, Path folder) throws Exception {
        Path site = folder.resolve("site");
        copy(good, site);
        List<String> command = List.of("build");
        for (Block block : fault.blocks()) {
            String[] words = block.name().split(" ", 2);
            switch (words[0]) {
                case "text" -> Built.write(site.resolve("content/articles/x.md"), Casebook.article(block.text()));
                case "file" -> Built.write(site.resolve(words[1]), block.text());
                case "without" -> Files.delete(site.resolve(words[1]));
                case "edit" -> Casebook.edit(site.resolve(words[1]), block.text());
                case "shell" -> shell(site, block.text());
                case "command" -> command = List.of(words[1].split(" "));
                case "shows", "hides", "gone", ANSWER -> {}
                default -> throw new IllegalArgumentException("what is a block \"" + block.name() + "\"?");
            }
        }
        SortedMap<String, String> before = everything(folder);
        Built.Answer answer = Built.run(site, command.toArray(String[]::new));
        String told = "exit " + answer.code() + "\n"
                + (answer.err() + answer.out()).replace(site.toString(), "SITE").replaceAll("(?m)\\s+$", "")
                + "\n";
        if (Boolean.getBoolean("catalogue.write")) {
            fault.write(ANSWER, told);
        }
        assertThat(told).isEqualTo(fault.block(ANSWER).orElse(""));
        SortedMap<String, String> after = everything(folder);
        if (answer.code() == 0) {
            before.keySet().removeIf(path -> path.startsWith("site/" + OUTPUT));
            after.keySet().removeIf(path -> path.startsWith("site/" + OUTPUT));
        }
        assertThat(after).as("what must not change").isEqualTo(before);
        look(fault, site);
    }

    /** What the site shows, and does not. */
    private static void look(Case fault, Path site) {
        for (Block block : fault.blocks()) {
            String[] words = block.name().split(" ", 2);
            switch (words[0]) {
                case "shows" ->
                    assertThat(Built.text(site.resolve(words[1])))
                            .contains(block.text().lines().toList());
                case "hides" ->
                    assertThat(Built.text(site.resolve(words[1])))
                            .doesNotContain(block.text().lines().toList());
                case "gone" -> assertThat(site.resolve(words[1])).doesNotExist();
                default -> {}
            }
        }
    }

    private static void shell(Path folder, String commands) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(said).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** All that lies below a folder: of a file its bytes, of a link where it leads. */
    private static SortedMap<String, String> everything(Path folder) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.toList()) {
                String name = folder.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    found.put(name, "-> " + Files.readSymbolicLink(path));
                } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    found.put(name + "/", "folder");
                } else if (Files.isRegularFile(path)) {
                    // A file of a gigabyte is known by its size.
                    found.put(name, Files.size(path) < 10_000_000 ? Built.hash(path) : Files.size(path) + " bytes");
                } else {
                    found.put(name, "special");
                }
            }
        }
        return found;
    }
}
