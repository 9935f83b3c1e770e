package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds.
 *
 * @param heap in bytes, after a collection
 */
record Holding(long heap, long files, long threads) {
    private static final String FILLER = "[Ljdk.internal.vm.FillerElement;";

    static Holding of(RealProgram program) throws IOException, InterruptedException {
        Path system = Path.of("/proc", String.valueOf(program.id()));
        return new Holding(heap(program.id()), count(system.resolve("fd")), count(system.resolve("task")));
    }

    /**
     * The histogram is taken after a full collection, and ends with the sum. In that is what the collector puts into gaps that it
     * does not close, which nobody holds, and which come and go by megabytes.
     */
    private static long heap(long id) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(id),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return bytes(told, "Total") - (told.contains(FILLER) ? bytes(told, FILLER) : 0);
    }

    /** The third number of the line that has a word. */
    private static long bytes(String histogram, String word) {
        String line = histogram
                .lines()
                .filter(each -> (" " + each).contains(" " + word + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(histogram));
        return Long.parseLong(line.trim().split("\\s+")[2]);
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    /** A tenth more memory and four more files or threads come and go; what is left behind by each edit is more. */
    void isAllThatStays(Holding before) {
        assertThat(heap).as("%s, then %s", before, this).isLessThan(before.heap + before.heap / 10);
        assertThat(files).as("%s, then %s", before, this).isLessThanOrEqualTo(before.files + 4);
        assertThat(threads).as("%s, then %s", before, this).isLessThanOrEqualTo(before.threads + 4);
    }

    @Override
    public String toString() {
        return heap / 1_000_000 + " MB, " + files + " open files, " + threads + " threads";
    }
}
