package org.plainfact.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Look;

/** What lies in an output folder and is not ours: {@code CNAME}, {@code .git}, whatever somebody put there. */
final class Foreign {
    private final Path folder;
    private final Manifest ours;
    private final Set<String> ourFolders;

    Foreign(Path folder, Manifest ours) {
        this.folder = folder;
        this.ours = ours;
        this.ourFolders = foldersOf(ours.files().keySet());
    }

    interface Visitor {
        /** @param path relative to the folder, with {@code /} */
        void visit(String path, Path file, BasicFileAttributes attributes) throws IOException;
    }

    /** Folders before what is in them. Folders of ours are not visited themselves. */
    void each(Visitor visitor) {
        if (!Look.isFolder(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    String path = path(directory);
                    if (!path.isEmpty() && !ourFolders.contains(path)) {
                        visitor.visit(path, directory, attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String path = path(file);
                    if (!ours.files().containsKey(path) && !path.equals(Manifest.NAME)) {
                        visitor.visit(path, file, attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault)
                        throws IOException {
                    if (fault != null) {
                        throw fault;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Every folder above the files, relative as they are. */
    static Set<String> foldersOf(Iterable<String> files) {
        Set<String> folders = new HashSet<>();
        for (String path : files) {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                if (!folders.add(path.substring(0, slash))) {
                    break;
                }
            }
        }
        return folders;
    }
}
