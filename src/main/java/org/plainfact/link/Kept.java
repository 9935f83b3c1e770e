package org.plainfact.link;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Answers of other sites, kept from one check to the next. The file begins with its version; a line is a time in seconds, an
 * address and, where that has moved, the new one. What is damaged or of another version is not used. From any thread.
 */
final class Kept {
    private static final String VERSION = "plainfact-links 1";

    /** Nobody has linked there for as long. */
    private static final Duration OLDEST = Duration.ofDays(180);

    private final SortedMap<String, Entry> entries = new ConcurrentSkipListMap<>();

    private record Entry(Instant time, Answer answer) {}

    /** What an earlier check kept; nothing where the file cannot be read. */
    static Kept read(Path file) {
        Kept kept = new Kept();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (!lines.isEmpty() && lines.getFirst().equals(VERSION)) {
                lines.stream().skip(1).forEach(kept::line);
            }
        } catch (NoSuchFileException | CharacterCodingException e) {
            // The first check, or a damaged file: everything is asked for.
        } catch (IOException e) {
            // As good as none; saving tells what is wrong with the place.
        }
        return kept;
    }

    private void line(String line) {
        String[] parts = line.split("\t", -1);
        try {
            if (parts.length == 2) {
                put(URI.create(parts[1]), new Answer.Alive(), Instant.ofEpochSecond(Long.parseLong(parts[0])));
            } else if (parts.length == 3) {
                Answer moved = new Answer.Moved(URI.create(parts[2]));
                put(URI.create(parts[1]), moved, Instant.ofEpochSecond(Long.parseLong(parts[0])));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // A damaged line: the address is asked for.
        }
    }

    /** An answer that is not older than an age; none of a time that is yet to come. */
    Optional<Answer> find(URI address, Instant now, Duration age) {
        return Optional.ofNullable(entries.get(address.toString()))
                .filter(entry ->
                        !entry.time().isAfter(now) && !entry.time().plus(age).isBefore(now))
                .map(Entry::answer);
    }

    /** Keeps an answer that lasts; forgets what was known of the address otherwise. */
    void put(URI address, Answer answer, Instant time) {
        if (answer.lasting()) {
            entries.put(address.toString(), new Entry(time, answer));
        } else {
            entries.remove(address.toString());
        }
    }

    /** Writes the file as a whole or not at all. */
    void save(Path file, Instant now) throws IOException {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        entries.forEach((address, entry) -> {
            if (entry.time().plus(OLDEST).isAfter(now)) {
                text.append(entry.time().getEpochSecond()).append('\t').append(address);
                if (entry.answer() instanceof Answer.Moved moved) {
                    text.append('\t').append(moved.to());
                }
                text.append('\n');
            }
        });
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path next = Files.createTempFile(folder, "links", ".new");
        try {
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
