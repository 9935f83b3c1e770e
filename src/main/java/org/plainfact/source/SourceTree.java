package org.plainfact.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The project folder as input: regular files only, no links followed, no dot files (but {@code .well-known}), none of the
 * copies that editors leave, strict UTF-8. What is left out is told as a finding, never passed over in silence.
 */
public final class SourceTree {
    private static final Predicate<String> EVERYTHING = name -> true;

    private final Path root;
    private final String inside;
    private final Seen seen;
    private final Findings listed;
    private final Findings findings;
    private final Optional<Elsewhere> elsewhere;
    private final Predicate<String> shown;

    /** A folder of the project that is read at another place. */
    private record Elsewhere(String folder, Path place) {}

    public SourceTree(Path root, Findings findings) {
        this(root, new Seen(), findings);
    }

    /** @param seen what is known of the files already */
    public SourceTree(Path root, Seen seen, Findings findings) {
        this(root.toAbsolutePath().normalize(), seen, findings, findings, Optional.empty(), EVERYTHING);
    }

    private SourceTree(
            Path root,
            Seen seen,
            Findings listed,
            Findings findings,
            Optional<Elsewhere> elsewhere,
            Predicate<String> shown) {
        this.root = root;
        this.inside = root + root.getFileSystem().getSeparator();
        this.seen = seen;
        this.listed = listed;
        this.findings = findings;
        this.elsewhere = elsewhere;
        this.shown = shown;
    }

    /**
     * The same files; what is wrong with a text is told elsewhere. What is no file is told by this tree still: it is
     * not part of what is made from the texts.
     */
    public SourceTree telling(Findings other) {
        return new SourceTree(root, seen, listed, other, elsewhere, shown);
    }

    /**
     * The same project with another folder in place of one of its own: the files in it have the names that they would have
     * in the project.
     */
    public SourceTree reading(String folder, Path place) {
        Elsewhere other = new Elsewhere(folder, place.toAbsolutePath().normalize());
        return new SourceTree(root, seen, listed, findings, Optional.of(other), shown);
    }

    /**
     * The same project as if its folders held some of their files alone; what is odd in them is told all the same.
     *
     * @param names whether a file is there, by its path relative to the project
     */
    public SourceTree only(Predicate<String> names) {
        return new SourceTree(root, seen, listed, findings, elsewhere, names);
    }

    public Path root() {
        return root;
    }

    /**
     * The regular files below a folder of the project, sorted by their relative path. A folder that is not there has
     * none. Links and special files are findings.
     *
     * @throws UncheckedIOException when a folder cannot be read: a fault of the machine, not of an author
     */
    public List<Path> files(String folder) {
        List<Path> files = files(folder, false);
        return shown == EVERYTHING
                ? files
                : files.stream().filter(file -> shown.test(name(file))).toList();
    }

    /**
     * For each of {@link #files}, in their order, an object that is another one after each change of the file: while it is
     * the same, nothing of the file need be asked.
     */
    public List<Object> marks(String folder) {
        return shown == EVERYTHING
                ? listing(folder, false).marks().all()
                : files(folder).stream().map(file -> new Object()).toList();
    }

    /** As {@link #files}, of a site that is made by other rules than ours: with what is hidden. */
    public List<Path> everything(String folder) {
        return files(folder, true);
    }

    private List<Path> files(String folder, boolean hidden) {
        Seen.Listing listing = listing(folder, hidden);
        listing.findings().forEach(listed::add);
        return listing.files();
    }

    private Seen.Listing listing(String folder, boolean hidden) {
        Path start = root.resolve(folder).normalize();
        if (!start.startsWith(root)) {
            throw new IllegalArgumentException("outside the project: " + folder);
        }
        Path place = placed(start);
        return seen.listing(place, hidden).orElseGet(() -> {
            Seen.Listing fresh = list(place, hidden);
            seen.list(place, hidden, fresh);
            return fresh;
        });
    }

    private Path placed(Path start) {
        return elsewhere
                .filter(other -> start.startsWith(root.resolve(other.folder)))
                .map(other -> other.place
                        .resolve(root.resolve(other.folder).relativize(start).toString())
                        .normalize())
                .orElse(start);
    }

    private Seen.Listing list(Path start, boolean hidden) {
        List<Path> found = new ArrayList<>();
        Findings odd = new Findings();
        if (!Look.isFolder(start, LinkOption.NOFOLLOW_LINKS)) {
            return new Seen.Listing(List.of(), List.of());
        }
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return !hidden && hidden(directory) && !directory.equals(start)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden && hidden(file)) {
                        return FileVisitResult.CONTINUE;
                    }
                    if (attributes.isRegularFile()) {
                        found.add(file);
                    } else {
                        odd.warning(
                                "not-a-regular-file",
                                SourceSpan.of(name(file)),
                                attributes.isSymbolicLink()
                                        ? "a symbolic link is not followed and not published"
                                        : "only regular files are read",
                                Optional.of("put the file itself here, or remove it"));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(this::name));
        return new Seen.Listing(List.copyOf(found), odd.sorted());
    }

    /**
     * SHA-256 of a file's content, in hexadecimal: as it was read last, where it was.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public String sha256(Path file) {
        return read(file).sha256().toString();
    }

    /** Says what a file held that was read elsewhere; one of which nothing is said must keep its date to count as the same. */
    public void known(Path file, String sha256) {
        digested(file, sha256);
    }

    /** Says that what is made of the project depends on more than files that were listed and read here. */
    public void readElsewhere() {
        seen.readElsewhere();
    }

    private Seen.State read(Path file) {
        Seen.State known = seen.state(file);
        return known == null ? digested(file, Digests.sha256(file)) : known;
    }

    private Seen.State digested(Path file, String sha256) {
        Seen.State state = new Seen.State(name(file), Sha256.of(sha256));
        seen.state(file, state);
        return state;
    }

    /** Stands for the names and contents of files: equal for equal ones. */
    public List<Seen.State> state(Collection<Path> files) {
        return files.stream().map(this::read).toList();
    }

    /** Path relative to the project, with {@code /}. */
    public String name(Path file) {
        return seen.name(file, this::nameOf);
    }

    private String nameOf(Path file) {
        String path = file.toString();
        if (elsewhere.isPresent() && file.startsWith(elsewhere.get().place)) {
            Path inner = elsewhere.get().place.relativize(file);
            return elsewhere.get().folder + "/" + inner.toString().replace('\\', '/');
        }
        String name = path.startsWith(inside)
                ? path.substring(inside.length())
                : root.relativize(file).toString();
        return name.replace('\\', '/');
    }

    /**
     * The size of a file in bytes. It is not read for it.
     *
     * @throws UncheckedIOException when there is no such file
     */
    public long size(Path file) {
        try {
            return seen.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean fits(Path file, long maxBytes) {
        long size = size(file);
        if (size > maxBytes) {
            findings.error(
                    "file-too-large",
                    SourceSpan.of(name(file)),
                    "the file has " + size + " bytes; the limit is " + maxBytes,
                    "split it");
        }
        return size <= maxBytes;
    }

    /**
     * A text of the project; empty after a finding where it is larger than the limit or not UTF-8.
     *
     * @param maxBytes the largest size read, in bytes
     * @throws UncheckedIOException when the file cannot be read
     */
    public Optional<SourceFile> read(Path file, long maxBytes) {
        String name = name(file);
        if (!fits(file, maxBytes)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            digested(file, Digests.sha256(bytes));
            return decode(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<SourceFile> decode(String name, byte[] bytes) {
        int skip = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
        CharBuffer out = CharBuffer.allocate(bytes.length - skip + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        SourceFile file = new SourceFile(name, text);
        if (result.isError()) {
            findings.error(
                    "not-utf-8",
                    file.at(text.length()),
                    "the byte at offset " + in.position() + " is not UTF-8",
                    "save the file with the encoding UTF-8");
            return Optional.empty();
        }
        int control = control(text);
        if (control >= 0) {
            findings.error(
                    "control-character",
                    file.at(control),
                    "the control character U+%04X does not belong in a text".formatted((int) text.charAt(control)),
                    "remove it");
            return Optional.empty();
        }
        tellTurned(file);
        return Optional.of(file);
    }

    /** Readers and reviewers see other words than the file has: the first in each line is told. */
    private void tellTurned(SourceFile file) {
        String text = file.text();
        int told = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Finding.turns(c)) {
                SourceSpan span = file.at(i);
                if (span.line() != told) {
                    findings.warning(
                            "turned-text",
                            span,
                            "the character U+%04X turns the direction of writing and is not seen".formatted((int) c),
                            Optional.of("remove it; for a word in another direction write <bdi> around it"));
                }
                told = span.line();
            }
        }
    }

    private static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F) {
                return i;
            }
        }
        return -1;
    }

    /** What begins with a dot, and the copies that editors leave beside a file. */
    private static boolean hidden(Path path) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString();
        return (name.startsWith(".") && !name.equals(".well-known"))
                || name.endsWith("~")
                || name.endsWith(".bak")
                || name.endsWith(".orig")
                || (name.startsWith("#") && name.endsWith("#"));
    }
}
