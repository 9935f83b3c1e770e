package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where results go: to {@code target/bench} always, and with {@code -Dbench.record=true} into the repository. */
final class Recorded {
    private static final Path PAGE = Path.of("src/doc/performance.md");

    private Recorded() {}

    static boolean wanted() {
        return Boolean.getBoolean("bench.record");
    }

    /** A table, to be read; it takes the place of the last one of the same name in {@code performance.md}. */
    static void table(String name, String markdown) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target/bench")).resolve(name + ".md"), markdown);
        if (wanted()) {
            Files.writeString(PAGE, replaced(Files.readString(PAGE), name, markdown));
        }
    }

    /** All that was measured, for programs. */
    static void json(String name, String json) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target/bench")).resolve(name + ".json"), json);
        if (wanted()) {
            Files.writeString(
                    Files.createDirectories(Path.of("src/doc/measured")).resolve(name + ".json"), json);
        }
    }

    private static String replaced(String page, String name, String markdown) {
        String begin = "<!-- measured: " + name + " -->\n";
        String end = "<!-- end of " + name + " -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(PAGE + " has no place for " + name);
        }
        return page.substring(0, from + begin.length()) + "\n" + markdown.strip() + "\n\n" + page.substring(to);
    }
}
