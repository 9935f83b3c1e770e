package org.plainfact.preview;

import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/**
 * Walks the folders that are watched: relevant ones, no links followed. What is not relevant, such as the output or
 * {@code node_modules}, costs nothing.
 */
final class Folders implements FileTreeVisitor {
    private final Path root;
    private final Predicate<Path> relevant;

    private final Prints prints;

    Folders(Path root, Predicate<Path> relevant, Prints prints) {
        this.root = root;
        this.relevant = relevant;
        this.prints = prints;
    }

    /** From the root only before the watching begins: one walk then serves the watcher and the prints. */
    @Override
    public void recursiveVisitFiles(Path start, Callback onFolder, Callback onFile) throws IOException {
        if (start.equals(root)) {
            walk(start, onFolder, prints::add);
        } else {
            walk(start, onFolder, (file, attributes) -> onFile.call(file));
        }
    }

    /** Looks at all files anew. */
    void look() throws IOException {
        prints.clear();
        walk(root, folder -> {}, prints::add);
    }

    private interface Visitor {
        void visit(Path file, BasicFileAttributes attributes) throws IOException;
    }

    private void walk(Path start, Callback onFolder, Visitor onFile) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(root) && !relevant.test(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                onFolder.call(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && relevant.test(file)) {
                    onFile.visit(file, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
