package org.plainfact.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.disk.Hold;

/** A folder with releases, and a link to the live one. */
class FolderTargetTest {
    private static final Edition ONE = Editions.of("index.html", "one", "a/index.html", "same");
    private static final Edition TWO = Editions.of("index.html", "two", "a/index.html", "same", "b.txt", "new");
    private static final Edition THREE = Editions.of("index.html", "three");

    @TempDir
    private Path folder;

    private Path root = Path.of("");
    private Target target = new FolderTarget(root, 2);

    @BeforeEach
    void aTarget() {
        root = folder.resolve("한 글 + site");
        target = new FolderTarget(root, 3);
    }

    private Path current() {
        return root.resolve("current");
    }

    private List<String> releases() throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("releases"))) {
            return folders.map(release -> String.valueOf(release.getFileName()).substring(0, 6))
                    .sorted()
                    .toList();
        }
    }

    private void assertLive(Edition edition) throws IOException {
        assertThat(Editions.texts(current())).isEqualTo(Editions.texts(edition));
        assertThat(target.live().manifest()).isEqualTo(edition.manifest());
    }

    @Test
    void nothing_is_live_before_the_first_publish() throws IOException {
        assertThat(target.live()).isEqualTo(Live.NOTHING);
        assertThat(root).doesNotExist();
    }

    @Test
    void what_is_published_is_what_readers_get() throws IOException {
        Edition edition = Editions.of(Map.of("글/한 글+1.html", "가", "a b/c+d.txt", "x", "figures.json", "{}"));

        Editions.publish(target, edition);

        assertLive(edition);
        assertThat(target.live().ledger().read()).contains("{}".getBytes());
        assertThat(Files.readAllBytes(current().resolve(Manifest.NAME)))
                .isEqualTo(edition.manifest().bytes());
    }

    @Test
    void what_is_live_already_is_not_sent() throws IOException {
        Editions.publish(target, ONE);

        Plan again = Editions.publish(target, ONE);

        assertThat(again.isEmpty()).isTrue();
        assertThat(releases()).containsExactly("000001");
    }

    @Test
    void an_unchanged_file_is_the_same_file_under_a_second_name() throws IOException {
        Editions.publish(target, ONE);
        Object before = key("a/index.html");

        Editions.publish(target, TWO);

        assertLive(TWO);
        assertThat(key("a/index.html")).isEqualTo(before);
        assertThat(key("index.html")).isNotEqualTo(before);
    }

    private Object key(String path) throws IOException {
        return Files.readAttributes(current().resolve(path).toRealPath(), BasicFileAttributes.class)
                .fileKey();
    }

    @Test
    void a_live_file_that_somebody_altered_is_not_taken_over() throws IOException {
        Editions.publish(target, ONE);
        Files.writeString(current().resolve("a/index.html"), "evil");

        Editions.publish(target, TWO);

        assertLive(TWO);
    }

    /** A file system's clock goes in steps: a file altered at once after a publish has the date of the publish. */
    @Test
    void a_live_file_that_somebody_altered_in_the_moment_of_the_publish_is_not_taken_over() throws IOException {
        Editions.publish(target, ONE);
        Path altered = current().resolve("a/index.html");
        Files.writeString(altered, "evil");
        Files.setLastModifiedTime(altered, Files.getLastModifiedTime(current().resolve(Manifest.NAME)));

        Editions.publish(target, TWO);

        assertLive(TWO);
    }

    @Test
    void only_the_last_releases_stay() throws IOException {
        for (Edition edition : List.of(ONE, TWO, THREE, ONE, TWO)) {
            Editions.publish(target, edition);
        }

        assertThat(releases()).containsExactly("000003", "000004", "000005");
        assertLive(TWO);
        assertThatIllegalArgumentException().isThrownBy(() -> new FolderTarget(root, 1));
    }

    @Test
    void rolling_back_brings_the_release_before_and_again_the_one_before_that() throws IOException {
        for (Edition edition : List.of(ONE, TWO, THREE)) {
            Editions.publish(target, edition);
        }

        target.rollBack();
        assertLive(TWO);
        target.rollBack();
        assertLive(ONE);
        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(() -> target.rollBack())
                .withMessageContaining("no release before 000001");
        Editions.publish(target, THREE);
        assertLive(THREE);
        target.rollBack();
        assertLive(ONE);
    }

    @Test
    void a_release_that_somebody_altered_is_not_brought_back() throws IOException {
        Editions.publish(target, ONE);
        Path altered = current().toRealPath().resolve("index.html");
        Editions.publish(target, TWO);
        Files.writeString(altered, "evil");

        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(() -> target.rollBack())
                .withMessageContaining("index.html is not what was published");
        assertLive(TWO);
    }

    @Test
    void a_second_publisher_is_told_and_does_nothing() throws IOException {
        Editions.publish(target, ONE);
        Plan plan = Plan.of(ONE.manifest(), TWO.manifest());
        try (Hold hold = Hold.take(root.resolve(".publish.lock"))) {
            assertThat(hold).isNotNull();
            assertThatExceptionOfType(PublishRefused.class)
                    .isThrownBy(() -> target.publish(TWO, plan, Progress.NONE))
                    .withMessageContaining("another publisher (process "
                            + ProcessHandle.current().pid() + ")");
            assertThatExceptionOfType(PublishRefused.class).isThrownBy(() -> target.rollBack());
        }
        assertLive(ONE);
    }

    @Test
    void a_plan_from_before_somebody_else_published_is_not_carried_out() throws IOException {
        Editions.publish(target, ONE);
        Plan plan = Plan.of(ONE.manifest(), TWO.manifest());
        Editions.publish(target, THREE);

        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(() -> target.publish(TWO, plan, Progress.NONE))
                .withMessageContaining("meanwhile");
        assertLive(THREE);
    }

    @Test
    void a_file_that_changed_since_it_was_built_stops_the_publish() throws IOException {
        Path built = Files.writeString(folder.resolve("built.html"), "one");
        Edition edition = new Edition(
                ONE.manifest(), Map.of("index.html", new Body.OfFile(built), "a/index.html", new Body.OfFile(built)));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Editions.publish(target, edition))
                .withMessageContaining("a/index.html has changed since it was built");
        assertThat(target.live()).isEqualTo(Live.NOTHING);
        assertThat(root.resolve(".staging")).doesNotExist();
    }

    @Test
    void what_a_killed_publisher_left_is_cleared() throws IOException {
        Editions.publish(target, ONE);
        Files.createDirectories(root.resolve(".staging/a"));
        Files.writeString(root.resolve(".staging/a/index.html"), "half");
        Files.createDirectories(root.resolve("releases/000002-0123abcd"));
        Files.createSymbolicLink(root.resolve(".current"), Path.of("releases/000002-0123abcd"));

        Editions.publish(target, TWO);

        assertLive(TWO);
        assertThat(releases()).containsExactly("000001", "000002");
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrder("current", "releases");
        }
    }

    @Test
    void what_is_not_ours_is_not_replaced() throws IOException {
        Files.createDirectories(current());
        Files.writeString(current().resolve("mine.txt"), "mine");

        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(() -> target.live())
                .withMessageContaining("not a link to one of the releases");
        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(() -> target.publish(ONE, Plan.of(Manifest.NONE, ONE.manifest()), Progress.NONE));
        assertThat(current().resolve("mine.txt")).hasContent("mine");
    }
}
