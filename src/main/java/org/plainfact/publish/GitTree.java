package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.plainfact.source.Digests;

/**
 * The files of a commit.
 *
 * @param message of the commit
 * @param parents of the commit, as far as they are known here
 */
record GitTree(Repository repository, ObjectId commit, ObjectId tree, String message, List<ObjectId> parents) {
    /** Says which files a commit of ours has, so that one by another hand is known. */
    private static final String OF_OURS = "Plainfact-Tree: ";

    private static final Pattern RESTORES = Pattern.compile("(?m)^Plainfact-Restores: ([0-9a-f]{40,64})$");
    private static final int DIGITS = 10;

    static GitTree of(Repository repository, ObjectId id) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(id);
            List<ObjectId> parents = new ArrayList<>();
            for (RevCommit parent : commit.getParents()) {
                parents.add(parent.copy());
            }
            return new GitTree(
                    repository, commit.copy(), commit.getTree().copy(), commit.getFullMessage(), List.copyOf(parents));
        }
    }

    /** The message of a commit of ours. */
    static String message(String words, ObjectId tree) {
        return words + (words.contains("\n\n") ? "\n" : "\n\n") + OF_OURS + tree.name() + "\n";
    }

    /** Says what a commit brings back. */
    static String restoring(GitTree before) {
        return "Go back to " + before.shortName() + "\n\nPlainfact-Restores: " + before.commit.name();
    }

    String shortName() {
        return commit.name().substring(0, DIGITS);
    }

    /** Whether this commit is ours as a whole. */
    private boolean isOurs() {
        return message.lines().anyMatch((OF_OURS + tree.name())::equals);
    }

    /** Whether there is a site of ours in it. */
    boolean isPublished() throws IOException {
        return find(Manifest.NAME).isPresent();
    }

    /** The nearest commit before this one with another edition, or none; empty where so much of the past is not known here. */
    Optional<GitTree> before() throws IOException {
        Optional<ObjectId> own = find(Manifest.NAME);
        Optional<GitTree> at = previous();
        while (at.isPresent() && at.get().find(Manifest.NAME).equals(own)) {
            at = at.get().previous();
        }
        return at;
    }

    /** The commit that this one brought back, else its parent. */
    private Optional<GitTree> previous() throws IOException {
        Matcher restores = RESTORES.matcher(message);
        if (isOurs() && restores.find()) {
            return known(ObjectId.fromString(restores.group(1)));
        }
        return parents.isEmpty() ? Optional.empty() : known(parents.getFirst());
    }

    private Optional<GitTree> known(ObjectId id) throws IOException {
        try {
            return Optional.of(of(repository, id));
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    /** The files of ours, and what they hold; none where there is no site of ours in it. */
    Manifest manifest() throws IOException {
        Optional<byte[]> written = blob(Manifest.NAME);
        if (written.isEmpty()) {
            return Manifest.NONE;
        }
        Manifest manifest;
        try {
            manifest = Manifest.read(Manifest.NAME, written.get());
        } catch (IllegalArgumentException e) {
            throw new PublishRefused(Manifest.NAME + " of the live commit " + shortName() + " cannot be read: "
                    + e.getMessage() + "; remove it from the branch");
        }
        return isOurs() ? manifest : seen(manifest);
    }

    /** As {@link #manifest} says, but for what another hand has altered since. */
    private Manifest seen(Manifest said) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, DirCacheEntry> file : files().entrySet()) {
            if (said.files().containsKey(file.getKey())) {
                byte[] bytes = bytes(file.getValue().getObjectId());
                entries.add(Entry.of(file.getKey(), Digests.sha256(bytes), bytes.length));
            }
        }
        return Manifest.of(entries);
    }

    Optional<byte[]> ledger() throws IOException {
        return blob(Live.LEDGER);
    }

    private Optional<byte[]> blob(String path) throws IOException {
        Optional<ObjectId> id = find(path);
        return id.isEmpty() ? Optional.empty() : Optional.of(bytes(id.get()));
    }

    private Optional<ObjectId> find(String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk == null ? Optional.empty() : Optional.of(walk.getObjectId(0));
        }
    }

    private byte[] bytes(ObjectId blob) throws IOException {
        return repository.open(blob, Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE);
    }

    /** All files by path, links and modules among them. */
    SortedMap<String, DirCacheEntry> files() throws IOException {
        SortedMap<String, DirCacheEntry> files = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                files.put(walk.getPathString(), entry(walk.getPathString(), walk.getFileMode(), walk.getObjectId(0)));
            }
        }
        return files;
    }

    private static DirCacheEntry entry(String path, FileMode mode, ObjectId id) {
        DirCacheEntry entry = new DirCacheEntry(path.getBytes(UTF_8));
        entry.setFileMode(mode);
        entry.setObjectId(id);
        return entry;
    }

    /** The files of the next commit, made without a working tree. */
    record Next(Repository repository, Optional<GitTree> live, Progress progress) {
        /**
         * Writes the new files and the folders that hold them.
         *
         * @param always files that are added where the branch has none of that name
         */
        ObjectId write(Edition edition, Plan plan, Map<String, byte[]> always) throws IOException {
            SortedMap<String, DirCacheEntry> before =
                    live.isEmpty() ? new TreeMap<>() : live.get().files();
            Map<String, DirCacheEntry> files = new HashMap<>(before);
            plan.removed().forEach(entry -> files.remove(entry.path()));
            try (ObjectInserter inserter = inserter()) {
                for (Map.Entry<String, byte[]> file : always.entrySet()) {
                    if (!files.containsKey(file.getKey())) {
                        put(files, file.getKey(), inserter.insert(Constants.OBJ_BLOB, file.getValue()));
                    }
                }
                send(edition, plan, files, inserter);
                byte[] manifest = edition.manifest().bytes();
                put(files, Manifest.NAME, inserter.insert(Constants.OBJ_BLOB, manifest));
                refuseClashes(files.keySet());
                ObjectId tree = tree(files, inserter);
                inserter.flush();
                return tree;
            }
        }

        /** Puts all into one file: thousands of small ones take a disk minutes. */
        private ObjectInserter inserter() {
            return repository.getObjectDatabase() instanceof ObjectDirectory files
                    ? files.newPackInserter()
                    : repository.newObjectInserter();
        }

        /** Writes the folders of an earlier edition; files of other hands are those of now. */
        ObjectId restore(GitTree before) throws IOException {
            Map<String, DirCacheEntry> files = new HashMap<>();
            if (live.isPresent()) {
                files.putAll(live.get().files());
                files.keySet().removeAll(live.get().manifest().files().keySet());
            }
            Set<String> restored = new HashSet<>(before.manifest().files().keySet());
            restored.add(Manifest.NAME);
            before.files().forEach((path, entry) -> {
                if (restored.contains(path)) {
                    files.put(path, entry);
                }
            });
            refuseClashes(files.keySet());
            try (ObjectInserter inserter = inserter()) {
                ObjectId tree = tree(files, inserter);
                inserter.flush();
                return tree;
            }
        }

        private void send(Edition edition, Plan plan, Map<String, DirCacheEntry> files, ObjectInserter inserter)
                throws IOException {
            List<Entry> sent = plan.waves().stream().flatMap(List::stream).toList();
            long done = 0;
            for (Entry entry : sent) {
                put(files, entry.path(), insert(edition, entry, inserter));
                progress.show(++done, sent.size());
            }
        }

        private static ObjectId insert(Edition edition, Entry entry, ObjectInserter inserter) throws IOException {
            try (InputStream in = edition.open(entry)) {
                ObjectId id = inserter.insert(Constants.OBJ_BLOB, entry.size(), in);
                // At its end the content is checked.
                in.transferTo(java.io.OutputStream.nullOutputStream());
                return id;
            }
        }

        private static void put(Map<String, DirCacheEntry> files, String path, ObjectId id) {
            files.put(path, entry(path, FileMode.REGULAR_FILE, id));
        }

        /** A file of another hand can stand where the site needs a folder, or the other way round. */
        private static void refuseClashes(Set<String> paths) {
            Set<String> folders = new HashSet<>();
            for (String path : paths) {
                for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                    folders.add(path.substring(0, slash));
                }
            }
            folders.stream()
                    .filter(paths::contains)
                    .min(Comparator.naturalOrder())
                    .ifPresent(path -> {
                        throw new PublishRefused("the branch has a file and the site a folder " + path
                                + ", or the other way round; remove it from the branch");
                    });
        }

        private static ObjectId tree(Map<String, DirCacheEntry> files, ObjectInserter inserter) throws IOException {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            files.values().forEach(builder::add);
            builder.finish();
            return index.writeTree(inserter);
        }
    }
}
