package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk of 4 MB in memory that has no room for the next site. It needs the right to mount; without it this fails. */
@Tag("unbreakable")
class FullDiskBuildTest {
    private static final int SIZES = 20;
    private static final int STEP = 12_288;

    @TempDir
    private Path work;

    private Path disk = Path.of("");
    private Path site = Path.of("");

    @BeforeEach
    void aSiteOnASmallDisk() throws Exception {
        site = work.resolve("site");
        SmallSite.unpack(site);
        disk = Files.createDirectory(work.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
        build().succeeded();
    }

    @AfterEach
    void noDisk() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void a_full_disk_keeps_the_old_site_at_every_size() throws Exception {
        Path output = disk.resolve("output");
        Path filler = disk.resolve("filler");
        int kept = 0;
        for (int i = 0; i < SIZES; i++) {
            SortedMap<String, String> before = Built.hashes(output);
            Path template = site.resolve("templates/layout.ftlh");
            Built.write(template, Built.text(template).replaceFirst("<footer>.*<p>", "<footer>edition " + i + "<p>"));
            Files.write(filler, new byte[(int) Files.getFileStore(disk).getUsableSpace() - i * STEP]);

            Built.Answer answer = build();

            if (answer.code() == 0) {
                assertThat(Built.hashes(output)).isNotEqualTo(before);
            } else {
                kept++;
                assertThat(answer.code()).as(answer.err()).isEqualTo(3);
                assertThat(answer.err()).matches("plainfact: " + disk + "/.+: No space left on device\n");
                assertThat(Built.hashes(output)).isEqualTo(before);
            }
            try (Stream<Path> beside = Files.list(disk)) {
                assertThat(beside).containsExactlyInAnyOrder(output, filler);
            }
            Files.delete(filler);
        }
        System.out.printf(
                "%d sizes of a full disk: %d kept the old site, %d had room enough%n", SIZES, kept, SIZES - kept);
        assertThat(kept).isPositive();
        build().succeeded();
    }

    private Built.Answer build() {
        return Built.run(site, "build", "--out", disk.resolve("output").toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(String.join(" ", command) + ": the long tests need a machine where that is allowed")
                .isTrue();
    }
}
