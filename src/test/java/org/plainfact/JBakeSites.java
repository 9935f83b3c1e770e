package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sites on which Plainfact is compared with JBake, each about one row of what JBake promises, and what JBake makes of
 * them ({@code src/doc/jbake.md}).
 */
final class JBakeSites {
    private static final Path FOLDER = Path.of("src/test/jbake");
    private static final Path SITES = FOLDER.resolve("sites");
    private static final Path GOLDEN = FOLDER.resolve("golden");
    private static final Path CHOSEN = FOLDER.resolve("chosen");

    /** The date of a text that says none is the time of its file. */
    private static final FileTime SAVED = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

    /** What the time of the bake is printed in; nothing else of a page is passed over. */
    private static final Pattern NOW = Pattern.compile("(<(p|pubDate|updated) class=\"now\">)[^<]+(</\\2>)");

    private JBakeSites() {}

    static List<String> names() {
        return folders(SITES);
    }

    /** The sites of which some file comes out otherwise than JBake makes it, because we chose so. */
    static List<String> otherwise() {
        return folders(CHOSEN);
    }

    /** A copy of a site to be built. */
    static void copy(String site, Path to) {
        Path from = SITES.resolve(site);
        Built.files(from).forEach((name, file) -> {
            try {
                Path copy = to.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                Files.setLastModifiedTime(copy, SAVED);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The files that are in a copy of the site and not in the site, but for our memory of them: what was built. Byte is character. */
    static SortedMap<String, String> built(String site, Path copy) {
        SortedMap<String, Path> files = Built.files(copy);
        files.keySet().removeAll(Built.files(SITES.resolve(site)).keySet());
        files.keySet().removeIf(name -> name.endsWith("/.plainfact-manifest") || name.startsWith(".plainfact/"));
        return contents(files);
    }

    /** What JBake makes of the site. */
    static SortedMap<String, String> golden(String site) {
        return below(GOLDEN.resolve(site));
    }

    /** The files that we make otherwise. */
    static SortedMap<String, String> chosen(String site) {
        return below(CHOSEN.resolve(site));
    }

    /** Records what JBake makes of a site. */
    static void record(String site, SortedMap<String, String> files) {
        Path folder = GOLDEN.resolve(site);
        try {
            for (Path old : Built.filesIfAny(folder).values()) {
                Files.delete(old);
            }
            for (var file : files.entrySet()) {
                Path to = folder.resolve(file.getKey());
                Files.createDirectories(to.getParent());
                Files.write(to, file.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> below(Path folder) {
        return contents(Built.filesIfAny(folder));
    }

    private static SortedMap<String, String> contents(SortedMap<String, Path> files) {
        SortedMap<String, String> contents = new TreeMap<>();
        files.forEach((name, file) -> {
            String content = new String(Built.bytes(file), StandardCharsets.ISO_8859_1);
            contents.put(name, NOW.matcher(content).replaceAll("$1now$3"));
        });
        return contents;
    }

    private static List<String> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
