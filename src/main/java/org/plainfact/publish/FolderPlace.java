package org.plainfact.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A folder that holds a site: a release, a checkout, what a build wrote. */
public record FolderPlace(Path root) implements Place {
    /** What hosts of git branches want beside a site. */
    private static final Set<String> OF_HOSTS = Set.of("CNAME");

    /** The folder, or the live release in it where it is one that is published to. */
    public static FolderPlace of(Path folder) {
        Path current = folder.resolve("current");
        boolean releases = !Files.exists(folder.resolve(Manifest.NAME)) && Files.exists(current.resolve(Manifest.NAME));
        return new FolderPlace(releases ? current : folder);
    }

    @Override
    public String name() {
        return root.toString();
    }

    @Override
    public Answer look(String path, long limit) throws IOException {
        Path file = root.resolve(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Answer.Absent("is missing");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Answer.Absent("is no regular file");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Answer.Content(in.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 16)));
        }
    }

    @Override
    public SortedSet<String> others(Manifest manifest) throws IOException {
        SortedSet<String> others = new TreeSet<>();
        // The top may be reached by a link, as the live release is; links below it are no part of a site.
        Path top = root.toRealPath();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = top.relativize(file).toString().replace('\\', '/');
                if (!hidden(file)
                        && !manifest.files().containsKey(path)
                        && !path.equals(Manifest.NAME)
                        && !OF_HOSTS.contains(path)) {
                    others.add(path);
                }
                return FileVisitResult.CONTINUE;
            }

            /** What tools keep at the top: of git, of the build, for hosts. */
            private boolean hidden(Path path) {
                String name = String.valueOf(path.getFileName());
                return top.equals(path.getParent()) && name.startsWith(".") && !name.equals(".well-known");
            }
        });
        return others;
    }

    @Override
    public boolean mayKeepToItself(String path) {
        return false;
    }

    @Override
    public int parallel() {
        return 2;
    }

    @Override
    public void close() {
        // A folder needs no closing.
    }
}
