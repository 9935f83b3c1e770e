package org.plainfact.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.data.Entry;
import org.plainfact.data.Quantity;
import org.plainfact.directive.Block;
import org.plainfact.directive.Plain;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Asking;

/** What pages say to machines, in the words of schema.org. Each object says only what the page shows. */
record JsonLd(Settings settings, Addresses addresses, Asking asking) {
    Map<String, Object> site() {
        Map<String, Object> object = object("WebSite");
        object.put("name", settings.title());
        put(object, "description", settings.description());
        object.put("url", addresses.absolute(Route.of("/")));
        put(object, "inLanguage", settings.language());
        publisher(object);
        return object;
    }

    Map<String, Object> article(Rendered page) {
        Article.FrontMatter head = page.article().head();
        Map<String, Object> object = object("Article");
        object.put("headline", head.title());
        put(object, "description", page.summary());
        head.date().ifPresent(date -> object.put("datePublished", date));
        head.updated().or(head::date).ifPresent(date -> object.put("dateModified", date));
        object.put("author", authors(head));
        publisher(object);
        head.hero()
                .flatMap(image -> asking.ask(new Asked.PictureAt(page.article().path(), image.src())))
                .ifPresent(address -> object.put("image", address));
        put(object, "inLanguage", settings.language());
        if (!head.tags().isEmpty()) {
            object.put("keywords", head.tags());
        }
        object.put("mainEntityOfPage", webPage(page));
        object.put("url", addresses.absolute(page.route()));
        citations(object, page.uses().sources());
        corrections(object, page);
        return object;
    }

    /** A page that is no article, where it has been corrected; nothing else. */
    List<Map<String, Object>> corrected(Rendered page) {
        if (page.corrections().isEmpty()) {
            return List.of();
        }
        Map<String, Object> object = object("WebPage");
        object.put("name", page.title());
        object.put("url", addresses.absolute(page.route()));
        page.article().head().updated().ifPresent(date -> object.put("dateModified", date));
        corrections(object, page);
        return List.of(object);
    }

    private void corrections(Map<String, Object> object, Rendered page) {
        if (!page.corrections().isEmpty()) {
            object.put(
                    "correction",
                    page.corrections().stream()
                            .map(correction -> correction(correction, page))
                            .toList());
        }
    }

    private Map<String, Object> correction(Content.Correction correction, Rendered page) {
        Map<String, Object> comment = new LinkedHashMap<>();
        comment.put("@type", "CorrectionComment");
        comment.put("text", Plain.text(correction.text()));
        comment.put("datePublished", correction.date());
        comment.put("url", addresses.absolute(page.route()) + "#" + correction.anchor());
        return comment;
    }

    Map<String, Object> breadcrumbs(List<Link> crumbs, Link page) {
        List<Link> trail = new ArrayList<>(crumbs);
        trail.add(page);
        List<Object> items = new ArrayList<>();
        for (Link link : trail) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("@type", "ListItem");
            item.put("position", items.size() + 1);
            item.put("name", link.title());
            item.put("item", addresses.absolute(link.route()));
            items.add(item);
        }
        Map<String, Object> object = object("BreadcrumbList");
        object.put("itemListElement", items);
        return object;
    }

    Map<String, Object> faq(List<Block.Answer> answers) {
        List<Object> questions = new ArrayList<>();
        for (Block.Answer answer : answers) {
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("@type", "Answer");
            text.put("text", Plain.blocks(answer.body()));
            Map<String, Object> question = new LinkedHashMap<>();
            question.put("@type", "Question");
            question.put("name", answer.question().head().title());
            question.put("acceptedAnswer", text);
            questions.add(question);
        }
        Map<String, Object> object = object("FAQPage");
        object.put("mainEntity", questions);
        return object;
    }

    Map<String, Object> term(Rendered page) {
        Map<String, Object> object = object("DefinedTerm");
        object.put("name", page.title());
        object.put("description", page.summary().isEmpty() ? Plain.blocks(page.body()) : page.summary());
        object.put("url", addresses.absolute(page.route()));
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("@type", "DefinedTermSet");
        set.put("url", addresses.absolute(Route.of("/glossary/")));
        object.put("inDefinedTermSet", set);
        return object;
    }

    /** A table that a page shows. */
    Map<String, Object> dataset(Table table, Route page) {
        Map<String, Object> object = dataset(
                table.title(),
                table.caption() + ". " + Plain.notFor(table.notFor()),
                addresses.absolute(page) + "#table-" + table.id());
        object.put(
                "variableMeasured",
                table.columns().stream().map(Table.Column::title).toList());
        object.put(
                "distribution",
                List.of(
                        download("text/csv", addresses.csv(table)),
                        download("application/json", addresses.json(table))));
        basedOn(object, table.sources().stream().flatMap(this::source).toList());
        return object;
    }

    /** The figures of a record. */
    Map<String, Object> dataset(Link page, String description, List<Figure> figures, List<Entry> sources) {
        Map<String, Object> object = dataset(page.title(), description, addresses.absolute(page.route()));
        object.put("variableMeasured", figures.stream().map(JsonLd::variable).toList());
        basedOn(object, sources);
        return object;
    }

    private Map<String, Object> dataset(String name, String description, String url) {
        Map<String, Object> object = object("Dataset");
        object.put("name", name);
        put(object, "description", description);
        object.put("url", url);
        object.put("creator", organisation());
        Optional.ofNullable(settings.other().get("data_license")).ifPresent(license -> object.put("license", license));
        return object;
    }

    private static Map<String, Object> variable(Figure figure) {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("@type", "PropertyValue");
        variable.put("name", figure.title());
        variable.put("description", Plain.figure(figure));
        if (!figure.unit().name().isEmpty()) {
            variable.put("unitText", figure.unit().name());
        }
        figure.quantity().ifPresent(quantity -> value(variable, quantity));
        return variable;
    }

    private static void value(Map<String, Object> variable, Quantity quantity) {
        if (quantity.range().isPoint()) {
            variable.put("value", quantity.range().low());
        } else {
            variable.put("minValue", quantity.range().low());
            variable.put("maxValue", quantity.range().high());
        }
    }

    private Map<String, Object> download(String type, Route file) {
        Map<String, Object> download = new LinkedHashMap<>();
        download.put("@type", "DataDownload");
        download.put("encodingFormat", type);
        download.put("contentUrl", addresses.absolute(file));
        return download;
    }

    private Map<String, Object> webPage(Rendered page) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@type", "WebPage");
        object.put("@id", addresses.absolute(page.route()));
        page.article().head().reviewed().ifPresent(date -> object.put("lastReviewed", date));
        return object;
    }

    private List<Object> authors(Article.FrontMatter head) {
        if (head.authors().isEmpty()) {
            return List.of(organisation());
        }
        return head.authors().stream()
                .<Object>map(name -> {
                    Map<String, Object> author = new LinkedHashMap<>();
                    author.put("@type", "Person");
                    author.put("name", name);
                    return author;
                })
                .toList();
    }

    private void publisher(Map<String, Object> object) {
        object.put("publisher", organisation());
    }

    private Map<String, Object> organisation() {
        Map<String, Object> organisation = new LinkedHashMap<>();
        organisation.put("@type", "Organization");
        organisation.put("name", settings.publisher().isEmpty() ? settings.title() : settings.publisher());
        organisation.put("url", addresses.absolute(Route.of("/")));
        return organisation;
    }

    private static void citations(Map<String, Object> object, List<Entry> sources) {
        if (!sources.isEmpty()) {
            object.put("citation", sources.stream().map(JsonLd::work).toList());
        }
    }

    private static void basedOn(Map<String, Object> object, List<Entry> sources) {
        if (!sources.isEmpty()) {
            object.put("isBasedOn", sources.stream().map(JsonLd::work).toList());
        }
    }

    private static Map<String, Object> work(Entry source) {
        Map<String, Object> work = new LinkedHashMap<>();
        work.put("@type", "CreativeWork");
        work.put("name", source.title());
        source.text("url").ifPresent(url -> work.put("url", url));
        return work;
    }

    private Stream<Entry> source(String id) {
        return asking.ask(new Asked.RecordNamed(id)).stream();
    }

    private static Map<String, Object> object(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@context", "https://schema.org");
        object.put("@type", type);
        return object;
    }

    private static void put(Map<String, Object> object, String key, String text) {
        if (!text.isBlank()) {
            object.put(key, text);
        }
    }
}
