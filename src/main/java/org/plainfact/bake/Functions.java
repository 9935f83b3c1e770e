package org.plainfact.bake;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.util.HashMap;
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
import org.plainfact.memo.Asking;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Routes;
import org.plainfact.source.Nearest;

/** The functions that templates call; {@code src/doc/templates.md} lists them. */
final class Functions {
    private final Asking asking;
    private final Routes routes;

    /** @param asking what the page that calls them looks up */
    Functions(Asking asking) {
        this.asking = asking;
        this.routes = asking.world().part(Register.class).site().routes();
    }

    /** By name. */
    Map<String, Function> all() {
        Map<String, Function> all = Stream.of(
                        Function.of("url", a -> url(a.get(0)), Object.class),
                        Function.of("absolute", a -> absolute(a.get(0)), Object.class),
                        Function.of(
                                "asset",
                                a -> asset((String) a.get(0), asking.ask(new Asked.AssetNamed((String) a.get(0)))),
                                String.class),
                        Function.of("articleUrl", a -> link(article(a.get(0))), Object.class),
                        Function.of("recordUrl", a -> record(a.get(0)), Object.class),
                        Function.of("sourceUrl", a -> link(routes.ofSource((Entry) a.get(0))), Entry.class),
                        Function.of("figureUrl", a -> figure((Figure) a.get(0)), Figure.class),
                        Function.of(
                                "tableUrl", a -> table((Table) a.get(0), (String) a.get(1)), Table.class, String.class),
                        Function.of("card", a -> card((Output.Page) a.get(0)), Output.Page.class),
                        Function.of("source", a -> asking.ask(new Asked.SourceNamed((String) a.get(0))), String.class),
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
        asking.ask(new Asked.SettingNamed("basePath"));
        return routes.link(route);
    }

    private Route article(Object target) throws TemplateModelException {
        String path = switch (target) {
            case Article article -> article.path();
            case Article.Reference reference -> reference.path();
            default -> throw new TemplateModelException("there is no page of " + target);
        };
        return asking.ask(new Asked.RouteOf(path))
                .orElseThrow(() -> new TemplateModelException("not on this site: " + path));
    }

    private String url(Object target) throws TemplateModelException {
        String anchor = target instanceof String text && text.contains("#") ? text.substring(text.indexOf('#')) : "";
        return link(route(target)) + anchor;
    }

    private String record(Object target) throws TemplateModelException {
        if (target instanceof Entry entry) {
            asking.ask(new Asked.SettingNamed("recordPages"));
            return link(routes.of(entry));
        }
        if (target instanceof Cell.Named cell) {
            Optional<Route> page = asking.ask(new Asked.RecordPage(cell.record()));
            if (page.isPresent()) {
                return link(page.get());
            }
        }
        throw new TemplateModelException("there is no page of the record " + target);
    }

    private String absolute(Object target) throws TemplateModelException {
        asking.ask(new Asked.SettingNamed("baseUrl"));
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
        // Most are found for every page alike.
        Optional<Asked.Picked> found =
                asking.ask(new Asked.AssetNamed(name)).or(() -> asking.ask(new Asked.AssetFor(article.path(), name)));
        boolean hero =
                article.head().hero().filter(image -> image.src().equals(name)).isPresent();
        // A missing hero is told at its line in the article; nothing of this page will be published.
        return found.isEmpty() && hero
                ? Map.of("url", "", "route", Route.of("/"), "integrity", Optional.empty(), "type", "")
                : asset(name, found);
    }

    private Map<String, Object> asset(String name, Optional<Asked.Picked> found) throws TemplateModelException {
        Asked.Picked asset = found.orElseThrow(() -> new TemplateModelException("there is no asset \"" + name + "\""
                + Nearest.hint(name, asking.ask(new Asked.AssetNames()))
                        .map(hint -> "; " + hint)
                        .orElse("")));
        Map<String, Object> given = new HashMap<>();
        given.put("url", link(asset.route()));
        given.put("route", asset.route());
        given.put("integrity", asset.integrity());
        given.put("type", asset.type());
        asset.shown().ifPresent(shown -> {
            given.put("width", shown.width());
            given.put("height", shown.height());
            given.put("srcset", shown.srcset(this::link));
        });
        return Map.copyOf(given);
    }

    private Optional<Map<String, Object>> card(Output.Page page) {
        return asking.ask(new Asked.CardOf(page.route()))
                .map(card ->
                        Map.of("route", card.route(), "alt", card.alt(), "width", Cards.WIDTH, "height", Cards.HEIGHT));
    }

    private String figure(Figure figure) {
        asking.ask(new Asked.SettingNamed("basePath"));
        return routes.link(figure);
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
}
