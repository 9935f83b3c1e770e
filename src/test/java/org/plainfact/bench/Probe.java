package org.plainfact.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A figure of its own in the data of a project, named by exactly three articles: in what they say and in their description,
 * so that lists of them show it too.
 */
final class Probe {
    /** A number that no series of saves comes to. */
    static final int UNUSED = 399;

    private static final int ARTICLES = 3;
    private static final String FIRST = "431.001";

    /** Lists all articles, and is given their descriptions too, though the template that comes with it leaves them out. */
    private static final String ARCHIVE = "archive/index.html";

    private final Path file;
    private final List<Path> articles;

    private Probe(Path file, List<Path> articles) {
        this.file = file;
        this.articles = articles;
    }

    static Probe into(Project project) throws IOException {
        Path data = project.folder().resolve("data");
        Files.writeString(data.resolve("schema/probe.schema.json"), "{ \"type\": \"object\" }\n");
        Files.writeString(data.resolve("probe.json"), content(FIRST));
        List<Path> articles =
                IntStream.range(0, ARTICLES).mapToObj(project::article).toList();
        for (Path article : articles) {
            String text = Files.readString(article)
                    .replaceFirst("description: \"", "description: \"At {figure}`probe.reading`: ");
            Files.writeString(article, text + "\nThe probe reads {figure}`probe.reading`.\n");
        }
        return new Probe(data.resolve("probe.json"), articles);
    }

    Save cell(int number) {
        String value = value(number);
        return Save.of(file, content(value), value, Project.address(articles.get(number % ARTICLES)));
    }

    /**
     * The files that are to be printed when the figure changes: those that show it, and one list which could.
     *
     * @param site as it was built before the first change
     */
    static Set<String> files(Path site) throws IOException {
        try (Stream<Path> walk = Files.walk(site)) {
            Set<String> files = walk.filter(Files::isRegularFile)
                    .filter(Probe::showsFirst)
                    .map(file -> site.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            files.add(ARCHIVE);
            return files;
        }
    }

    /** Of the files, those that come out otherwise. */
    static Set<String> changed(Set<String> files) {
        return files.stream().filter(file -> !file.equals(ARCHIVE)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of files that have to show the figure, those that are served without a value. */
    static Set<String> without(String value, Set<String> files, Poller poller) {
        return files.stream()
                .filter(file -> !file.equals(ARCHIVE))
                .filter(file -> !poller.get("/" + file).contains(value))
                .collect(Collectors.toSet());
    }

    private static boolean showsFirst(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(FIRST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three decimals of which the last is not zero, so that it is printed as it is written. */
    private static String value(int number) {
        return "431.%03d".formatted(101 + 2 * (number % (UNUSED + 1)));
    }

    private static String content(String value) {
        return """
                {
                  "$schema": "schema/probe.schema.json",
                  "title": "Probe",
                  "records": [
                    {
                      "id": "probe",
                      "name": "Probe",
                      "reading": { "value": %s, "unit": "kW", "title": "what the probe reads", "status": "assumption" }
                    }
                  ]
                }
                """.formatted(value);
    }
}
