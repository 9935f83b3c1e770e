package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.Proof;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;

/** Builds that are kept beside builds from nothing, of one project that is edited. They must not differ. */
final class SideBySide {
    private final Path folder;
    private final Desk desk;
    private final Build told;
    private final Build toldAll;
    private int bakes;

    private Map<String, Proof> shown = Map.of();

    private SideBySide(Path folder) {
        this.folder = folder;
        Path project = folder.resolve("project");
        SmallSite.unpack(project);
        this.desk = new Desk(project);
        this.told = new Build(project);
        this.toldAll = new Build(project);
    }

    /**
     * The first difference after some of the steps, in words; empty where there is none.
     *
     * @param folder new or empty
     */
    static Optional<String> difference(Path folder, List<Edit.Step> steps) {
        SideBySide pair = new SideBySide(folder);
        pair.shown = pair.told.look(pair.desk.options(Optional.empty())).files().orElse(Map.of());
        for (int i = 0; i < steps.size(); i++) {
            Edit.Step step = steps.get(i);
            Optional<String> difference = pair.after(step, i == steps.size() - 1);
            if (difference.isPresent()) {
                return difference.map(words -> "after: " + step + "\n" + words);
            }
        }
        return Optional.empty();
    }

    /** @param last what is kept is printed again then, and must be what it is said to be */
    private Optional<String> after(Edit.Step step, boolean last) {
        step.edits().forEach(desk::edit);
        Set<Path> changed = desk.changed();
        told.changed(changed);
        Outcome fresh = look(new Build(desk.project()));
        Outcome kept = look(told);
        Optional<String> difference = difference(fresh, kept, last);
        if (difference.isEmpty()) {
            difference = changed(kept.files.orElse(shown));
        }
        if (difference.isEmpty() && step.toldAll()) {
            toldAll.changed();
            difference = difference(fresh, look(toldAll), last).map(words -> "told of anything: " + words);
        }
        if (difference.isEmpty() && step.baked()) {
            difference = baked().map(words -> "baked: " + words);
        }
        return difference;
    }

    /** What is said to have changed since the last site is what differs from it. */
    private Optional<String> changed(Map<String, Proof> now) {
        Map<String, Proof> before = shown;
        shown = now;
        Set<String> differing = new TreeSet<>(now.keySet());
        differing.addAll(before.keySet());
        differing.removeIf(name -> sha256(now.get(name)).equals(sha256(before.get(name))));
        Set<String> said = new TreeSet<>(Bakery.changed(now, before));
        return said.equals(differing)
                ? Optional.empty()
                : Optional.of("changed: " + differing + "\nis said to have: " + said);
    }

    private static String sha256(@Nullable Proof proof) {
        return proof == null ? "" : proof.sha256();
    }

    /**
     * What came of a build.
     *
     * @param thrown in words; null where nothing was
     */
    private record Outcome(
            Optional<Map<String, Proof>> files,
            List<Finding> findings,
            @Nullable String thrown) {}

    private Outcome look(Build build) {
        try {
            Build.Look look = build.look(desk.options(Optional.empty()));
            return new Outcome(look.files(), look.findings(), null);
        } catch (RuntimeException e) {
            return new Outcome(Optional.empty(), List.of(), e.toString());
        }
    }

    private static Optional<String> difference(Outcome fresh, Outcome kept, boolean again) {
        if (!Objects.equals(fresh.thrown, kept.thrown)) {
            return Optional.of("clean throws " + fresh.thrown + ", kept throws " + kept.thrown);
        }
        if (!fresh.findings.equals(kept.findings)) {
            return Optional.of("findings, clean:\n" + lines(fresh.findings) + "\nkept:\n" + lines(kept.findings));
        }
        if (fresh.files.isEmpty() || kept.files.isEmpty()) {
            return fresh.files.isPresent() == kept.files.isPresent()
                    ? Optional.empty()
                    : Optional.of("only one of the two has files: clean " + fresh.files.isPresent());
        }
        return difference(fresh.files.get(), kept.files.get(), again);
    }

    private static String lines(List<Finding> findings) {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }

    /** What a clean build printed is known by its digests; it is printed again where it differs. */
    private static Optional<String> difference(Map<String, Proof> fresh, Map<String, Proof> kept, boolean again) {
        Set<String> names = new TreeSet<>(fresh.keySet());
        names.addAll(kept.keySet());
        for (String name : names) {
            Proof right = fresh.get(name);
            Proof left = kept.get(name);
            if (right == null || left == null) {
                return Optional.of("only one of the two has " + name + ": " + (right == null ? "kept" : "clean"));
            }
            if (!right.sha256().equals(left.sha256()) || right.size() != left.size()) {
                return Optional.of(
                        name + "\n" + change(new String(bytes(right), UTF_8), new String(bytes(left), UTF_8)));
            }
            if (again && !left.sha256().equals(Digests.sha256(bytes(left)))) {
                return Optional.of(name + " is not what it is said to be\n"
                        + change(new String(bytes(right), UTF_8), new String(bytes(left), UTF_8)));
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(Proof proof) {
        try {
            return proof.content().bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first lines that differ, from shortly before they do. */
    private static String change(String clean, String kept) {
        List<String> right = clean.lines().toList();
        List<String> left = kept.lines().toList();
        for (int i = 0; i < Math.max(right.size(), left.size()); i++) {
            String rightLine = i < right.size() ? right.get(i) : "(end)";
            String leftLine = i < left.size() ? left.get(i) : "(end)";
            int same = Arrays.mismatch(rightLine.toCharArray(), leftLine.toCharArray());
            if (same >= 0) {
                return "line " + (i + 1) + "\n  clean: " + around(rightLine, same) + "\n  kept:  "
                        + around(leftLine, same);
            }
        }
        return "its digest is that of an earlier content";
    }

    private static String around(String line, int at) {
        int from = Math.max(0, at - 40);
        int to = Math.min(line.length(), at + 80);
        return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    }

    /**
     * The kept build bakes over what it baked before, and so does one that knows only what an earlier process kept; the
     * clean one bakes into a new folder.
     */
    private Optional<String> baked() {
        Path kept = folder.resolve("kept");
        Path next = folder.resolve("next");
        Path clean = folder.resolve("clean-" + bakes++);
        Build.Result right = new Build(desk.project()).bake(desk.options(Optional.of(clean)), Bakery.Progress.NONE);
        Build.Result left = told.bake(desk.options(Optional.of(kept)), Bakery.Progress.NONE);
        Optional<String> difference = difference(clean, right, kept, left);
        // Twice: where nothing has changed, nothing is done.
        for (int i = 0; i < 2 && difference.isEmpty(); i++) {
            Build other = new Build(desk.project(), Optional.of(new Keeping(folder.resolve("memory"), "this")));
            Build.Result again = other.bakeOrLeave(desk.options(Optional.of(next)), Bakery.Progress.NONE);
            difference = difference(clean, right, next, again).map(words -> "in another process: " + words);
        }
        return difference;
    }

    private static Optional<String> difference(Path clean, Build.Result right, Path kept, Build.Result left) {
        if (!right.findings().equals(left.findings())) {
            return Optional.of("findings, clean:\n" + lines(right.findings()) + "\nkept:\n" + lines(left.findings()));
        }
        if (right.failed()) {
            return Optional.empty();
        }
        Map<String, String> differing = new TreeMap<>(Built.hashes(clean));
        Map<String, String> hashes = Built.hashes(kept);
        Set<String> names = new TreeSet<>(differing.keySet());
        names.addAll(hashes.keySet());
        names.removeIf(name -> Objects.equals(differing.get(name), hashes.get(name)));
        return names.isEmpty() ? Optional.empty() : Optional.of("not the same: " + names);
    }
}
