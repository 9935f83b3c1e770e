package org.plainfact.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that publishes one edition after the other is killed at random moments. What readers get is one of the
 * editions, whole, and the next publisher goes on from there.
 */
@Tag("slow")
class KilledPublishTest {
    /** More of them by {@code -Dplainfact.kills}. */
    private static final int KILLS = Integer.getInteger("plainfact.kills", 10);

    private static final long LONGEST_MILLIS = 400;

    @TempDir
    private Path folder;

    private interface Readers {
        /** What they get, by path. */
        SortedMap<String, String> get() throws Exception;
    }

    private void kill(String address, Readers readers) throws Exception {
        Path project = Files.createDirectories(folder.resolve("project"));
        Random random = new Random(20_261_130);
        int before = 0;
        for (int i = 0; i < KILLS; i++) {
            Process publisher = Publisher.start(address, project, folder.resolve("caches"));
            Thread.sleep(random.nextLong(LONGEST_MILLIS));
            publisher.destroyForcibly();
            assertThat(publisher.waitFor(10, TimeUnit.SECONDS)).isTrue();

            int now = assertWhole(address, project, readers);
            assertThat(now).as("kill " + i).isGreaterThan(before);
            before = now;
        }
        assertThat(before).as("editions that were published between the kills").isGreaterThan(KILLS);
        try (Target target = Publisher.target(address, project, folder.resolve("caches"))) {
            Editions.publish(target, Editions.numbered(before + 1));
        }
        assertThat(assertWhole(address, project, readers)).isEqualTo(before + 1);
    }

    private int assertWhole(String address, Path project, Readers readers) throws Exception {
        // Of another machine: what the killed process kept is not looked at.
        try (Target target = Publisher.target(address, project, Files.createTempDirectory(folder, "other"))) {
            int number = Publisher.number(target.live().manifest());
            if (number > 0) {
                assertThat(readers.get()).isEqualTo(Editions.texts(Editions.numbered(number)));
            }
            return number;
        }
    }

    @Test
    void a_folder_is_whole_whenever_its_publisher_is_killed() throws Exception {
        Path root = folder.resolve("www");

        kill("file:" + root, () -> Editions.texts(root.resolve("current")));

        assertThat(root.resolve(".staging")).doesNotExist();
        assertThat(names(root.resolve("releases"))).isEqualTo(5);
    }

    private static long names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void a_branch_is_whole_whenever_its_publisher_is_killed() throws Exception {
        Bare bare = Bare.in(folder.resolve("repo.git"));

        kill("git:" + bare.folder(), () -> bare.texts("gh-pages"));

        assertThat(bare.git("fsck", "--strict")).doesNotContain("error", "missing");
    }
}
