package org.plainfact.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plainfact.disk.Held;
import org.plainfact.disk.Hold;
import org.plainfact.disk.Sync;
import org.plainfact.disk.Trees;

/**
 * Releases beside one another in {@code releases/}, and {@code current}, a symbolic link to the live one, that is changed
 * in one step. The live release is always the newest: what is newer is left from a publisher that was killed.
 */
final class FolderTarget implements Target {
    private final Path root;
    private final int kept;

    /**
     * A target that need not exist yet.
     *
     * @param root absolute
     * @param kept how many releases stay, the live one among them; at least 2, so that a reader in the middle of a page
     *     finds the rest of it
     */
    FolderTarget(Path root, int kept) {
        if (kept < 2) {
            throw new IllegalArgumentException("at least 2 releases must stay: " + kept);
        }
        this.root = root;
        this.kept = kept;
    }

    @Override
    public String name() {
        return root.toString();
    }

    private Path releases() {
        return root.resolve("releases");
    }

    private Path current() {
        return root.resolve("current");
    }

    /** In it a release is made; on the same disk. */
    private Path staging() {
        return root.resolve(".staging");
    }

    @Override
    public Live live() throws IOException {
        Optional<Release> live = liveRelease();
        return live.isEmpty()
                ? Live.NOTHING
                : new Live(live.get().manifest(), () -> ledger(live.get().file(Live.LEDGER)));
    }

    private static Optional<byte[]> ledger(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private Optional<Release> liveRelease() throws IOException {
        Path link = current();
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Optional<Release> live = Files.isSymbolicLink(link)
                ? Release.in(link.resolveSibling(Files.readSymbolicLink(link)).normalize())
                        .filter(release -> releases().equals(release.folder().getParent()))
                : Optional.empty();
        if (live.isEmpty()) {
            throw new PublishRefused(link + " is not a link to one of the releases; move it away");
        }
        return live;
    }

    @Override
    public void publish(Edition edition, Plan plan, Progress progress) throws IOException {
        try (Hold hold = hold()) {
            Optional<Release> live = liveRelease();
            Manifest before = live.isEmpty() ? Manifest.NONE : live.get().manifest();
            if (!Plan.of(before, edition.manifest()).equals(plan)) {
                throw new PublishRefused("another edition was published to " + root + " meanwhile; publish again");
            }
            clear(live);
            stage(edition, live, plan, progress);
            Release next = Release.of(releases(), live.map(Release::number).orElse(0) + 1, edition.manifest());
            Files.createDirectories(releases());
            Files.move(staging(), next.folder(), StandardCopyOption.ATOMIC_MOVE);
            Sync.names(releases());
            point(next);
            prune();
        }
    }

    private Hold hold() throws IOException {
        Files.createDirectories(root);
        try {
            return Hold.take(root.resolve(".publish.lock"));
        } catch (Held held) {
            throw new PublishRefused("another publisher" + held.holder() + " is writing " + root
                    + "; nothing was published, wait until it ends");
        }
    }

    /** What a killed publisher left. */
    private void clear(Optional<Release> live) throws IOException {
        Trees.delete(staging());
        Files.deleteIfExists(next());
        int newest = live.map(Release::number).orElse(0);
        for (Release release : all()) {
            if (release.number() > newest) {
                Trees.delete(release.folder());
            }
        }
    }

    private List<Release> all() throws IOException {
        if (!Files.isDirectory(releases())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(releases())) {
            return folders.flatMap(folder -> Release.in(folder).stream())
                    .sorted()
                    .toList();
        }
    }

    /** Makes the whole release; what is unchanged is the same file under a second name. */
    private void stage(Edition edition, Optional<Release> live, Plan plan, Progress progress) throws IOException {
        Set<Path> folders = new HashSet<>();
        FileTime written = live.isEmpty() ? FileTime.fromMillis(0) : live.get().written();
        Set<String> unchanged = new HashSet<>();
        plan.unchanged().forEach(entry -> unchanged.add(entry.path()));
        long done = 0;
        try {
            for (Entry entry : edition.manifest().files().values()) {
                Path file = staging().resolve(entry.path());
                folder(Trees.parent(file), folders);
                if (live.isPresent()
                        && unchanged.contains(entry.path())
                        && live.get().holds(entry, written)) {
                    Trees.link(live.get().file(entry.path()), file);
                } else {
                    copy(edition, entry, file);
                }
                progress.show(++done, edition.manifest().files().size());
            }
            folder(staging(), folders);
            // Last, so that no file of the release is younger.
            Files.write(staging().resolve(Manifest.NAME), edition.manifest().bytes());
            Sync.tree(staging());
        } catch (IOException e) {
            throw given(e);
        }
    }

    /** What was begun is of no use, and on a full disk in the way. */
    private IOException given(IOException cause) {
        try {
            Trees.delete(staging());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        String message = String.valueOf(cause.getMessage());
        return message.contains(root.toString()) ? cause : new IOException(root + ": " + message, cause);
    }

    private static void folder(Path folder, Set<Path> made) throws IOException {
        if (made.add(folder)) {
            Files.createDirectories(folder);
        }
    }

    private static void copy(Edition edition, Entry entry, Path file) throws IOException {
        try (InputStream in = edition.open(entry)) {
            Files.copy(in, file);
        }
    }

    /** In one step: readers get all of the one release or all of the other. */
    private void point(Release release) throws IOException {
        Files.deleteIfExists(next());
        try {
            Files.createSymbolicLink(next(), root.relativize(release.folder()));
        } catch (UnsupportedOperationException e) {
            throw new IOException(root + ": this file system has no symbolic links", e);
        }
        Files.move(next(), current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Sync.names(root);
    }

    private Path next() {
        return root.resolve(".current");
    }

    private void prune() throws IOException {
        List<Release> newestFirst =
                all().stream().sorted(Comparator.reverseOrder()).toList();
        for (Release release : newestFirst.stream().skip(kept).toList()) {
            Trees.delete(release.folder());
        }
    }

    @Override
    public String rollBack() throws IOException {
        try (Hold hold = hold()) {
            Release live = liveRelease().orElseThrow(() -> new PublishRefused("nothing is published in " + root));
            Release before = all().stream()
                    .filter(release -> release.number() < live.number())
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new PublishRefused("there is no release before " + live.name() + " in " + root));
            check(before);
            point(before);
            clear(Optional.of(before));
            return "release " + before.name();
        }
    }

    /** @throws PublishRefused where somebody has altered it */
    private static void check(Release release) throws IOException {
        FileTime written = release.written();
        for (Entry entry : release.manifest().files().values()) {
            if (!release.holds(entry, written)) {
                throw new PublishRefused(
                        release.file(entry.path()) + " is not what was published; nothing was changed");
            }
        }
    }

    @Override
    public void close() {
        // Holds nothing between calls.
    }
}
