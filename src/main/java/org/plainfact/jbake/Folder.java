package org.plainfact.jbake;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plainfact.source.SourceTree;

/** A folder as JBake walks it: hidden files among the others, folders with an ignore file in them left out. */
final class Folder {
    private final SourceTree tree;
    private final String name;
    private final List<Entry> entries;

    /**
     * A regular file.
     *
     * @param below the folder, with {@code /}
     */
    record Entry(Path path, String below) {
        String name() {
            return below.substring(below.lastIndexOf('/') + 1);
        }

        /** The folder it lies in, below the same; empty for the folder itself. */
        String parent() {
            return below.substring(0, Math.max(0, below.lastIndexOf('/')));
        }

        boolean isHidden() {
            return name().startsWith(".");
        }

        boolean liesHidden() {
            return parent().startsWith(".") || parent().contains("/.");
        }

        String extension() {
            int dot = name().lastIndexOf('.');
            return dot > 0 ? name().substring(dot + 1) : "";
        }
    }

    /**
     * @param place where it is; it need not be in the project
     * @param ignoring the name of a file that has its folder left out, in any case; not in the folder itself
     */
    Folder(SourceTree project, File place, String ignoring) {
        Path path = place.toPath().toAbsolutePath().normalize();
        boolean inside = path.startsWith(project.root());
        this.name = inside ? project.name(path) : String.valueOf(path.getFileName());
        this.tree = inside ? project : project.reading(name, path);
        List<Entry> all = tree.everything(name).stream()
                .map(file -> new Entry(file, tree.name(file).substring(name.isEmpty() ? 0 : name.length() + 1)))
                .toList();
        Set<String> ignored = new HashSet<>();
        all.stream()
                .filter(entry -> !entry.parent().isEmpty() && entry.name().equalsIgnoreCase(ignoring))
                .forEach(entry -> ignored.add(entry.parent() + "/"));
        this.entries = all.stream()
                .filter(entry -> ignored.stream().noneMatch(entry.below()::startsWith))
                .sorted(Comparator.comparing(Entry::below, Folder::inWalk))
                .toList();
    }

    /** In the order in which JBake comes by them: a folder's files and folders by name, each folder at once. */
    List<Entry> entries() {
        return entries;
    }

    /** Path in the project, as findings name it. */
    String named(Entry entry) {
        return name + "/" + entry.below();
    }

    /** As {@link #named(Entry)}, of a file of it. */
    String named(Path file) {
        return tree.name(file);
    }

    String sha256(Entry entry) {
        return tree.sha256(entry.path());
    }

    private static int inWalk(String one, String other) {
        return Arrays.compare(one.split("/"), other.split("/"));
    }
}
