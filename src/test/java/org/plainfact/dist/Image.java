package org.plainfact.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Lays out what the packages hold: launcher, jars, a runtime of the modules they need, licences and the bill of
 * materials. The same sources and the same JDK give the same bytes and modes.
 */
public final class Image {
    private final Path folder;

    private Image(Path folder) {
        this.folder = folder;
    }

    /** Writes {@code image} below the folder named, from what Maven made in {@code target}; a bill of materials lies there. */
    public static void main(String[] arguments) throws IOException {
        Path dist = Path.of(arguments[0]);
        Path bill = dist.resolve("bom.json");
        if (!Files.exists(bill)) {
            throw new IllegalStateException("there is no " + bill + "; its plug-in writes none where Maven is offline");
        }
        Image image = new Image(dist.resolve("image"));
        delete(image.folder);
        image.layOut(Path.of("target"), Bill.read(bill));
        // One of an earlier build must never be used.
        Files.delete(bill);
    }

    private void layOut(Path target, Bill bill) throws IOException {
        copy(Path.of("plainfact"), "bin/plainfact");
        copy(Path.of("LICENSE"), "LICENSE");
        copy(target.resolve("plainfact.jar"), "app/plainfact.jar");
        List<Path> jars = jars(target);
        bill.mustList(jars);
        for (Path jar : jars) {
            copy(jar, "app/lib/" + jar.getFileName());
        }
        SortedSet<String> modules = link(Stream.concat(Stream.of(target.resolve("plainfact.jar")), jars.stream())
                .toList());
        System.out.println("modules: " + String.join(" ", modules));
        bill.addRuntime(System.getProperty("java.vendor"), System.getProperty("java.runtime.version"));
        bill.write(folder.resolve("plainfact.cdx.json"));
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), bill.notices());
        setModes();
    }

    /** What an earlier build left in {@code target/lib} is no part of this one. */
    private static List<Path> jars(Path target) throws IOException {
        return Stream.of(Files.readString(target.resolve("runtime-class-path.txt"))
                        .strip()
                        .split(File.pathSeparator))
                .map(jar -> target.resolve("lib").resolve(Path.of(jar).getFileName()))
                .sorted()
                .toList();
    }

    private void copy(Path file, String to) throws IOException {
        Path copy = folder.resolve(to);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }

    private SortedSet<String> link(List<Path> jars) throws IOException {
        Path work = Files.createTempDirectory(folder, "jdeps");
        SortedSet<String> modules = Modules.of(jars, work);
        delete(work);
        Modules.run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", modules),
                        "--output",
                        folder.resolve("runtime").toString(),
                        // The packages are compressed as a whole; modules that are not start faster.
                        "--compress",
                        "zip-0",
                        "--no-header-files",
                        "--no-man-pages"));
        return modules;
    }

    /** Whatever the umask is. */
    private void setModes() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(it -> !Files.isSymbolicLink(it)).toList()) {
                boolean open = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
