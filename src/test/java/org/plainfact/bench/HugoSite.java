package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The articles of a corpus as a site of Hugo: the same words, and in place of what only Plainfact knows, what it prints. */
final class HugoSite {
    private static final String CONFIGURATION = """
            baseURL = "http://127.0.0.1/"
            title = "Bench"
            rssLimit = 20
            [taxonomies]
            tag = "tags"
            topic = "topics"
            [outputs]
            home = ["html", "rss"]
            section = ["html"]
            taxonomy = ["html"]
            term = ["html"]
            """;

    /** The layout that all pages share. */
    static final String TEMPLATE = "layouts/_default/baseof.html";

    private static final Map<String, String> LAYOUTS = Map.of(
            "_default/baseof.html",
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{ .Title }} | Bench</title>
            <meta name="description" content="{{ .Description }}">
            <link rel="canonical" href="{{ .Permalink }}">
            <link rel="stylesheet" href="/site.css">
            <link rel="alternate" type="application/rss+xml" title="Bench" href="/index.xml">
            </head>
            <body>
            {{ partial "header.html" . }}
            <main>{{ block "main" . }}{{ end }}</main>
            {{ partial "footer.html" . }}
            </body>
            </html>
            """,
            "partials/header.html",
            """
            <header><a class="logo" href="/">Bench</a>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/articles/">Articles</a></li><li><a href="/tags/">Tags</a></li>
            <li><a href="/topics/">Topics</a></li><li><a href="/index.xml">Feed</a></li></ul></nav></header>
            """,
            "partials/footer.html",
            """
            <footer><p>Bench, a site to measure. <a href="/articles/">Articles</a> <a href="/sitemap.xml">Sitemap</a></p></footer>
            """,
            "_default/single.html",
            """
            {{ define "main" }}<article>
            <h1>{{ .Title }}</h1>
            <p>{{ .Description }}</p>
            <p><time>{{ .Date.Format "2006-01-02" }}</time></p>
            {{ .Content }}
            <p>{{ range .Params.topics }}<a href="/topics/{{ . }}/">{{ . }}</a> {{ end }}</p>
            <p>{{ range .Params.tags }}<a href="/tags/{{ . }}/">{{ . }}</a> {{ end }}</p>
            {{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
            {{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
            </article>{{ end }}
            """,
            "_default/list.html",
            """
            {{ define "main" }}<h1>{{ .Title }}</h1>
            <ul>{{ range .Pages }}
            <li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2006-01-02" }}</time></li>{{ end }}
            </ul>{{ end }}
            """,
            "index.html",
            """
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
        return Peer.version(List.of("hugo", "version"));
    }

    /** The articles of another project; those that only it has are left out. */
    static Project write(Path folder, Project corpus) throws IOException {
        Map<String, String> files = new HashMap<>();
        files.put("hugo.toml", CONFIGURATION);
        LAYOUTS.forEach((name, layout) -> files.put("layouts/" + name, layout));
        return Peer.write(folder, corpus, files, HugoSite::translated);
    }

    static List<String> build(Path out) {
        return List.of("hugo", "--quiet", "--destination", out.toString());
    }

    static Map<String, String> environment(Path site) {
        return Map.of("HUGO_CACHEDIR", site.resolve("cache").toString());
    }

    static Server serve(Project site, Deadline deadline) throws IOException {
        return Server.start(HugoSite::command, environment(site.folder()), site.folder(), deadline);
    }

    /** Without what it puts into pages for browsers: it is to have no more to do than it must. */
    private static List<String> command(int port) {
        return List.of("hugo", "server", "--bind", "127.0.0.1", "--port", "" + port, "--disableLiveReload");
    }

    private static String translated(Translated article) {
        return """
                ---
                title: %s
                description: %s
                date: %s
                topics: %s
                tags: %s
                ---
                %s""".formatted(
                        article.value("title"),
                        article.value("description"),
                        article.value("date"),
                        article.value("topics"),
                        article.value("tags"),
                        article.body());
    }
}
