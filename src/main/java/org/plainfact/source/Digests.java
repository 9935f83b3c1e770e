package org.plainfact.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Fingerprints of bytes. */
public final class Digests {
    private Digests() {}

    /** In hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
    }

    /** Of a file's content, read in pieces; a link is not followed. */
    public static String sha256(Path file) {
        MessageDigest digest = digest("SHA-256");
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Whether a regular file still has the content that was noted of it. It is read only where its date is not before the
     * note's: a file system's clock goes in steps of some milliseconds, so one that was altered in the step of the note has
     * the very date of the note.
     *
     * @param sha256 in hexadecimal
     * @param size in bytes
     * @param noted the date that the same file system gave the note
     */
    public static boolean unaltered(Path file, String sha256, long size, FileTime noted) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile()
                    && found.size() == size
                    && (found.lastModifiedTime().compareTo(noted) < 0
                            || sha256(file).equals(sha256));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** As the attribute {@code integrity} wants it. */
    public static String integrity(byte[] bytes) {
        return "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384").digest(bytes));
    }

    /** A digest to be fed. */
    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /** A digest to be fed; against errors of transfer, not against forgers. */
    public static MessageDigest md5() {
        return digest("MD5");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
