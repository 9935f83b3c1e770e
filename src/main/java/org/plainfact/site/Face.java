package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Article.FrontMatter;
import org.plainfact.content.Body.Heading;
import org.plainfact.data.Entry;
import org.plainfact.directive.Uses;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Drawer;
import org.plainfact.site.Content.Listing;
import org.plainfact.source.SourceSpan;

/**
 * What the rest of the site says of a page: all that its lists, feeds and indexes show. Where it is as before, so are they,
 * whatever has changed in the text.
 *
 * @param found what the search finds it by
 * @param twin where the same text stands as Markdown; articles have one
 */
record Face(
        Article.Reference reference,
        FrontMatter head,
        Listing listing,
        SearchEntries.Found found,
        String summary,
        Optional<Route> twin,
        List<Figure> figures,
        List<Table> tables,
        List<Entry> sources,
        List<Article.Reference> terms,
        List<Content.Correction> corrections) {
    private static final Drawer DRAWER = new Drawer("faces", true, false);

    /** The faces of pages, each as it was where the page is. */
    static List<Face> of(String kind, List<Rendered> pages, Plan plan) {
        return plan.recall(DRAWER, kind, pages, page -> of(page, plan));
    }

    private static Face of(Rendered page, Plan plan) {
        Article article = page.article();
        Uses uses = page.uses();
        return new Face(
                article.reference(),
                article.head(),
                listing(page, plan.addresses()),
                found(page, plan.addresses()),
                page.summary(),
                article.type().equals("article") ? Optional.of(plan.addresses().twin(article)) : Optional.empty(),
                List.copyOf(uses.figures()),
                List.copyOf(uses.tables()),
                List.copyOf(uses.sources()),
                List.copyOf(uses.terms()),
                page.corrections());
    }

    private static Listing listing(Rendered page, Addresses addresses) {
        return new Listing(
                page.link(),
                page.description(),
                page.article().head().date().orElse(""),
                page.updated(),
                page.minutes(),
                page.article().head().topics().stream().map(addresses::topic).toList());
    }

    private static SearchEntries.Found found(Rendered page, Addresses addresses) {
        FrontMatter head = page.article().head();
        return new SearchEntries.Found(
                page.title(),
                addresses.link(page.route()),
                page.article().type(),
                QuestionPages.summary(page),
                page.article().body().headings().stream().map(Heading::text).toList(),
                Stream.concat(head.topics().stream(), head.tags().stream())
                        .distinct()
                        .toList());
    }

    Link link() {
        return listing.link();
    }

    Route route() {
        return link().route();
    }

    String title() {
        return link().title();
    }

    String path() {
        return reference.path();
    }

    String updated() {
        return listing.updated();
    }

    SourceSpan spanOf(String key) {
        return head.spanOf(key, path());
    }
}
