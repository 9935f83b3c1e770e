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
    private final Map<Path, Known> files = new ConcurrentHashMap<>();
    private volatile boolean elsewhere;

    /** A file as it was read: stands for its name and content. */
    public record State(String name, Sha256 sha256) {}

    /** What is known of a file; each by itself. */
    private static final class Known {
        private static final long NO_SIZE = -1;

        private volatile @Nullable String name;
        private volatile @Nullable State state;
        private volatile long size = NO_SIZE;

        /** Whether it had been read. */
        boolean forget() {
            boolean read = state != null;
            state = null;
            size = NO_SIZE;
            return read;
        }
    }

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
            Known known = files.get(path);
            boolean stays = known != null && known.forget() && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
            if (!stays) {
                listings.clear();
                whole.clear();
                files.keySet().removeIf(file -> file.startsWith(path));
            }
            listings.values().forEach(listing -> listing.marks.changed(path));
            whole.values().forEach(listing -> listing.marks.changed(path));
        }
    }

    public void forgetAll() {
        listings.clear();
        whole.clear();
        files.clear();
    }

    /**
     * All of it, for another process.
     *
     * @param taken before the first of the files was read
     * @return empty where it cannot be known whether a file stays the same, something was found that is no file, or
     *     something else was read
     */
    public Optional<Snapshot> snapshot(Instant taken) {
        if (elsewhere) {
            return Optional.empty();
        }
        Map<Path, Sha256> digests = new HashMap<>();
        files.forEach((file, known) -> {
            State state = known.state;
            if (state != null) {
                digests.put(file, state.sha256);
            }
        });
        return Snapshot.of(taken, listings, whole, digests);
    }

    void readElsewhere() {
        elsewhere = true;
    }

    /** The name of a file, worked out once. */
    String name(Path file, Function<Path, String> work) {
        Known known = known(file);
        String name = known.name;
        if (name == null) {
            name = work.apply(file);
            known.name = name;
        }
        return name;
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
        Known known = known(file);
        long size = known.size;
        if (size == Known.NO_SIZE) {
            size = Files.size(file);
            known.size = size;
        }
        return size;
    }

    @Nullable
    State state(Path file) {
        return known(file).state;
    }

    void state(Path file, State state) {
        known(file).state = state;
    }

    private Known known(Path file) {
        Known known = files.get(file);
        return known == null ? files.computeIfAbsent(file, path -> new Known()) : known;
    }
}
