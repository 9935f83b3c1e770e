package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.plainfact.source.Digests;

/** A process that publishes one edition of the series after the other, until it is killed. */
final class Publisher {
    private Publisher() {}

    /** @param arguments an address, folders for the project and for what is kept, and how many editions; all without it */
    public static void main(String[] arguments) throws IOException {
        try (Target target = target(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]))) {
            int first = next(target);
            int last = arguments.length > 3 ? first + Integer.parseInt(arguments[3]) - 1 : Integer.MAX_VALUE;
            for (int n = first; n <= last; n++) {
                Editions.publish(target, Editions.numbered(n));
                // From now on it is as quick as it gets, and a kill hits any part of its work.
                System.out.write('x');
                System.out.flush();
            }
        }
    }

    static Target target(String address, Path project, Path caches) throws IOException {
        Destination destination = Destination.of(Optional.of(address), new TreeMap<>());
        return Targets.open(
                destination, new Means(project, List.of(), Optional.of(caches), Instant.parse("2026-11-30T12:00:00Z")));
    }

    /** The one behind the live one. */
    private static int next(Target target) throws IOException {
        return number(target.live().manifest()) + 1;
    }

    /** Which edition of the series it is, found by trying; 0 where nothing is live. */
    static int number(Manifest manifest) {
        Entry mark = manifest.files().get("edition.txt");
        if (mark == null) {
            return 0;
        }
        for (int n = 1; n < 100_000; n++) {
            if (Digests.sha256(String.valueOf(n).getBytes(UTF_8)).equals(mark.sha256())) {
                return n;
            }
        }
        throw new AssertionError("no edition of the series: " + manifest);
    }

    /** Back when it has published one edition. */
    static Process start(String address, Path project, Path caches) throws IOException {
        Path told = project.resolve("told.txt");
        Process process =
                builder(address, project, caches).redirectError(told.toFile()).start();
        if (process.getInputStream().read() != 'x') {
            throw new AssertionError("the publisher published nothing: " + Files.readString(told));
        }
        return process;
    }

    /** A process like it, not yet started. */
    static ProcessBuilder builder(String address, Path project, Path caches, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Publisher.class.getName(),
                address,
                project.toString(),
                caches.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
