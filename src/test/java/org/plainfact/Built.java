package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs the command line as a user does, and looks at what it wrote. */
final class Built {
    /** The day on which the tests run, wherever and whenever they do. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private Built() {}

    /** What a command answered. */
    record Answer(int code, String out, String err) {
        Answer succeeded() {
            assertThat(code).as("%s%n%s", out, err).isZero();
            return this;
        }
    }

    /** A command run in a folder. */
    static Answer run(Path folder, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(out), new PrintWriter(err), new Main.Surroundings(folder, CLOCK, false), arguments);
        return new Answer(code, out.toString(), err.toString());
    }

    /** This repository's own site, built into a folder. */
    static void ownSite(Path out) {
        run(Path.of(""), "build", "--out", out.toAbsolutePath().toString()).succeeded();
    }

    /** The regular files below a folder, by relative path, sorted. */
    static SortedMap<String, Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            SortedMap<String, Path> files = new TreeMap<>();
            walk.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, and none where there is no such folder. */
    static SortedMap<String, Path> filesIfAny(Path folder) {
        return Files.isDirectory(folder) ? files(folder) : new TreeMap<>();
    }

    /** The SHA-256 of each file, by relative path: two folders are equal when these are. */
    static SortedMap<String, String> hashes(Path folder) {
        SortedMap<String, String> hashes = new TreeMap<>();
        files(folder).forEach((name, file) -> hashes.put(name, hash(file)));
        return hashes;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> pages(Path folder) {
        return files(folder).values().stream()
                .filter(file -> file.toString().endsWith(".html"))
                .toList();
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of a file. */
    static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
