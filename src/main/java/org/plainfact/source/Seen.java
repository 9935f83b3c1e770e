package org.plainfact.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a project's files, so that a program that stays need not look again at what has not changed. It must
 * be told of every change. Safe for several threads.
 */
public final class Seen {
    private final Map<Path, Listing> listings = new ConcurrentHashMap<>();
    private final Map<Path, Listing> whole = new ConcurrentHashMap<>();
    private final Map<Path, Digest> digests = new ConcurrentHashMap<>();
    private final Map<Path, Long> sizes = new ConcurrentHashMap<>();
    private volatile boolean elsewhere;
    private final Map<Path, String> names = new ConcurrentHashMap<>();

    /**
     * A file as it was read.
     *
     * @param state its content and name in one
     */
    record Digest(String sha256, String state) {}

    /** The files below a folder, and what was told of others in it. */
    record Listing(List<Path> files, List<Finding> findings, Marks marks) {
        Listing(List<Path> files, List<Finding> findings) {
            this(files, findings, new Marks(files));
        }
    }

    /** An object for each file of a listing, another one after each change of the file. */
    static final class Marks {
        private final List<Path> files;
        private final Map<Path, Integer> positions = new HashMap<>();
        private List<Object> marks;

        private Marks(List<Path> files) {
            this.files = files;
            this.marks = files.stream().map(file -> new Object()).toList();
        }

        private synchronized void changed(Path file) {
            // Most runs end without being told of a change.
            if (positions.isEmpty()) {
                IntStream.range(0, files.size()).forEach(i -> positions.put(files.get(i), i));
            }
            Integer position = positions.get(file);
            if (position != null) {
                Object[] now = marks.toArray();
                now[position] = new Object();
                marks = List.of(now);
            }
        }

        synchronized List<Object> all() {
            return marks;
        }
    }

    /**
     * Forgets files that may have changed, may be new or gone.
     *
     * @param changed absolute; a folder stands for all that is in it
     */
    public void forget(Collection<Path> changed) {
        for (Path path : changed) {
            sizes.remove(path);
            boolean stays = digests.remove(path) != null && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
            if (!stays) {
                listings.clear();
                whole.clear();
                digests.keySet().removeIf(file -> file.startsWith(path));
                sizes.keySet().removeIf(file -> file.startsWith(path));
            }
            listings.values().forEach(listing -> listing.marks.changed(path));
            whole.values().forEach(listing -> listing.marks.changed(path));
        }
    }

    public void forgetAll() {
        listings.clear();
        whole.clear();
        digests.clear();
        sizes.clear();
        names.clear();
    }

    /**
     * All of it, for another process.
     *
     * @param taken before the first of the files was read
     * @return empty where it cannot be known whether a file stays the same, something was found that is no file, or
     *     something else was read
     */
    public Optional<Snapshot> snapshot(Instant taken) {
        return elsewhere ? Optional.empty() : Snapshot.of(taken, listings, whole, digests);
    }

    void readElsewhere() {
        elsewhere = true;
    }

    /** The name of a file, worked out once. */
    String name(Path file, Function<Path, String> work) {
        String name = names.get(file);
        return name == null ? names.computeIfAbsent(file, work) : name;
    }

    /** @param hidden whether what is hidden counts */
    Optional<Listing> listing(Path folder, boolean hidden) {
        return Optional.ofNullable((hidden ? whole : listings).get(folder));
    }

    void list(Path folder, boolean hidden, Listing listing) {
        (hidden ? whole : listings).put(folder, listing);
    }

    /** In bytes. */
    long size(Path file) throws IOException {
        Long known = sizes.get(file);
        if (known == null) {
            known = Files.size(file);
            sizes.put(file, known);
        }
        return known;
    }

    @Nullable
    Digest digest(Path file) {
        return digests.get(file);
    }

    void digest(Path file, Digest digest) {
        digests.put(file, digest);
    }
}
