package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A project that has some of everything and is built within milliseconds: {@code src/test/resources/small-site}. */
final class SmallSite {
    /** The day on which it is looked at: one article is a draft, one is dated later. */
    static final String TODAY = "2026-11-30";

    private static final Map<String, byte[]> FILES = read(Path.of("src/test/resources/small-site"));

    private SmallSite() {}

    /** Puts the project into a new folder. */
    static void unpack(Path folder) {
        FILES.forEach((name, bytes) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static SortedMap<String, byte[]> read(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Built.files(folder).forEach((name, file) -> {
            try {
                files.put(name, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }
}
