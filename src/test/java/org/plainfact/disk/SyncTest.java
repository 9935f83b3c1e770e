package org.plainfact.disk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of it without cutting the power: that it takes what folders hold, and tells of what is not there. */
class SyncTest {
    @TempDir
    Path folder;

    @Test
    void folders_files_and_links_are_taken_with_and_without_the_systems_help() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/한 글+1.txt"), "x");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));

        assertThatCode(() -> Sync.tree(folder)).doesNotThrowAnyException();
        assertThatCode(() -> Sync.each(folder)).doesNotThrowAnyException();
        assertThatCode(() -> Sync.names(folder)).doesNotThrowAnyException();
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Sync.tree(folder.resolve("none")));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Sync.names(folder.resolve("none")));
    }
}
