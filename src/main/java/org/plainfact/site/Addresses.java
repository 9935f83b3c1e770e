package org.plainfact.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plainfact.content.Article;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;

/** The addresses of everything on a site. */
final class Addresses implements Routes {
    private static final Drawer DRAWER = new Drawer("routes", true, false);
    private static final Drawer INDEX = new Drawer("route-index", true, false);

    private final Settings settings;
    private final String basePath;
    private final Map<String, Link> topics = new ConcurrentHashMap<>();
    private final Map<String, Link> tags = new ConcurrentHashMap<>();
    private final Map<String, Places> byFile;
    private final Map<String, Article> hidden = new HashMap<>();

    /** An article whose slug makes no address is told as a finding and stands at a made-up one. */
    Addresses(Settings settings, Shelf shelf, Session session, Findings findings) {
        this.settings = settings;
        this.basePath = settings.basePath();
        List<Article> shown = shelf.shown();
        Session.Row row = new Session.Row(DRAWER, "", shown, settings);
        List<Places> places = session.recallAll(row, findings, position -> {
            Article article = shown.get(position);
            return new Session.Wanted<>(article.path(), article, (reads, found) -> places(article, found));
        });
        byFile = session.recall(
                INDEX,
                "",
                places,
                reads -> places.stream().collect(Collectors.toMap(Places::file, Function.identity(), (a, b) -> b)));
        shelf.hidden().forEach(article -> hidden.put(article.path(), article));
    }

    @Override
    public Object ground() {
        return byFile;
    }

    /** A draft or what is scheduled, by its path in the project. */
    Optional<Article> hiddenFile(String path) {
        return Optional.ofNullable(hidden.get(path));
    }

    @Override
    public Optional<Route> find(String path) {
        return Optional.ofNullable(byFile.get(path)).map(Places::page);
    }

    Route of(Article article) {
        return find(article.path())
                .orElseThrow(() -> new IllegalArgumentException("not on this site: " + article.path()));
    }

    @Override
    public Route of(Entry record) {
        if (settings.recordPages().contains(record.collection())) {
            return Route.of("/" + record.collection() + "/" + record.id() + "/");
        }
        return record.collection().equals("sources") ? ofSource(record) : working(record.id());
    }

    @Override
    public Route ofSource(Entry source) {
        return Route.of("/sources/" + source.id() + "/");
    }

    @Override
    public Route of(Figure figure) {
        return working(figure.record());
    }

    @Override
    public String link(Figure figure) {
        return link(of(figure)) + "#" + figure.field();
    }

    @Override
    public Route csv(Table table) {
        return Route.of("/tables/" + table.id() + ".csv");
    }

    @Override
    public Route json(Table table) {
        return Route.of("/tables/" + table.id() + ".json");
    }

    @Override
    public String link(Route route) {
        // Where nothing stands before it, it is mostly the very text of the route.
        return basePath.isEmpty() ? route.encoded() : basePath + route.encoded();
    }

    @Override
    public String absolute(Route route) {
        return settings.baseUrl() + route.encoded();
    }

    /** What stands before each route in an absolute address. */
    String site() {
        return settings.baseUrl();
    }

    Route working(String record) {
        return Route.of("/figures/" + record + "/");
    }

    /** Of an article on this site. */
    Route twin(Article article) {
        return Optional.ofNullable(byFile.get(article.path())).orElseThrow().twin();
    }

    /** Where a content file and its Markdown stand. */
    private record Places(String file, Route page, Route twin) {
        static Places at(String path, Article article) {
            return new Places(article.path(), Route.of(path + "/"), Route.of(path + ".md"));
        }
    }

    Link topic(String name) {
        return topics.computeIfAbsent(name, each -> new Link(each, Route.of("/topics/" + Slug.of(each) + "/")));
    }

    Link tag(String name) {
        return tags.computeIfAbsent(name, each -> new Link(each, Route.of("/tags/" + Slug.of(each) + "/")));
    }

    Link to(Article article) {
        return new Link(article.head().title(), of(article));
    }

    /** An address that the author wrote is kept; one made from a file's name is folded to plain letters. */
    private static Places places(Article article, Findings findings) {
        String slug = article.head().slug();
        boolean written = article.head().spans().containsKey("slug");
        try {
            return Places.at(folder(article) + (written ? slug : Slug.of(slug)), article);
        } catch (IllegalArgumentException e) {
            findings.error(
                    "malformed-slug",
                    article.head().spanOf("slug", article.path()),
                    "the page has no address: " + e.getMessage(),
                    "give it a short slug");
            return Places.at(folder(article) + "untitled", article);
        }
    }

    private static String folder(Article article) {
        return switch (article.type()) {
            case "article" -> "/articles/";
            case "question" -> "/faq/";
            case "term" -> "/glossary/";
            default -> folderOfPage(article.id());
        };
    }

    /** Folders of pages are kept. */
    private static String folderOfPage(String id) {
        StringBuilder folder = new StringBuilder("/");
        int slash = id.lastIndexOf('/');
        if (slash > 0) {
            for (String segment : id.substring(0, slash).split("/")) {
                folder.append(Slug.of(segment)).append('/');
            }
        }
        return folder.toString();
    }
}
