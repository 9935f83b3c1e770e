package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The site that {@code init} starts with: resources below {@code starter/}, the default theme among them. */
final class Starter {
    private static final String FOLDER = "starter";

    private Starter() {}

    /** Copies the starter site; answers the relative paths written, sorted. */
    static List<String> unpack(Path target) throws IOException {
        URL resource = Starter.class.getResource("/" + FOLDER + "/jbake.properties");
        if (resource == null) {
            throw new IllegalStateException("the starter site is missing from the program: " + FOLDER);
        }
        try {
            URI uri = resource.toURI();
            if (!uri.getScheme().equals("jar")) {
                return copy(Path.of(uri).resolveSibling(""), target);
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return copy(jar.getPath("/" + FOLDER), target);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the starter site's address: " + resource, e);
        }
    }

    private static List<String> copy(Path from, Path target) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        return files.stream()
                .map(file -> copyOne(file, from.relativize(file).toString(), target))
                .toList();
    }

    private static String copyOne(Path file, String name, Path target) {
        Path to = target.resolve(name).normalize();
        try {
            Files.createDirectories(to.getParent() == null ? target : to.getParent());
            Files.copy(file, to);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
