package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, wherever, whenever and with however many cores. */
@Tag("slow")
class DeterminismTest {
    @TempDir
    private Path work;

    @Test
    void folder_time_zone_locale_and_cores_do_not_change_a_byte() throws Exception {
        Path here = copy(work.resolve("here"));
        Path there = copy(work.resolve("quite/another/place"));

        build(here, work.resolve("one"), "-Duser.timezone=UTC", "-Duser.language=en", "-XX:ActiveProcessorCount=1");
        build(
                there,
                work.resolve("two"),
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-XX:ActiveProcessorCount=4",
                "-Dfile.encoding=ISO-8859-1");

        assertThat(Built.hashes(work.resolve("two"))).isNotEmpty().isEqualTo(Built.hashes(work.resolve("one")));
    }

    @Test
    void a_second_build_touches_nothing() throws Exception {
        Path out = work.resolve("site");
        Built.ownSite(out);
        List<String> before = stamps(out);

        Built.Answer again =
                Built.run(Path.of(""), "build", "--out", out.toString()).succeeded();

        assertThat(stamps(out)).isEqualTo(before);
        assertThat(again.out()).contains(" 0 written, ", " 0 removed");
    }

    /** Inode and time of each file: a rewritten file has another one. */
    private static List<String> stamps(Path folder) throws IOException {
        List<String> stamps = new ArrayList<>();
        for (Path file : Built.files(folder).values()) {
            stamps.add(file + " " + Files.getAttribute(file, "unix:ino") + " " + Files.getLastModifiedTime(file));
        }
        return stamps;
    }

    private static Path copy(Path target) throws IOException {
        Files.createDirectories(target);
        Files.copy(Path.of("jbake.properties"), target.resolve("jbake.properties"));
        for (String folder : List.of("content", "data", "templates", "assets")) {
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                for (Path path : walk.sorted().toList()) {
                    Files.copy(path, target.resolve(path.toString()));
                }
            }
        }
        return target;
    }

    private static void build(Path project, Path out, String... options) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.plainfact.Main", "build"));
        command.addAll(List.of(project.toString(), "--out", out.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
