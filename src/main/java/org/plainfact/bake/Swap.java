package org.plainfact.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.bake.Steps.Step;
import org.plainfact.disk.Trees;
import org.plainfact.source.Look;

/** Replaces the old site by the new one; see {@code src/doc/decisions/002-staged-commit.md}. */
final class Swap {
    private final OutputFolder output;
    private final Manifest before;
    private final Way firstWay;
    private final Steps steps;

    Swap(OutputFolder output, Manifest before, Way firstWay, Steps steps) {
        this.output = output;
        this.before = before;
        this.firstWay = firstWay;
        this.steps = steps;
    }

    /** From the safest on. */
    enum Way {
        /** At every moment there is the old site or the new one. */
        AT_ONCE,
        /** For a moment there is no site; if the build is killed then, the next one brings the old one back. */
        IN_TWO_STEPS,
        /** Where the output folder itself cannot be moved: it is a mount point. Readers can see a mix. */
        FILE_BY_FILE
    }

    /** Mends what a killed build left. */
    static void repair(OutputFolder output) {
        Path aside = output.workshop().resolve("old");
        try {
            if (!output.exists() && Look.isFolder(aside, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(aside, output.path(), StandardCopyOption.ATOMIC_MOVE);
            }
            Trees.delete(output.workshop());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Replaces the old site.
     *
     * @param fresh holds the files of {@code written}; those that are unchanged are added here
     * @param files all of the new site
     */
    void replace(Path fresh, Map<String, Stamp> files, Set<String> written) throws IOException {
        if (firstWay == Way.FILE_BY_FILE) {
            fileByFile(fresh, files, written);
            return;
        }
        steps.before(Step.LINK);
        complete(fresh, files, written);
        steps.before(Step.MANIFEST);
        Manifest.write(fresh, files);
        steps.before(Step.EXCHANGE);
        if (!output.exists()) {
            Files.move(fresh, output.path(), StandardCopyOption.ATOMIC_MOVE);
        } else if (firstWay == Way.AT_ONCE && Exchange.atomically(fresh, output.path())) {
            sweep(fresh);
        } else {
            twoSteps(fresh, files, written);
        }
    }

    /** Adds to the new folder what it shares with the old one. */
    private void complete(Path fresh, Map<String, Stamp> files, Set<String> written) throws IOException {
        Set<Path> folders = new HashSet<>();
        for (String path : new TreeMap<>(files).keySet()) {
            if (!written.contains(path)) {
                Path target = fresh.resolve(path);
                if (folders.add(Trees.parent(target))) {
                    Files.createDirectories(Trees.parent(target));
                }
                Trees.link(output.path().resolve(path), target);
            }
        }
        if (output.exists()) {
            new Foreign(output.path(), before).each((path, file, attributes) -> adopt(file, fresh.resolve(path)));
            Trees.copyPermissions(output.path(), fresh);
        }
    }

    /** A foreign file of the same content as one of ours is ours from now on. */
    private static void adopt(Path file, Path target) throws IOException {
        if (Look.isThere(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Look.isFolder(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(target);
            Trees.copyPermissions(file, target);
        } else {
            // It may lie in a folder of ours that the new site does without.
            Files.createDirectories(Trees.parent(target));
            Trees.link(file, target);
        }
    }

    private void twoSteps(Path fresh, Map<String, Stamp> files, Set<String> written) throws IOException {
        Path aside = output.workshop().resolve("old");
        try {
            Files.move(output.path(), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            fileByFile(fresh, files, written);
            return;
        }
        steps.before(Step.BETWEEN_RENAMES);
        try {
            Files.move(fresh, output.path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(aside, output.path(), StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        sweep(aside);
    }

    /** Removes the old folder, and saves what others put into it since we looked. */
    private void sweep(Path old) throws IOException {
        steps.before(Step.SWEEP);
        new Foreign(old, before).each((path, file, attributes) -> {
            Path target = output.path().resolve(path);
            if (!attributes.isDirectory() && !Look.isThere(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(Trees.parent(target));
                Files.move(file, target);
            }
        });
        Trees.delete(old);
    }

    /** First says which files are in doubt, so that the next build writes them again if this one is killed. */
    private void fileByFile(Path fresh, Map<String, Stamp> files, Set<String> written) throws IOException {
        Map<String, Stamp> doubtful = new TreeMap<>(before.files());
        written.forEach(path -> doubtful.put(path, Stamp.UNKNOWN));
        Files.createDirectories(output.path());
        Manifest.write(output.path(), doubtful);
        steps.before(Step.EXCHANGE);
        for (String path : written) {
            Path target = output.path().resolve(path);
            Files.createDirectories(Trees.parent(target));
            Files.move(fresh.resolve(path), target, StandardCopyOption.REPLACE_EXISTING);
        }
        steps.before(Step.SWEEP);
        for (String path : before.files().keySet()) {
            if (!files.containsKey(path)) {
                remove(path);
            }
        }
        steps.before(Step.MANIFEST);
        Manifest.write(output.path(), files);
    }

    /** A file and the folders that it leaves empty. */
    private void remove(String path) throws IOException {
        Path file = output.path().resolve(path);
        Files.deleteIfExists(file);
        for (Path at = Trees.parent(file); !at.equals(output.path()); at = Trees.parent(at)) {
            try (var left = Files.list(at)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(at);
        }
    }
}
