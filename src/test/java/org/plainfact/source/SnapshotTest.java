package org.plainfact.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    /** Long after the files were written: their dates can be trusted. */
    private static final Instant LATER = Instant.now().plusSeconds(3600);

    /** Long before: they cannot. */
    private static final Instant EARLIER = Instant.EPOCH;

    /** The clock by which file systems date their files ticks up to every 10 ms. */
    private static final long TICK_MILLIS = 20;

    @TempDir
    private Path project;

    private final Seen seen = new Seen();
    private Path file = Path.of("");

    @BeforeEach
    void aProject() throws IOException {
        file = Files.writeString(
                Files.createDirectories(project.resolve("texts")).resolve("한 글.md"), "one");
        SourceTree tree = new SourceTree(project, seen, new Findings());
        tree.files("texts").forEach(tree::sha256);
    }

    private Snapshot taken(Instant when) {
        return seen.snapshot(when).orElseThrow();
    }

    @Test
    void holds_while_nothing_changes() {
        assertThat(taken(LATER).holds()).isTrue();
        assertThat(taken(EARLIER).holds()).isTrue();
    }

    @Test
    void a_settled_file_with_another_content_of_the_same_size_and_date_is_seen() throws Exception {
        Snapshot snapshot = taken(LATER);
        FileTime date = Files.getLastModifiedTime(file);
        Thread.sleep(TICK_MILLIS);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, date);

        assertThat(snapshot.holds()).isFalse();
    }

    @Test
    void a_settled_file_that_stays_is_not_read() throws Exception {
        seen.state(file, new Seen.State("not what it holds", new Sha256(0, 0, 0, 0)));

        assertThat(taken(LATER).holds()).isTrue();
    }

    @Test
    void a_file_written_about_when_it_was_read_is_read_again() throws Exception {
        seen.state(file, new Seen.State("not what it holds", new Sha256(0, 0, 0, 0)));

        assertThat(taken(EARLIER).holds()).isFalse();
    }

    @Test
    void a_file_that_was_written_anew_with_the_same_content_holds() throws Exception {
        Snapshot snapshot = taken(LATER);
        Thread.sleep(TICK_MILLIS);
        Files.delete(file);
        Files.writeString(file, "one");

        assertThat(snapshot.holds()).isTrue();
    }

    @Test
    void a_file_that_became_a_link_to_the_same_content_does_not_hold() throws Exception {
        Snapshot snapshot = taken(LATER);
        Path elsewhere = Files.move(file, project.resolve("elsewhere.md"));
        Files.createSymbolicLink(file, elsewhere);

        assertThat(snapshot.holds()).isFalse();
    }

    @Test
    void a_new_file_of_a_folder_that_was_listed_does_not_hold() throws Exception {
        Snapshot snapshot = taken(LATER);
        Files.writeString(file.resolveSibling("b.md"), "new");

        assertThat(snapshot.holds()).isFalse();
    }

    @Test
    void a_folder_that_was_not_there_and_is_now_does_not_hold() throws Exception {
        new SourceTree(project, seen, new Findings()).files("data");
        Snapshot snapshot = taken(LATER);
        assertThat(snapshot.holds()).isTrue();
        Files.writeString(Files.createDirectories(project.resolve("data")).resolve("x.json"), "{}");

        assertThat(snapshot.holds()).isFalse();
    }

    @Test
    void there_is_none_where_something_was_told() throws Exception {
        Files.createSymbolicLink(project.resolve("texts/link.md"), file);
        seen.forgetAll();
        new SourceTree(project, seen, new Findings()).files("texts");

        assertThat(seen.snapshot(LATER)).isEqualTo(Optional.empty());
    }

    @Test
    void is_read_as_it_was_written() throws Exception {
        Snapshot snapshot = taken(LATER);

        assertThat(read(bytes(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void every_shorter_text_is_refused() throws Exception {
        byte[] bytes = bytes(taken(LATER));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(cut));
        }
    }

    private static byte[] bytes(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        snapshot.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Snapshot read(byte[] bytes) throws IOException {
        return Snapshot.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
