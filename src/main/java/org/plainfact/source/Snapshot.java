package org.plainfact.source;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The files of a project as they were read, so that another process can tell whether all of them are the same. A file whose
 * size, dates and place on the disk are as they were is taken for the same, unless it was written about when it was read;
 * the others are read.
 *
 * @param taken before the first of them was read
 * @param folders those that were listed, each with the files that it had
 * @param whole those that were listed with what is hidden
 */
public record Snapshot(
        Instant taken, Map<Path, List<Path>> folders, Map<Path, List<Path>> whole, Map<Path, Entry> files) {
    /** More than any clock of a file system is behind; git and Mercurial reckon with as much. */
    private static final Duration TOO_CLOSE = Duration.ofSeconds(2);

    /**
     * A file.
     *
     * @param sha256 in hexadecimal; empty where it was not read
     * @param marks what the system says of it
     */
    public record Entry(String sha256, String marks, Instant changed) {}

    /** Of all that has been seen; empty where something could not be, or was told of. */
    static Optional<Snapshot> of(
            Instant taken, Map<Path, Seen.Listing> listings, Map<Path, Seen.Listing> whole, Map<Path, Sha256> digests) {
        if (Stream.of(listings, whole)
                .flatMap(all -> all.values().stream())
                .anyMatch(listing -> !listing.findings().isEmpty())) {
            return Optional.empty();
        }
        Map<Path, Entry> files = new TreeMap<>();
        Map<Path, List<Path>> folders;
        Map<Path, List<Path>> wholeFolders;
        try {
            folders = folders(listings, files);
            wholeFolders = folders(whole, files);
            for (Map.Entry<Path, Sha256> digest : digests.entrySet()) {
                files.put(
                        digest.getKey(),
                        entry(digest.getKey(), digest.getValue().toString()));
            }
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
        return Optional.of(new Snapshot(taken, folders, wholeFolders, files));
    }

    private static Map<Path, List<Path>> folders(Map<Path, Seen.Listing> listings, Map<Path, Entry> files)
            throws IOException {
        Map<Path, List<Path>> folders = new TreeMap<>();
        for (Map.Entry<Path, Seen.Listing> listing : listings.entrySet()) {
            folders.put(listing.getKey(), listing.getValue().files());
            for (Path file : listing.getValue().files()) {
                files.put(file, entry(file, ""));
            }
        }
        return folders;
    }

    /**
     * {@code ctime} cannot be set by anybody, so a file with the old one has the old content.
     *
     * @throws UnsupportedOperationException where the system has no such date
     */
    private static Entry entry(Path file, String sha256) throws IOException {
        Map<String, Object> found =
                Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,dev,ino,mode", LinkOption.NOFOLLOW_LINKS);
        FileTime changed = (FileTime) found.getOrDefault("ctime", FileTime.fromMillis(0));
        String marks = "%s %s %s %s %s %s"
                .formatted(
                        found.get("size"),
                        found.get("mode"),
                        found.get("dev"),
                        found.get("ino"),
                        found.get("lastModifiedTime") instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0,
                        changed.to(TimeUnit.NANOSECONDS));
        return new Entry(sha256, marks, changed.toInstant());
    }

    /** Whether all is as it was. */
    public boolean holds() {
        return folders.entrySet().parallelStream().allMatch(folder -> holds(folder, false))
                && whole.entrySet().parallelStream().allMatch(folder -> holds(folder, true))
                && files.entrySet().parallelStream().allMatch(file -> same(file.getKey(), file.getValue()));
    }

    private static boolean holds(Map.Entry<Path, List<Path>> folder, boolean hidden) {
        Findings odd = new Findings();
        SourceTree tree = new SourceTree(folder.getKey(), odd);
        List<Path> now = hidden ? tree.everything("") : tree.files("");
        return now.equals(folder.getValue()) && odd.sorted().isEmpty();
    }

    private boolean same(Path file, Entry was) {
        try {
            Entry now = entry(file, "");
            boolean settled = was.changed.plus(TOO_CLOSE).isBefore(taken);
            return settled && now.marks.equals(was.marks)
                    || !was.sha256.isEmpty()
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Digests.sha256(file).equals(was.sha256);
        } catch (IOException | UnsupportedOperationException | java.io.UncheckedIOException e) {
            // What is wrong with it, a whole run will tell.
            return false;
        }
    }

    /** Writes it for {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(taken.getEpochSecond());
        out.writeInt(taken.getNano());
        out.writeInt(files.size());
        Map<Path, Integer> numbers = new HashMap<>();
        for (Map.Entry<Path, Entry> file : files.entrySet()) {
            numbers.put(file.getKey(), numbers.size());
            out.writeUTF(file.getKey().toString());
            out.writeUTF(file.getValue().sha256);
            out.writeUTF(file.getValue().marks);
            out.writeLong(file.getValue().changed.getEpochSecond());
            out.writeInt(file.getValue().changed.getNano());
        }
        writeFolders(folders, numbers, out);
        writeFolders(whole, numbers, out);
    }

    private static void writeFolders(Map<Path, List<Path>> folders, Map<Path, Integer> numbers, DataOutput out)
            throws IOException {
        out.writeInt(folders.size());
        for (Map.Entry<Path, List<Path>> folder : folders.entrySet()) {
            out.writeUTF(folder.getKey().toString());
            out.writeInt(folder.getValue().size());
            for (Path file : folder.getValue()) {
                out.writeInt(numbers.getOrDefault(file, -1));
            }
        }
    }

    /** @throws IOException where it is not as {@link #write} left it */
    public static Snapshot read(DataInput in) throws IOException {
        Instant taken = instant(in);
        List<Path> names = new ArrayList<>();
        Map<Path, Entry> files = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            names.add(Path.of(in.readUTF()));
            files.put(names.getLast(), new Entry(in.readUTF(), in.readUTF(), instant(in)));
        }
        return new Snapshot(taken, readFolders(names, in), readFolders(names, in), files);
    }

    private static Map<Path, List<Path>> readFolders(List<Path> names, DataInput in) throws IOException {
        Map<Path, List<Path>> folders = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Path folder = Path.of(in.readUTF());
            List<Path> inside = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                inside.add(names.get(in.readInt()));
            }
            folders.put(folder, inside);
        }
        return folders;
    }

    private static Instant instant(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
