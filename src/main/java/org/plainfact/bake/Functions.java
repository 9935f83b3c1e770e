package org.plainfact.bake;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.figure.Table.Cell;
import org.plainfact.site.Content;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Routes;
import org.plainfact.site.Site;
import org.plainfact.source.Nearest;

/** The functions that templates call; {@code src/doc/templates.md} lists them. */
final class Functions {
    private final Routes routes;
    private final Assets assets;
    private final Map<String, Entry> sources;
    private final Map<String, Route> records;

    Functions(Site site, Assets assets) {
        this.routes = site.routes();
        this.assets = assets;
        this.sources = sources(site);
        this.records = records(site);
    }

    /** By name. */
    Map<String, Function> all() {
        Map<String, Function> all = Stream.of(
                        Function.of("url", a -> url(a.get(0)), Object.class),
                        Function.of("absolute", a -> absolute(a.get(0)), Object.class),
                        Function.of(
                                "asset", a -> asset((String) a.get(0), assets.find((String) a.get(0))), String.class),
                        Function.of("articleUrl", a -> link(routes.of((Article) a.get(0))), Article.class),
                        Function.of("recordUrl", a -> record(a.get(0)), Object.class),
                        Function.of("sourceUrl", a -> link(routes.ofSource((Entry) a.get(0))), Entry.class),
                        Function.of("figureUrl", a -> routes.link((Figure) a.get(0)), Figure.class),
                        Function.of(
                                "tableUrl", a -> table((Table) a.get(0), (String) a.get(1)), Table.class, String.class),
                        Function.of("source", a -> sources.get((String) a.get(0)), String.class),
                        Function.of("blockType", a -> kind(a.get(0)), Block.class),
                        Function.of("inlineType", a -> kind(a.get(0)), Inline.class),
                        Function.of("cellType", a -> kind(a.get(0)), Cell.class),
                        Function.of("fieldType", a -> kind(a.get(0)), Field.class),
                        Function.of("html", a -> HTMLOutputFormat.INSTANCE.fromMarkup((String) a.get(0)), String.class),
                        Function.of("plain", a -> Words.of((List<?>) a.get(0)), List.class),
                        Function.of("date", a -> Names.date((String) a.get(0)), String.class),
                        Function.of(
                                "entryText",
                                a -> ((Entry) a.get(0)).text((String) a.get(1)),
                                Entry.class,
                                String.class))
                .collect(Collectors.toMap(Function::name, function -> function));
        return Map.copyOf(all);
    }

    private String link(Route route) {
        return routes.link(route);
    }

    private String url(Object target) throws TemplateModelException {
        String anchor = target instanceof String text && text.contains("#") ? text.substring(text.indexOf('#')) : "";
        return link(route(target)) + anchor;
    }

    private String record(Object target) throws TemplateModelException {
        if (target instanceof Entry entry) {
            return link(routes.of(entry));
        }
        if (target instanceof Cell.Named cell && records.containsKey(cell.record())) {
            return link(records.get(cell.record()));
        }
        throw new TemplateModelException("there is no page of the record " + target);
    }

    private String absolute(Object target) throws TemplateModelException {
        return routes.absolute(route(target));
    }

    private static Route route(Object target) throws TemplateModelException {
        if (target instanceof Route route) {
            return route;
        }
        if (target instanceof String text && text.startsWith("/")) {
            return Route.of(text.split("#", 2)[0]);
        }
        throw new TemplateModelException(
                "a link leads to a route or to an address that starts with /, not to \"" + target + "\"");
    }

    /** The function {@code asset} of an article's page, which knows the pictures beside the article too. */
    Function assetFor(Article article) {
        return Function.of("asset", a -> assetFor((String) a.get(0), article), String.class);
    }

    private Map<String, Object> assetFor(String name, Article article) throws TemplateModelException {
        Optional<Assets.Asset> found = assets.findFor(name, article);
        boolean hero =
                article.head().hero().filter(image -> image.src().equals(name)).isPresent();
        // A missing hero is told at its line in the article; nothing of this page will be published.
        return found.isEmpty() && hero
                ? Map.of("url", "", "route", Route.of("/"), "integrity", Optional.empty(), "type", "")
                : asset(name, found);
    }

    private Map<String, Object> asset(String name, Optional<Assets.Asset> found) throws TemplateModelException {
        Assets.Asset asset = found.orElseThrow(() -> new TemplateModelException("there is no asset \"" + name + "\""
                + Nearest.hint(name, assets.names()).map(hint -> "; " + hint).orElse("")));
        return Map.of(
                "url",
                link(asset.route()),
                "route",
                asset.route(),
                "integrity",
                asset.integrity(),
                "type",
                asset.type());
    }

    private String table(Table table, String format) throws TemplateModelException {
        return switch (format) {
            case "csv" -> link(routes.csv(table));
            case "json" -> link(routes.json(table));
            default ->
                throw new TemplateModelException("a table is published as csv and json, not as \"" + format + "\"");
        };
    }

    private static String kind(Object value) {
        return Names.kebab(value.getClass().getSimpleName());
    }

    private static Map<String, Entry> sources(Site site) {
        Map<String, Entry> found = new HashMap<>();
        for (Content content : contents(site).keySet()) {
            switch (content) {
                case Content.Source source -> found.put(source.entry().id(), source.entry());
                case Content.Sources all -> all.entries().forEach(entry -> found.put(entry.id(), entry));
                default -> {}
            }
        }
        return Map.copyOf(found);
    }

    /** Where a record has a page: its own, a source's, or the one with its working. */
    private static Map<String, Route> records(Site site) {
        Map<String, Route> own = new HashMap<>();
        Map<String, Route> workings = new HashMap<>();
        contents(site).forEach((content, route) -> {
            switch (content) {
                case Content.OfRecord record -> own.put(record.entry().id(), route);
                case Content.Source source -> own.put(source.entry().id(), route);
                case Content.Workings working -> workings.put(working.record(), route);
                default -> {}
            }
        });
        workings.putAll(own);
        return Map.copyOf(workings);
    }

    private static Map<Content, Route> contents(Site site) {
        Map<Content, Route> contents = new IdentityHashMap<>();
        for (Output output : site.outputs()) {
            if (output instanceof Output.Page page) {
                contents.put(page.content(), page.route());
            }
        }
        return contents;
    }
}
