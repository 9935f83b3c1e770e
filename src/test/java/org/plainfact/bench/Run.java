package org.plainfact.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * What one program took in a process of its own. Linux only. For one at a time: processor time is told of all that have ended.
 *
 * @param seconds by the clock, from before it is started until it has ended
 * @param processorSeconds of it and of all that it waited for
 * @param peakKilobytes of resident memory, of itself alone
 */
record Run(double seconds, double processorSeconds, long peakKilobytes) {
    /** Memory that grows faster than it is asked for is missed: at most what is taken between two looks. */
    private static final int MILLISECONDS_BETWEEN_LOOKS = 2;

    /**
     * Runs it to its end.
     *
     * @param environment beside what this process has
     * @param log where what it says goes
     * @throws IllegalStateException with what it said, where it fails
     */
    static Run of(List<String> command, Map<String, String> environment, Path folder, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        double before = Machine.processorSecondsOfEnded();
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, Machine.peakKilobytes(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " failed:\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
        return new Run(seconds, Machine.processorSecondsOfEnded() - before, peak);
    }

    static double median(List<Run> runs, ToDoubleFunction<Run> what) {
        return median(runs.stream().map(what::applyAsDouble).toList());
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    static long peakMegabytes(List<Run> runs) {
        return runs.stream().mapToLong(Run::peakKilobytes).max().orElse(0) / 1024;
    }
}
