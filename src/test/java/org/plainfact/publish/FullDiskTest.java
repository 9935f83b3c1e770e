package org.plainfact.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk of 4 MB that has no room for the next edition. */
@Tag("slow")
class FullDiskTest {
    private static final Edition ONE = Editions.of("index.html", "one");
    private static final Edition LARGE = Editions.of("index.html", "two", "large.txt", "words ".repeat(100_000));

    @TempDir
    private Path folder;

    private Path disk = Path.of("");

    @BeforeEach
    void aSmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
    }

    @AfterEach
    void noDisk() throws Exception {
        run("umount", disk.toString());
    }

    private void fill() throws IOException {
        FileStore store = Files.getFileStore(disk);
        Files.write(disk.resolve("filler"), new byte[(int) store.getUsableSpace() - 100_000]);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(String.join(" ", command))
                .isTrue();
    }

    @Test
    void a_folder_on_a_full_disk_keeps_its_release_and_what_was_begun_is_gone() throws Exception {
        Path root = disk.resolve("www");
        try (Target target = new FolderTarget(root, 2)) {
            Editions.publish(target, ONE);
            fill();

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Editions.publish(target, LARGE))
                    .withMessageContaining(root.toString());

            assertThat(Editions.texts(root.resolve("current"))).isEqualTo(Editions.texts(ONE));
            assertThat(root.resolve(".staging")).doesNotExist();
            Files.delete(disk.resolve("filler"));
            Editions.publish(target, LARGE);
            assertThat(Editions.texts(root.resolve("current"))).isEqualTo(Editions.texts(LARGE));
        }
    }

    @Test
    void a_repository_on_a_full_disk_keeps_its_branch() throws Exception {
        Bare bare = Bare.in(disk.resolve("repo.git"));
        try (Target target = Publisher.target("git:" + bare.folder(), folder, folder.resolve("caches"))) {
            Editions.publish(target, ONE);
            String before = bare.tip("gh-pages");
            Files.write(
                    disk.resolve("filler"),
                    new byte[(int) Files.getFileStore(disk).getUsableSpace()]);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Editions.publish(target, LARGE))
                    .withMessageContaining(bare.folder().toString());

            assertThat(bare.tip("gh-pages")).isEqualTo(before);
            Files.delete(disk.resolve("filler"));
            Editions.publish(target, LARGE);
            assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(LARGE));
        }
    }
}
