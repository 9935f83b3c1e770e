package org.plainfact.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plainfact.source.Digests;
import org.plainfact.source.Look;
import org.plainfact.source.Sha256;

/**
 * The files of ours in an output folder. It lies in the folder itself, as a dot file, so that both are exchanged in one
 * step. What is not in it is foreign and is left alone.
 *
 * @param files by path relative to the folder
 * @param written when; a file that is not older may have been altered by somebody
 */
record Manifest(SortedMap<String, Stamp> files, FileTime written) {
    static final String NAME = ".plainfact-manifest";
    private static final String HEAD = "plainfact 1";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Manifest NONE = new Manifest(new TreeMap<>(), FileTime.fromMillis(0));

    /**
     * What a file holds.
     *
     * @param size in bytes
     */
    record Stamp(Sha256 digest, long size) {
        /** @param sha256 in hexadecimal */
        Stamp(String sha256, long size) {
            this(Sha256.of(sha256), size);
        }

        static Stamp of(byte[] bytes) {
            return new Stamp(Digests.sha256(bytes), bytes.length);
        }

        /** Of a file whose content is not known: equal to no real one. */
        static final Stamp UNKNOWN = new Stamp(new Sha256(0, 0, 0, 0), 0);

        /** In hexadecimal. */
        String sha256() {
            return digest.toString();
        }
    }

    /** Of a folder; empty where it has none or an unreadable one. */
    static Manifest of(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Look.isFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return NONE;
        }
        try {
            return new Manifest(parse(Files.readString(file)), Files.getLastModifiedTime(file));
        } catch (java.nio.charset.CharacterCodingException e) {
            return NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, Stamp> parse(String text) {
        SortedMap<String, Stamp> files = new TreeMap<>();
        String[] lines = text.split("\n");
        if (!lines[0].equals(HEAD)) {
            return files;
        }
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            if (parts.length == 3 && parts[1].matches("\\d{1,18}")) {
                boolean known = DIGEST.matcher(parts[0]).matches();
                files.put(parts[2], known ? new Stamp(parts[0], Long.parseLong(parts[1])) : Stamp.UNKNOWN);
            }
        }
        return files;
    }

    /** Whether a file of the folder still holds what is said of it. */
    boolean intact(Path folder, String path, Stamp stamp) {
        return Digests.unaltered(folder.resolve(path), stamp.sha256(), stamp.size(), written);
    }

    /** Writes a manifest that survives a loss of power. */
    static void write(Path folder, Map<String, Stamp> files) throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        new TreeMap<>(files)
                .forEach((path, stamp) -> text.append(stamp.sha256())
                        .append(' ')
                        .append(stamp.size())
                        .append(' ')
                        .append(path)
                        .append('\n'));
        Path file = folder.resolve(NAME);
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
