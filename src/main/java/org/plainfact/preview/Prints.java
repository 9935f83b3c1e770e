package org.plainfact.preview;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each watched file held when it was last told, so that a touch, or a save that changes nothing, is not told. The
 * files there are at the start are only looked at, which is fast, and read later by {@link #readUnread}.
 */
final class Prints {
    private final Map<Path, Print> known = new ConcurrentHashMap<>();

    void add(Path file, BasicFileAttributes attributes) {
        known.put(file, Print.unread(attributes));
    }

    void clear() {
        known.clear();
    }

    /** Reads what has only been looked at; ends early when its thread is interrupted. */
    void readUnread() {
        for (Map.Entry<Path, Print> entry : known.entrySet()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (entry.getValue().digest().isEmpty()) {
                read(entry.getKey(), entry.getValue());
            }
        }
    }

    /** What changed since the start must not pass for what was there at the start: the file has to look as it did. */
    private void read(Path file, Print unread) {
        Print.of(file)
                .filter(print -> print.look().equals(unread.look()))
                .filter(print -> Print.look(file).equals(Optional.of(print.look())))
                .ifPresent(print -> known.replace(file, unread, print));
    }

    /** Whether a save seems to be half done: what was there is gone, or what held something is empty. */
    boolean unsettled(Path path) {
        Optional<Print.Look> now = Print.look(path);
        Print before = known.get(path);
        return before == null
                ? now.isPresent() && now.get().size() == 0
                : before.look().size() > 0 && now.map(Print.Look::size).orElse(0L) == 0;
    }

    /** The files at or below a path that hold something else than when they were last told; from now on they are told. */
    Set<Path> told(Path path) {
        Optional<Print> now = Print.of(path);
        if (now.isPresent()) {
            Print before = known.put(path, now.get());
            return before != null && before.sameContent(now.get()) ? Set.of() : Set.of(path);
        }
        if (known.remove(path) != null) {
            return Set.of(path);
        }
        List<Path> below = known.keySet().stream()
                .filter(file -> file.startsWith(path) && Print.look(file).isEmpty())
                .toList();
        known.keySet().removeAll(below);
        return new HashSet<>(below);
    }
}
