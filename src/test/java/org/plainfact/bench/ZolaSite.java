package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The articles of a corpus as a site of Zola: the same words and pages as {@link HugoSite}. */
final class ZolaSite {
    /** Where {@code src/bench/peers.sh} puts it. */
    private static final Path INSTALLED = Path.of("target/peers/zola");

    /** The template that all pages share. */
    static final String TEMPLATE = "templates/base.html";

    private static final Map<String, String> FILES = Map.of(
            "config.toml",
            """
            base_url = "http://127.0.0.1"
            title = "Bench"
            description = "A site to measure"
            compile_sass = false
            build_search_index = false
            generate_feeds = true
            feed_filenames = ["rss.xml"]
            feed_limit = 20
            taxonomies = [{ name = "tags", feed = false }, { name = "topics", feed = false }]
            """,
            "content/_index.md",
            """
            +++
            title = "Bench"
            sort_by = "date"
            paginate_by = 10
            paginate_path = "page"
            +++
            """,
            "content/articles/_index.md",
            """
            +++
            title = "Articles"
            sort_by = "date"
            transparent = true
            +++
            """,
            TEMPLATE,
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{% block title %}Bench{% endblock %} | Bench</title>
            <meta name="description" content="{% block description %}A site to measure{% endblock %}">
            <link rel="canonical" href="{{ current_url | default(value="") | safe }}">
            <link rel="stylesheet" href="/site.css">
            <link rel="alternate" type="application/rss+xml" title="Bench" href="/rss.xml">
            </head>
            <body>
            {% include "header.html" %}
            <main>{% block main %}{% endblock %}</main>
            {% include "footer.html" %}
            </body>
            </html>
            """,
            "templates/header.html",
            """
            <header><a class="logo" href="/">Bench</a>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/articles/">Articles</a></li><li><a href="/tags/">Tags</a></li>
            <li><a href="/topics/">Topics</a></li><li><a href="/rss.xml">Feed</a></li></ul></nav></header>
            """,
            "templates/footer.html",
            """
            <footer><p>Bench, a site to measure. <a href="/articles/">Articles</a> <a href="/sitemap.xml">Sitemap</a></p></footer>
            """,
            "templates/page.html",
            """
            {% extends "base.html" %}
            {% block title %}{{ page.title }}{% endblock %}
            {% block description %}{{ page.description }}{% endblock %}
            {% block main %}<article>
            <h1>{{ page.title }}</h1>
            <p>{{ page.description }}</p>
            <p><time>{{ page.date }}</time></p>
            {{ page.content | safe }}
            <p>{% for t in page.taxonomies.topics %}<a href="/topics/{{ t }}/">{{ t }}</a> {% endfor %}</p>
            <p>{% for t in page.taxonomies.tags %}<a href="/tags/{{ t }}/">{{ t }}</a> {% endfor %}</p>
            {% if page.higher %}<a href="{{ page.higher.path | safe }}">{{ page.higher.title }}</a>{% endif %}
            {% if page.lower %}<a href="{{ page.lower.path | safe }}">{{ page.lower.title }}</a>{% endif %}
            </article>{% endblock %}
            """,
            "templates/section.html",
            """
            {% extends "base.html" %}
            {% block title %}{{ section.title }}{% endblock %}
            {% block main %}<h1>{{ section.title }}</h1>
            <ul>{% for p in section.pages %}
            <li><a href="{{ p.path | safe }}">{{ p.title }}</a> <time>{{ p.date }}</time></li>{% endfor %}
            </ul>{% endblock %}
            """,
            "templates/index.html",
            """
            {% extends "base.html" %}
            {% block main %}<h1>Bench</h1>
            <ul>{% for p in paginator.pages %}
            <li><a href="{{ p.path | safe }}">{{ p.title }}</a><p>{{ p.description }}</p></li>{% endfor %}
            </ul>
            <p>{% if paginator.previous %}<a href="{{ paginator.previous | safe }}">Newer</a>{% endif %}
            {% if paginator.next %}<a href="{{ paginator.next | safe }}">Older</a>{% endif %}</p>{% endblock %}
            """);

    private static final Map<String, String> TAXONOMIES =
            Map.of("templates/taxonomy_single.html", """
            {% extends "base.html" %}
            {% block title %}{{ term.name }}{% endblock %}
            {% block main %}<h1>{{ term.name }}</h1>
            <ul>{% for p in term.pages %}
            <li><a href="{{ p.path | safe }}">{{ p.title }}</a> <time>{{ p.date }}</time></li>{% endfor %}
            </ul>{% endblock %}
            """, "templates/taxonomy_list.html", """
            {% extends "base.html" %}
            {% block title %}{{ taxonomy.name }}{% endblock %}
            {% block main %}<h1>{{ taxonomy.name }}</h1>
            <ul>{% for t in terms %}
            <li><a href="{{ t.path | safe }}">{{ t.name }}</a></li>{% endfor %}
            </ul>{% endblock %}
            """);

    private ZolaSite() {}

    /** Name and version of the Zola that was installed; empty where there is none. */
    static Optional<String> version() throws InterruptedException {
        return Peer.version(command("--version"));
    }

    /** The articles of another project; those that only it has are left out. */
    static Project write(Path folder, Project corpus) throws IOException {
        Map<String, String> files = new HashMap<>(FILES);
        files.putAll(TAXONOMIES);
        return Peer.write(folder, corpus, files, ZolaSite::translated);
    }

    /** It empties a folder that it is told to use all the same. */
    static List<String> build(Path out) {
        return command("build", "--force", "--output-dir", out.toString());
    }

    private static List<String> command(String... arguments) {
        return Stream.concat(Stream.of(INSTALLED.toAbsolutePath().toString()), Stream.of(arguments))
                .toList();
    }

    private static String translated(Translated article) {
        return """
                +++
                title = %s
                description = %s
                date = %s
                [taxonomies]
                topics = %s
                tags = %s
                +++
                %s""".formatted(
                        article.value("title"),
                        article.value("description"),
                        article.value("date"),
                        quoted(article.list("topics")),
                        quoted(article.list("tags")),
                        article.body());
    }

    private static String quoted(String[] words) {
        return Stream.of(words).map(word -> '"' + word + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
