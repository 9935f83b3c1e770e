package org.plainfact.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The modules of the JDK that jars need. */
final class Modules {
    /** What is asked for by name at run time only, which no analysis sees: the file system of a jar, for {@code init}. */
    private static final List<String> BY_NAME = List.of("jdk.zipfs");

    private Modules() {}

    /** @param work an existing folder for copies of the jars */
    static SortedSet<String> of(List<Path> jars, Path work) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--multi-release",
                String.valueOf(Runtime.version().feature()),
                "--ignore-missing-deps",
                "--print-module-deps"));
        for (Path jar : jars) {
            arguments.add(withoutDescriptor(jar, work).toString());
        }
        SortedSet<String> modules = new TreeSet<>(BY_NAME);
        modules.addAll(List.of(run("jdeps", arguments).strip().split(",")));
        return modules;
    }

    /** The program runs from a class path, where jars are no modules; jdeps would resolve those that could be. */
    private static Path withoutDescriptor(Path jar, Path work) throws IOException {
        Path copy = work.resolve(jar.getFileName());
        try (var in = new ZipInputStream(Files.newInputStream(jar));
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().endsWith("module-info.class")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
        }
        return copy;
    }

    /** What a tool of the JDK prints; one that fails is a bug. */
    static String run(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = tool.run(out, out, arguments.toArray(String[]::new));
        String text = said.toString(StandardCharsets.UTF_8);
        if (code != 0) {
            throw new IllegalStateException(name + " ended with " + code + ": " + text);
        }
        return text;
    }
}
