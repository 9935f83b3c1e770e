package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            String classes = Files.isDirectory(place) ? ofFolder(place) : Digests.sha256(place);
            String all = classes + " " + System.getProperty("java.class.path") + " " + Runtime.version();
            return Digests.sha256(all.getBytes(StandardCharsets.UTF_8));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where the program lies", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar names its libraries, with their versions, in itself; a folder of classes does not, but the class path does. */
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
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
