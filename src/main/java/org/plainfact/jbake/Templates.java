package org.plainfact.jbake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.source.SourceTree;

/** The files of the template folder. Safe for several threads. */
final class Templates {
    private final Folder folder;
    private final Map<String, Folder.Entry> files = new TreeMap<>();
    private final Map<String, Boolean> tellingTime = new ConcurrentHashMap<>();

    Templates(SourceTree tree, java.io.File place) {
        this.folder = new Folder(tree, place, "");
        folder.entries().forEach(entry -> files.put(entry.below(), entry));
    }

    /** Sorted; relative to the folder. */
    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** Of what a template holds. */
    Optional<String> sha256(String name) {
        return Optional.ofNullable(files.get(name)).map(folder::sha256);
    }

    /** Whether a template may print the time at which it is processed. */
    boolean tellsTime(String name) {
        return tellingTime.computeIfAbsent(
                name, each -> Optional.ofNullable(files.get(each)).stream().anyMatch(Templates::saysNow));
    }

    private static boolean saysNow(Folder.Entry file) {
        try {
            return Files.readString(file.path(), StandardCharsets.ISO_8859_1).contains(".now");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
