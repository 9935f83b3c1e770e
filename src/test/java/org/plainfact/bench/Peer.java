package org.plainfact.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the sites of other generators have in common. */
final class Peer {
    private Peer() {}

    /** The second word that a program says of itself; empty where it is not installed. */
    static Optional<String> version(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said.strip().split(" ")[1]) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    /**
     * Writes the articles of another project, the style sheet that it has, and other files by their path.
     *
     * @param translated an article in the generator's own form
     */
    static Project write(
            Path folder, Project corpus, Map<String, String> others, Function<Translated, String> translated)
            throws IOException {
        for (Map.Entry<String, String> file : others.entrySet()) {
            put(folder.resolve(file.getKey()), file.getValue());
        }
        put(folder.resolve("static/site.css"), Files.readString(corpus.folder().resolve("assets/css/site.css")));
        for (Path article : corpus.articles()) {
            Path copy = folder.resolve("content/articles").resolve(article.getFileName());
            put(copy, translated.apply(Translated.of(Files.readString(article))));
        }
        return Project.in(folder);
    }

    private static void put(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
