package org.plainfact.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A normalised path of the site: the only constructor of addresses and output paths. {@code /}, {@code /articles/x/} (a
 * page) or {@code /feed.xml} (a file). It cannot leave the output folder.
 */
public record Route(String path) implements Comparable<Route> {
    /** The name of a page's file in its folder. */
    public static final String INDEX = "index.html";

    private static final int MAX_SEGMENT_BYTES = 240;

    /** @throws IllegalArgumentException naming what is wrong with the path */
    public Route {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a route starts with /: " + path);
        }
        if (path.length() > 1) {
            String inner = path.endsWith("/") ? path.substring(1, path.length() - 1) : path.substring(1);
            for (String segment : inner.split("/", -1)) {
                check(segment, path);
            }
        }
    }

    public static Route of(String path) {
        return new Route(path);
    }

    /** Whether this is a page, written as {@code index.html} in a folder. */
    public boolean isPage() {
        return path.endsWith("/");
    }

    /** Path of the file relative to the output folder, with {@code /}. */
    public String file() {
        return isPage() ? path.substring(1) + INDEX : path.substring(1);
    }

    /** The file below an output folder. */
    public Path below(Path output) {
        Path file = output.resolve(file()).normalize();
        if (!file.startsWith(output.normalize())) {
            throw new IllegalArgumentException("outside the output: " + path);
        }
        return file;
    }

    public Route child(String segment) {
        return new Route((isPage() ? path : path + "/") + segment);
    }

    @Override
    public int compareTo(Route other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }

    /** The path as it stands in an address. */
    public String encoded() {
        return encoded(path);
    }

    /**
     * A path, with its own slashes, as it stands in an address: ASCII alone. It leads to the very characters of the path,
     * for a host knows no other file; {@code java.net.URI} would compose letters and their accents.
     */
    public static String encoded(String path) {
        if (path.chars().allMatch(Route::plain)) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (plain(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    /** Whether a character stands for itself in every part of a path. */
    private static boolean plain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || "/-._~!$&'()*+,;=:@".indexOf(c) >= 0;
    }

    private static void check(String segment, String path) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("empty or relative segment in " + path);
        }
        if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
            throw new IllegalArgumentException("a segment is longer than " + MAX_SEGMENT_BYTES + " bytes in " + path);
        }
        if (segment.chars().anyMatch(c -> c < 0x20 || c == 0x7F || "\\:*?\"<>|#%".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a character that does not belong in an address in " + path);
        }
    }
}
