package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.content.HostileBuilds;
import org.plainfact.content.HostileBuilds.Place;

/** The whole program and texts of the largest size that is read, in a JVM with a heap of 256 MB and stacks of 512 KB. */
@Tag("unbreakable")
class HostileBuildTest {
    private static final int LARGEST = 256_000;
    private static final double MOST_SECONDS = 5;

    /** Of front matter, which is read up to 100,000 characters. */
    private static final int LARGEST_ABOVE = 90_000;

    @TempDir
    private Path work;

    @Test
    void every_family_at_the_largest_size_is_built_or_told_within_five_seconds_of_processor_time() throws Exception {
        assertQuick(answers(LARGEST, Place.ARTICLE, "build"));
    }

    @Test
    void every_family_at_the_largest_size_is_checked_within_five_seconds_of_processor_time() throws Exception {
        assertQuick(answers(LARGEST, Place.ARTICLE, "check", "--suggestions"));
    }

    /** Those that are not refused for their length. */
    @ParameterizedTest
    @CsvSource({"TAKEAWAY, 7700", "CAPTION, 7700", "SLIDE, 3800"})
    void posts_of_every_family_just_within_the_bounds_are_made_or_told_within_five_seconds_of_processor_time(
            Place place, int size) throws Exception {
        assertQuick(answers(size, place, "carousel", "x"));
    }

    @ParameterizedTest
    @EnumSource
    void posts_of_every_family_are_made_or_told_within_five_seconds_of_processor_time(Place place) throws Exception {
        boolean above = place == Place.TAKEAWAY || place == Place.CAPTION;

        assertQuick(answers(above ? LARGEST_ABOVE : LARGEST, place, "carousel", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check", "carousel which-pump --platform x"})
    void every_family_of_a_megabyte_is_told_to_be_too_large(String command) throws Exception {
        assertThat(answers(1_000_000, Place.ARTICLE, command.split(" ")))
                .hasSize(HostileBuilds.count())
                .allMatch(
                        answer -> answer.matches(
                                "[^\t]+\t[\\d.]+\t1\tcontent/articles/x\\.md:1:1: error: the file has \\d+ bytes; the limit is 262144 \\[file-too-large]"));
    }

    private static void assertQuick(List<String> answers) {
        assertThat(answers).hasSize(HostileBuilds.count());
        assertThat(answers).allSatisfy(answer -> {
            String[] fields = answer.split("\t", -1);
            assertThat(Double.parseDouble(fields[1])).as(answer).isLessThan(MOST_SECONDS);
            assertThat(fields[2]).as(answer).isIn("0", "1");
            if (fields[2].equals("1")) {
                assertThat(fields[3])
                        .as(answer)
                        .matches("content/articles/x(?:\\.carousel)?\\.md:\\d+:\\d+: error: .+ \\[[a-z-]+]"
                                + "|styles/.+\\.yml:\\d+:\\d+: error: .+ \\[style-too-costly]");
            }
        });
    }

    private List<String> answers(int size, Place place, String... command) throws IOException, InterruptedException {
        Path site = work.resolve("site");
        CarouselSite.unpack(site);
        Path out = work.resolve("out");
        List<String> all = new ArrayList<>(List.of(
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
                place.name()));
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(out);
    }
}
