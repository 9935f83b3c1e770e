package org.plainfact.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The articles of a corpus as a site of Hugo: the same words, and in place of what only Plainfact knows, what it prints. */
final class HugoSite {
    private static final String CONFIGURATION = """
            baseURL = "http://127.0.0.1/"
            title = "Bench"
            [taxonomies]
            tag = "tags"
            topic = "topics"
            [outputs]
            home = ["html", "rss"]
            section = ["html"]
            taxonomy = ["html"]
            term = ["html"]
            """;

    private static final Map<String, String> LAYOUTS = Map.of(
            "_default/baseof.html", """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>{{ .Title }}</title>
            <meta name="description" content="{{ .Description }}">
            <link rel="canonical" href="{{ .Permalink }}">
            <link rel="stylesheet" href="/site.css">
            </head>
            <body>
            <nav><a href="/">Home</a> <a href="/tags/">Tags</a> <a href="/topics/">Topics</a></nav>
            <main>{{ block "main" . }}{{ end }}</main>
            </body>
            </html>
            """, "_default/single.html", """
            {{ define "main" }}<article>
            <h1>{{ .Title }}</h1>
            <p>{{ .Description }}</p>
            <p><time>{{ .Date.Format "2006-01-02" }}</time></p>
            {{ .Content }}
            <p>{{ range .Params.tags }}<a href="/tags/{{ . }}/">{{ . }}</a> {{ end }}</p>
            {{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
            {{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
            </article>{{ end }}
            """, "_default/list.html", """
            {{ define "main" }}<h1>{{ .Title }}</h1>
            <ul>{{ range .Pages }}
            <li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2006-01-02" }}</time></li>{{ end }}
            </ul>{{ end }}
            """, "index.html", """
            {{ define "main" }}<h1>{{ .Title }}</h1>{{ $pages := .Paginate .Site.RegularPages 10 }}
            <ul>{{ range $pages.Pages }}
            <li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Description }}</p></li>{{ end }}
            </ul>
            <p>{{ with $pages.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}
            {{ with $pages.Next }}<a href="{{ .URL }}">Older</a>{{ end }}</p>{{ end }}
            """);

    private HugoSite() {}

    /** Name and version of the Hugo of this machine; empty where it has none. */
    static Optional<String> version() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("hugo", "version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said.strip().split(" ")[1]) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    /** The articles of another project; those that only it has are left out. */
    static Project write(Path folder, Project corpus) throws IOException {
        put(folder.resolve("hugo.toml"), CONFIGURATION);
        for (Map.Entry<String, String> layout : LAYOUTS.entrySet()) {
            put(folder.resolve("layouts").resolve(layout.getKey()), layout.getValue());
        }
        put(folder.resolve("static/site.css"), Files.readString(corpus.folder().resolve("assets/css/site.css")));
        for (Path article : corpus.articles()) {
            Path copy = folder.resolve("content/articles").resolve(article.getFileName());
            put(copy, translated(Files.readString(article)));
        }
        return Project.in(folder);
    }

    static Server serve(Project site, Deadline deadline) throws IOException {
        Path cache = site.folder().resolve("cache");
        return Server.start(HugoSite::command, Map.of("HUGO_CACHEDIR", cache.toString()), site.folder(), deadline);
    }

    /** Without what it puts into pages for browsers: it is to have no more to do than it must. */
    private static List<String> command(int port) {
        return List.of("hugo", "server", "--bind", "127.0.0.1", "--port", "" + port, "--disableLiveReload");
    }

    private static String translated(String article) {
        return article.replaceAll("(?m)^(status|authors): .*\n", "")
                .replaceAll("\\{figure}`[^`]*`", "0.035 kWh")
                .replaceAll("\\{page}`([^`]*)`", "[$1](/articles/$1/)")
                .replaceAll("\\{term}`([^`]*)`", "[$1](/)")
                .replaceAll("(?s)```\\{table} boiling\n```", """
                        | What is heated | Water | Electricity | Time |
                        |---|---|---|---|
                        | One mug | 0.3 kg | 0.033–0.037 kWh | 0.66–0.74 min |
                        | A full kettle | 1.7 kg | 0.19–0.21 kWh | 3.7–4.2 min |
                        """)
                .replaceAll("(?s)```\\{sources}\n```", "1. Specific heat of liquid water, general knowledge, undated.");
    }

    private static void put(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
