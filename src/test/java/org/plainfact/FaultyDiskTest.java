package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.disk.Trees;

/**
 * One operation of the disk after the other fails during a build that changes every page. {@code -Dplainfact.faults=0} lets each
 * fail in turn, another number that many of them.
 */
@Tag("slow")
@Tag("unbreakable")
class FaultyDiskTest {
    private static final int FAULTS = Integer.getInteger("plainfact.faults", 12);

    @TempDir
    private Path work;

    @Test
    void whichever_operation_fails_the_site_is_the_old_one_or_the_new_one() throws Exception {
        Path site = work.resolve("site");
        Path output = site.resolve("output");
        SmallSite.unpack(site);
        Path template = site.resolve("templates/layout.ftlh");
        String one = Built.text(template);
        String two = one.replace("<footer>", "<footer>edition two ");
        Built.write(template, two);
        Built.run(site, "build").succeeded();
        SortedMap<String, String> fresh = published(output);
        Built.write(template, one);
        Built.run(site, "build").succeeded();
        SortedMap<String, String> old = published(output);

        Built.write(template, two);
        FaultyDisk counting = new FaultyDisk(FileSystems.getDefault(), -1);
        Built.run(counting.path(site), "build").succeeded();
        int operations = counting.done();
        assertThat(operations).isGreaterThan(500);

        int failed = 0;
        int[] tried = FAULTS == 0
                ? IntStream.range(0, operations).toArray()
                : IntStream.range(0, FAULTS)
                        .map(i -> (int) ((i + 0.5) * operations / FAULTS))
                        .toArray();
        for (int operation : tried) {
            Built.write(template, one);
            Built.run(site, "build").succeeded();
            assertThat(published(output)).isEqualTo(old);
            Built.write(template, two);

            Built.Answer answer = Built.run(new FaultyDisk(FileSystems.getDefault(), operation).path(site), "build");

            if (answer.code() == 0) {
                assertThat(published(output)).as("operation " + operation).isEqualTo(fresh);
            } else {
                failed++;
                assertThat(answer.code())
                        .as("operation %d: %s", operation, answer.err())
                        .isEqualTo(3);
                assertThat(answer.err())
                        .matches("plainfact: (/.*: Input/output error|(exists already|no such file): /.+)\n");
                assertThat(published(output)).as("operation " + operation).isIn(old, fresh);
            }
            Built.run(site, "build").succeeded();
            assertThat(published(output)).as("after operation " + operation).isEqualTo(fresh);
            assertThat(beside(site)).as("operation " + operation).isEmpty();
        }
        System.out.printf(
                "%d of %d operations of a build failed in turn: %d builds told it, %d went on without, 0 harmed the site%n",
                tried.length, operations, failed, tried.length - failed);
        assertThat(failed).isPositive();
    }

    /** Else a folder of texts that the disk does not tell of would be one without texts, and their pages would go. */
    @ParameterizedTest
    @ValueSource(strings = {"", "jbake.properties", "content", "data", "assets", "templates", "output"})
    void what_the_disk_cannot_tell_of_is_not_taken_for_missing(String name) {
        Path site = work.resolve("site");
        SmallSite.unpack(site);
        Built.run(site, "build").succeeded();
        Built.write(
                site.resolve("content/pages/about.md"),
                Built.text(site.resolve("content/pages/about.md")) + "\nMore.\n");
        SortedMap<String, String> old = published(site.resolve("output"));
        Path place = name.isEmpty() ? site : site.resolve(name);

        int told = 0;
        for (int operation = 0; operation < 4; operation++) {
            Built.Answer answer = Built.run(
                    new FaultyDisk(FileSystems.getDefault(), operation, Optional.of(place)).path(site), "build");

            if (answer.code() != 0) {
                told++;
                assertThat(answer.err())
                        .as("operation " + operation)
                        .isEqualTo("plainfact: " + place + ": Input/output error\n");
                assertThat(answer.code()).isEqualTo(3);
            }
            SortedMap<String, String> now = published(site.resolve("output"));
            assertThat(now.keySet()).as("operation " + operation).isEqualTo(old.keySet());
        }
        assertThat(told).isPositive();
    }

    /** Else a folder that the disk cannot tell of would be taken for a file, and told as one that is not empty. */
    @Test
    void what_keeps_a_folder_from_being_deleted_is_told_with_its_cause() throws Exception {
        Path folder = work.resolve("new");
        Built.write(folder.resolve("index.html"), "old");

        int operation = 0;
        while (Files.exists(folder)) {
            FaultyDisk disk = new FaultyDisk(FileSystems.getDefault(), operation, Optional.of(folder));
            try {
                Trees.delete(disk.path(folder));
            } catch (IOException e) {
                assertThat(e).as("operation " + operation).hasMessage(folder + ": Input/output error");
            }
            operation++;
        }
        assertThat(operation).isGreaterThan(2);
    }

    @Test
    void a_lock_that_could_not_be_looked_at_is_given_back() {
        Path site = work.resolve("site");
        SmallSite.unpack(site);
        Path lock = site.resolve(".output.plainfact.lock");
        for (int operation = 0; operation < 4; operation++) {
            Built.Answer answer = Built.run(
                    new FaultyDisk(FileSystems.getDefault(), operation, Optional.of(lock)).path(site),
                    "build",
                    "--clean");

            assertThat(answer.err())
                    .as("operation " + operation)
                    .isEqualTo("plainfact: " + lock + ": Input/output error\n");
            Built.run(site, "build", "--clean").succeeded();
        }
    }

    private static String beside(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return String.join(
                    " ",
                    files.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith("."))
                            .toList());
        }
    }

    /** What readers get. */
    private static SortedMap<String, String> published(Path output) {
        SortedMap<String, String> files = Built.hashes(output);
        files.remove(".plainfact-manifest");
        return files;
    }
}
