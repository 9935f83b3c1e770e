package org.plainfact;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as its users run it: a process of its own, without the libraries of the tests. */
final class RealProgram implements Serving.Said, AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;

    private RealProgram(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param log an existing folder for what it prints */
    static RealProgram start(Path folder, Path log, String... arguments) throws IOException {
        return start(folder, log, Map.of(), command(arguments));
    }

    /** @param environment what is set in it beside what this process has */
    static RealProgram start(Path folder, Path log, Map<String, String> environment, List<String> command)
            throws IOException {
        Path out = log.resolve("out");
        Path err = log.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new RealProgram(builder.start(), out, err);
    }

    /** The jars that it needs at run time; Maven writes their list before it compiles the tests. */
    static Stream<String> jars() throws IOException {
        return Stream.of(Files.readString(Path.of("target/runtime-class-path.txt"))
                .strip()
                .split(File.pathSeparator));
    }

    static List<String> command(String... arguments) throws IOException {
        return command(List.of(), arguments);
    }

    /** @param flags of the Java machine, beside those of the launcher */
    static List<String> command(List<String> flags, String... arguments) throws IOException {
        List<String> path = Stream.concat(
                        Stream.of(Path.of("target/classes").toAbsolutePath().toString()), jars())
                .toList();
        // Whoever runs the tests in the background may have had signals ignored, which programs inherit.
        Stream<String> signals = System.getProperty("os.name").equals("Linux")
                ? Stream.of("env", "--default-signal=INT,TERM")
                : Stream.of();
        return Stream.of(
                        signals,
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                // As the launcher starts all but a preview.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders"),
                        flags.stream(),
                        Stream.of("-cp", String.join(File.pathSeparator, path), "org.plainfact.Main"),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    long id() {
        return process.pid();
    }

    /** Waits for the end; the exit code. */
    int code() {
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("it does not end: " + out() + err());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String out() {
        return read(out);
    }

    @Override
    public String err() {
        return read(err);
    }

    @Override
    public boolean running() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
