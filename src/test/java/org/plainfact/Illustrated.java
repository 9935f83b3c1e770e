package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plainfact.disk.Trees;
import org.plainfact.image.Camera;

/** A site as {@code plainfact init} makes it, with an article that has pictures, code and formulas. */
final class Illustrated {
    private static final String ARTICLE = """
            ---
            title: By the sea
            description: Pictures, code and a formula.
            date: 2026-11-20
            status: published
            hero:
              src: %s
              alt: Rocks and surf
            ---

            A first picture:

            ![A screen](screen.png){.wide}

            ![A sketch](sketch.svg) and ![afar](https://example.org/a.png)

            Energy is {math}`E = P \\cdot t`.

            ```{math}
            \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\ne \\sqrt{\\frac{x_1^2}{y}}
            ```

            ```java
            int power = energy / time; // in watts
            ```
            """;

    private final Path folder;

    private Illustrated(Path folder) {
        this.folder = folder;
    }

    static Illustrated in(Path folder) {
        Built.run(folder, "init", "site").succeeded();
        Illustrated site = new Illustrated(folder.resolve("site"));
        return site.with("content/articles/by-the-sea.md", ARTICLE.formatted("images/sea.jpg"))
                .with(
                        "content/articles/sketch.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"200\"></svg>")
                .with("content/articles/screen.png", Camera.screenshot(Camera.scene(1000, 500, true)))
                .with("assets/images/sea.jpg", Camera.photograph(2000, 1000, 1));
    }

    Path folder() {
        return folder;
    }

    Path output() {
        return folder.resolve("output");
    }

    /** As it is written above, without a picture at its head. */
    Illustrated withoutHero() {
        return with("content/articles/by-the-sea.md", ARTICLE.formatted("x").replaceAll("(?s)hero:.*?surf\n", ""));
    }

    Illustrated with(String path, String text) {
        return with(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Illustrated with(String path, byte[] bytes) {
        try {
            Files.createDirectories(Trees.parent(folder.resolve(path)));
            Files.write(folder.resolve(path), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Illustrated append(String path, String text) {
        return with(path, Built.text(folder.resolve(path)) + text);
    }

    Built.Answer build(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "build";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Built.run(folder, arguments);
    }

    String published(String path) {
        return Built.text(output().resolve(path));
    }
}
