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
        Shown shown = gist.whole()
                ? Shown.named(article, gist, plan)
                : Shown.of(page.text().get());
        String summary = Plain.text(shown.description);
        return new Face(
                article.reference(),
                article.head(),
                listing(page, shown.description, gist, plan.addresses()),
                found(page, summary, gist, plan.addresses()),
                summary,
                article.type().equals("article") ? Optional.of(plan.addresses().twin(article)) : Optional.empty(),
                shown.figures,
                shown.tables,
                shown.sources,
                gist.terms(),
                shown.corrections);
    }

    /** What a text shows that others show too: found by its names, or in the text. */
    private record Shown(
            List<Inline> description,
            List<Figure> figures,
            List<Table> tables,
            List<Entry> sources,
            List<Content.Correction> corrections) {
        static Shown named(Article article, Gist gist, Plan plan) {
            return new Shown(
                    new Expansion(plan.session().world(), new Findings())
                            .inlines(article, article.head().description()),
                    all(gist.figures(), plan.figures()::find),
                    all(gist.tables(), plan.figures()::table),
                    all(gist.sources(), plan.data()::find),
                    List.of());
        }

        static Shown of(Rendered text) {
            Uses uses = text.uses();
            return new Shown(
                    text.description(),
                    List.copyOf(uses.figures()),
                    List.copyOf(uses.tables()),
                    List.copyOf(uses.sources()),
                    text.corrections());
        }

        private static <T> List<T> all(List<String> names, Function<String, Optional<T>> find) {
            return names.stream().map(name -> find.apply(name).orElseThrow()).toList();
        }
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
