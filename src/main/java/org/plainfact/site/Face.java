package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Article.FrontMatter;
import org.plainfact.data.Entry;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Expansion;
import org.plainfact.directive.Plain;
import org.plainfact.directive.Uses;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Drawer;
import org.plainfact.site.Content.Listing;
import org.plainfact.source.Findings;
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

    /**
     * The faces of pages, each as it was where the page is.
     *
     * @param gists of the same pages
     */
    static List<Face> of(String kind, List<Leaf> pages, List<Gist> gists, Plan plan) {
        return plan.recall(DRAWER, kind, pages, (position, page) -> of(page, gists.get(position), plan));
    }

    private static Face of(Leaf page, Gist gist, Plan plan) {
        Article article = page.article();
        List<Inline> description = gist.whole()
                ? new Expansion(plan.session().world(), new Findings())
                        .inlines(article, article.head().description())
                : page.text().get().description();
        String summary = Plain.text(description);
        return new Face(
                article.reference(),
                article.head(),
                listing(page, description, gist, plan.addresses()),
                found(page, summary, gist, plan.addresses()),
                summary,
                article.type().equals("article") ? Optional.of(plan.addresses().twin(article)) : Optional.empty(),
                gist.whole()
                        ? found(gist.figures(), plan.figures()::find)
                        : List.copyOf(uses(page).figures()),
                gist.whole()
                        ? found(gist.tables(), plan.figures()::table)
                        : List.copyOf(uses(page).tables()),
                gist.whole()
                        ? found(gist.sources(), plan.data()::find)
                        : uses(page).sources(),
                gist.terms(),
                gist.whole() ? List.of() : page.text().get().corrections());
    }

    private static Uses uses(Leaf page) {
        return page.text().get().uses();
    }

    private static <T> List<T> found(List<String> names, Function<String, Optional<T>> find) {
        return names.stream().map(name -> find.apply(name).orElseThrow()).toList();
    }

    private static Listing listing(Leaf page, List<Inline> description, Gist gist, Addresses addresses) {
        FrontMatter head = page.article().head();
        return new Listing(
                new Link(head.title(), page.route()),
                description,
                head.date().orElse(""),
                head.updated().or(head::date).orElse(""),
                gist.minutes(),
                head.topics().stream().map(addresses::topic).toList());
    }

    private static SearchEntries.Found found(Leaf page, String summary, Gist gist, Addresses addresses) {
        FrontMatter head = page.article().head();
        return new SearchEntries.Found(
                head.title(),
                addresses.link(page.route()),
                page.article().type(),
                summary.isEmpty() ? gist.excerpt() : summary,
                gist.headings(),
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
