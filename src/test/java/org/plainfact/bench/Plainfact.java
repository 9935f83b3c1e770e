package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands that run Plainfact. */
final class Plainfact {
    private Plainfact() {}

    /** The launcher, as a user calls it: with its own flags, and with what it learns of classes for fast starts. */
    static List<String> launched(String... arguments) {
        return Stream.concat(Stream.of(Path.of("plainfact").toAbsolutePath().toString()), Stream.of(arguments))
                .toList();
    }

    /** As the launcher says it. */
    static String version(Path log) throws IOException, InterruptedException {
        Run.of(launched("--version"), environment(), Path.of("").toAbsolutePath(), log);
        return Files.readAllLines(log).getLast().replace("Plainfact ", "");
    }

    /**
     * Lets the launcher compile, and learn what it keeps for fast starts, where it has not yet: it does so when the same
     * program runs for the second time.
     *
     * @throws IllegalStateException where it could not learn it
     */
    static void warm() throws IOException, InterruptedException {
        Path log = Files.createTempFile("plainfact-bench", ".log");
        try {
            version(log);
            version(log);
            if (!Files.exists(Path.of("target/plainfact.aot"))) {
                throw new IllegalStateException("no fast starts: " + Files.readString(log));
            }
        } finally {
            Files.delete(log);
        }
    }

    /** The Java of this process, for the launcher. */
    static Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }

    /** The classes of this process with the flags of the launcher, without what it learns of classes for fast starts. */
    static List<String> command(List<String> flags, String... arguments) {
        return java(flags, "org.plainfact.Main", arguments);
    }

    /** As {@link #command}, with another main class. */
    static List<String> java(List<String> flags, String main, String... arguments) {
        return Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:-UsePerfData",
                                "--enable-native-access=ALL-UNNAMED"),
                        flags.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), main),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }
}
