package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.plainfact.source.Digests;

/** The program itself: what it made is only of use to the same one. */
final class Program {
    private Program() {}

    /** Stands for every class of the program, for its libraries and for the Java that runs it. */
    static String fingerprint() {
        try {
            Path place = Path.of(Program.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return digest(files(place) + " " + System.getProperty("java.class.path") + " " + Runtime.version());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where the program lies", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stands for the files of a jar or a folder. A jar names its libraries, with their versions, in itself; a folder of
     * classes does not, but the class path does.
     */
    static String files(Path place) throws IOException {
        return digest(Files.isDirectory(place) ? ofFolder(place) : ofJar(place));
    }

    private static String ofFolder(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        StringBuilder all = new StringBuilder();
        files.forEach(file -> all.append(folder.relativize(file))
                .append(' ')
                .append(Digests.sha256(file))
                .append('\n'));
        return all.toString();
    }

    /** By the sizes and checksums that it lists: to read all of it would be a part of each start that is felt. */
    private static String ofJar(Path jar) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile files = new ZipFile(jar.toFile())) {
            files.stream()
                    .forEach(file -> all.append(file.getName())
                            .append(' ')
                            .append(file.getSize())
                            .append(' ')
                            .append(file.getCrc())
                            .append('\n'));
        }
        return all.toString();
    }

    private static String digest(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
