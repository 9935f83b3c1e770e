package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of data of 100 MB and about a million rows, and the whole program in a bounded heap. */
@Tag("unbreakable")
class LargeDataTest {
    private static final long SIZE = 100_000_000;
    private static final String HEAP = "-Xmx1500m";
    private static final double MOST_SECONDS = 60;
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    @TempDir
    private Path work;

    private Path site;
    private Path data;
    private int rows;
    private SortedMap<String, String> before;

    /** @param seconds of processor time, of all cores together */
    private record Answer(int code, String out, String err, double seconds) {}

    @BeforeEach
    void aSiteAndMuchData() throws IOException {
        site = work.resolve("site");
        SmallSite.unpack(site);
        Built.run(site, "build").succeeded();
        before = Built.hashes(site.resolve("output"));
        data = site.resolve("data/readings.json");
        rows = write(data);
        assertThat(Files.size(data)).isBetween(SIZE, SIZE + 1_000);
    }

    @Test
    void a_data_file_of_100_MB_is_read_in_a_minute_of_processor_time() throws Exception {
        Answer answer = build(HEAP);

        assertThat(answer.code).as(answer.err).isZero();
        assertThat(answer.err).startsWith("data/readings.json:1:1: warning: the form of this file is not checked");
        assertThat(answer.out).startsWith("42 pages, 9 figures; 0 errors, 1 warning;");
        assertThat(answer.seconds).isLessThan(MOST_SECONDS);
        System.out.printf(
                Locale.ROOT, "%d rows in 100 MB: built in %.1f s of processor time, %s%n", rows, answer.seconds, HEAP);
    }

    @Test
    void a_data_file_of_100_MB_without_its_last_byte_is_told_at_its_end() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }

        Answer answer = build(HEAP);

        assertThat(answer.err)
                .startsWith(
                        "data/readings.json:" + (rows + 5)
                                + ":2: error: not JSON: unexpected end-of-input: expected close marker for Object [json-syntax]\n");
        assertThat(answer.code).isEqualTo(1);
        assertThat(Built.hashes(site.resolve("output"))).isEqualTo(before);
        assertThat(answer.seconds).isLessThan(MOST_SECONDS / 2);
        System.out.printf(Locale.ROOT, "… without its last byte: told in %.1f s%n", answer.seconds);
    }

    @Test
    void a_heap_that_is_too_small_for_it_is_one_line_and_the_old_site_stays() throws Exception {
        Answer answer = build("-Xmx300m");

        // Of 300 the serial collector keeps one part free for what survives.
        assertThat(answer.err).matches("plainfact: out of memory \\(.+\\): 290 MB do not suffice; give it more, .+\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(Built.hashes(site.resolve("output"))).isEqualTo(before);
    }

    /** One record of many rows, with a line for each. */
    private static int write(Path file) throws IOException {
        Random random = new Random(1);
        int rows = 0;
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("""
                    {"title": "Readings", "records": [
                      {"id": "series", "title": "A series",
                       "provenance": {"status": "measured", "sources": ["field-trial"]},
                       "rows": [
                    """);
            while (written < SIZE) {
                String row = String.format(
                        Locale.ROOT,
                        "    {\"at\": \"2026-%02d-%02d\", \"heat\": %.4f, \"power\": %.4f, \"note\": \"row %d as the meter wrote it\"}",
                        rows % 12 + 1,
                        rows % 28 + 1,
                        random.nextDouble(10),
                        random.nextDouble(4),
                        rows);
                out.write(rows == 0 ? row : ",\n" + row);
                written += row.length() + 2;
                rows++;
            }
            out.write("]}\n]}");
        }
        return rows;
    }

    private Answer build(String heap) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; code=$?; times; exit $code", "sh"));
        command.addAll(RealProgram.command(List.of(heap), "build", site.toString()));
        Path out = work.resolve("out");
        Path err = work.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_CACHE_HOME", work.resolve("cache").toString());
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        Matcher times = TIMES.matcher(Files.readString(out));
        assertThat(times.find()).isTrue();
        double seconds = 60 * (Integer.parseInt(times.group(1)) + Integer.parseInt(times.group(3)))
                + Double.parseDouble(times.group(2))
                + Double.parseDouble(times.group(4));
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err), seconds);
    }
}
