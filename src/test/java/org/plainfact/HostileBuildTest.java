package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.content.HostileBuilds;

/** The whole program and texts of the largest size that is read, in a JVM with a heap of 256 MB and stacks of 512 KB. */
@Tag("unbreakable")
class HostileBuildTest {
    private static final int LARGEST = 256_000;
    private static final double MOST_SECONDS = 5;

    @TempDir
    private Path work;

    @Test
    void every_family_at_the_largest_size_is_built_or_told_within_five_seconds_of_processor_time() throws Exception {
        List<String> answers = answers(LARGEST, "build");

        assertThat(answers).hasSize(HostileBuilds.count());
        assertThat(answers).allSatisfy(answer -> {
            String[] fields = answer.split("\t", -1);
            assertThat(Double.parseDouble(fields[1])).as(answer).isLessThan(MOST_SECONDS);
            assertThat(fields[2]).as(answer).isIn("0", "1");
            if (fields[2].equals("1")) {
                assertThat(fields[3]).as(answer).matches("content/articles/x\\.md:\\d+:\\d+: error: .+ \\[[a-z-]+]");
            }
        });
    }

    @Test
    void every_family_of_a_megabyte_is_told_to_be_too_large() throws Exception {
        assertThat(answers(1_000_000, "build"))
                .hasSize(HostileBuilds.count())
                .allMatch(
                        answer -> answer.matches(
                                "[^\t]+\t[\\d.]+\t1\tcontent/articles/x\\.md:1:1: error: the file has \\d+ bytes; the limit is 262144 \\[file-too-large]"));
    }

    private List<String> answers(int size, String command) throws IOException, InterruptedException {
        Path site = work.resolve("site");
        SmallSite.unpack(site);
        Path out = work.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Xss512k",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.plainfact.Hostiles",
                        site.toString(),
                        String.valueOf(size),
                        command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(out);
    }
}
