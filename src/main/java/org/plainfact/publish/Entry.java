package org.plainfact.publish;

import java.util.Locale;
import java.util.regex.Pattern;
import org.plainfact.site.MediaType;
import org.plainfact.site.Route;

/**
 * A published file.
 *
 * @param path below the site's top, with {@code /} and without one at its start
 * @param sha256 of its content, in hexadecimal, small letters
 * @param size in bytes
 * @param type the value of {@code Content-Type}, with charset for text
 */
public record Entry(String path, String sha256, long size, String type, Caching caching) implements Comparable<Entry> {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TYPE = Pattern.compile("[\\x20-\\x7e]{3,200}");

    /** @throws IllegalArgumentException where the path leaves the site or a value is none */
    public Entry {
        Route.of("/" + path);
        if (path.isEmpty() || path.endsWith("/")) {
            throw new IllegalArgumentException("no file: /" + path);
        }
        if (!SHA256.matcher(sha256).matches() || size < 0 || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not what a file is: " + sha256 + ", " + size + ", " + type);
        }
    }

    /** Type and caching follow from the name and the content. */
    public static Entry of(String path, String sha256, long size) {
        return new Entry(path, sha256, size, MediaType.of(path).header(), Caching.of(path, sha256));
    }

    /** Its turn, so that nothing refers to what is not there yet. */
    Turn turn() {
        if (caching == Caching.IMMUTABLE) {
            return Turn.FINGERPRINTED;
        }
        if (type.startsWith("text/html")) {
            return Turn.PAGE;
        }
        boolean list = path.indexOf('/') < 0 && path.toLowerCase(Locale.ROOT).matches(".*\\.(xml|json|txt)|_.*");
        return list ? Turn.LIST : Turn.FILE;
    }

    /** In the order in which they are sent. */
    enum Turn {
        /** Style sheets, scripts, fonts, pictures whose names change with their content. */
        FINGERPRINTED,
        /** What pages refer to by a lasting name: pictures beside articles, tables, twins. */
        FILE,
        PAGE,
        /** What tells of pages: feeds, site map, search entries, ledger, rules of hosts. */
        LIST
    }

    @Override
    public int compareTo(Entry other) {
        return path.compareTo(other.path);
    }
}
