package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.Configuration;

/** A project that an author works on: what is done to its files and to the options of its build, and what was changed. */
final class Desk {
    private final Path project;
    private final Set<Path> touched = new LinkedHashSet<>();
    private final Deque<Before> undo = new ArrayDeque<>();
    private @Nullable Before before;

    /** Options of the next build; changed freely. */
    String today = SmallSite.TODAY;

    boolean drafts;
    boolean future;
    Optional<String> baseUrl = Optional.empty();

    Desk(Path project) {
        this.project = project;
    }

    /**
     * How it was before an edit.
     *
     * @param things what lay at some paths; null where nothing did
     */
    private record Before(
            SortedMap<Path, @Nullable Thing> things,
            String today,
            boolean drafts,
            boolean future,
            Optional<String> baseUrl) {}

    /** A file, or where a link leads. */
    private record Thing(byte[] bytes, @Nullable Path target) {}

    Path project() {
        return project;
    }

    Build.Options options(Optional<Path> out) {
        return new Build.Options(out, new Configuration.Options(baseUrl, drafts, future, today), false);
    }

    /** The paths touched since the last call. */
    Set<Path> changed() {
        Set<Path> changed = Set.copyOf(touched);
        touched.clear();
        return changed;
    }

    /** Does an edit so that it can be undone. */
    void edit(Edit edit) {
        Before now = new Before(new TreeMap<>(), today, drafts, future, baseUrl);
        before = now;
        edit.act().on(this);
        if (before != null) {
            undo.push(now);
        }
        before = null;
    }

    /** Puts back what the last edit changed. */
    void undo() {
        Before last = undo.poll();
        // Undoing is an edit too, which itself is never undone.
        before = null;
        if (last == null) {
            return;
        }
        today = last.today;
        drafts = last.drafts;
        future = last.future;
        baseUrl = last.baseUrl;
        last.things.keySet().forEach(this::remove);
        last.things.forEach((path, thing) -> {
            if (thing != null) {
                place(path, thing);
            }
        });
    }

    Optional<String> text(String name) {
        Path file = project.resolve(name);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new String(Files.readAllBytes(file), UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String text) {
        write(name, text.getBytes(UTF_8));
    }

    /** Nothing happens where a folder lies, or something that is no folder lies above. */
    void write(String name, byte[] bytes) {
        place(name, new Thing(bytes, null));
    }

    /** Nothing happens to a file that is not there. */
    void change(String name, UnaryOperator<String> edit) {
        text(name).ifPresent(text -> write(name, edit.apply(text)));
    }

    void link(String name, String target) {
        place(name, new Thing(new byte[0], Path.of(target)));
    }

    /** Removes a file, or a folder with all that is in it. */
    void delete(String name) {
        Path path = project.resolve(name);
        things(path).forEach((each, thing) -> note(each, thing));
        remove(path);
    }

    /** Renames a file or folder; what lies at the new name gives way to it. */
    void move(String from, String to) {
        Path old = project.resolve(from);
        Path place = project.resolve(to);
        SortedMap<Path, Thing> things = things(old);
        if (things.isEmpty() || place.startsWith(old) || old.startsWith(place) || blocked(place)) {
            return;
        }
        delete(to);
        delete(from);
        things.forEach((path, thing) -> {
            Path target = place.resolve(old.relativize(path)).normalize();
            note(target, null);
            place(target, thing);
        });
        // A watcher of files tells of the two names alone.
        touched.removeIf(path -> path.startsWith(old) && !path.equals(old));
        touched.removeIf(path -> path.startsWith(place) && !path.equals(place));
        touched.add(old);
        touched.add(place);
    }

    private void place(String name, Thing thing) {
        Path path = project.resolve(name);
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || blocked(path)) {
            return;
        }
        note(path, things(path).get(path));
        remove(path);
        place(path, thing);
    }

    /** Whether a file or link lies where a folder is needed. */
    private boolean blocked(Path path) {
        for (Path above = path.resolveSibling(""); !above.equals(project); above = above.resolveSibling("")) {
            if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                return true;
            }
        }
        return false;
    }

    private void place(Path path, Thing thing) {
        try {
            Files.createDirectories(path.resolveSibling(""));
            if (thing.target == null) {
                Files.write(path, thing.bytes);
            } else {
                Files.createSymbolicLink(path, thing.target);
            }
            touched.add(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Path path, @Nullable Thing thing) {
        if (before != null && !before.things.containsKey(path)) {
            before.things.put(path, thing);
        }
    }

    /** Files and links at a path and below. */
    private static SortedMap<Path, Thing> things(Path start) {
        SortedMap<Path, Thing> things = new TreeMap<>();
        visit(start, (path, attributes) -> {
            if (!attributes.isDirectory()) {
                things.put(
                        path,
                        attributes.isSymbolicLink()
                                ? new Thing(new byte[0], Files.readSymbolicLink(path))
                                : new Thing(Files.readAllBytes(path), null));
            }
        });
        return things;
    }

    private void remove(Path start) {
        touched.add(start);
        visit(start, (path, attributes) -> Files.delete(path));
    }

    private interface Visit {
        void at(Path path, BasicFileAttributes attributes) throws IOException;
    }

    private static void visit(Path start, Visit visit) {
        if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    visit.at(file, attributes);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    visit.at(folder, Files.readAttributes(folder, BasicFileAttributes.class));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
