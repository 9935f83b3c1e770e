package org.plainfact.site;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Body.Heading;
import org.plainfact.data.Entry;
import org.plainfact.directive.Links;
import org.plainfact.directive.Uses;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Drawer;

/**
 * What the rest of the site wants to know of a text, by names: it is kept from one run to the next, so that the text itself
 * need not be read again.
 *
 * @param whole whether what is named is found by its name: else the text must be asked
 * @param excerpt what the search says of it where nobody has described it
 * @param figures by address
 * @param tables by id
 * @param sources by id
 * @param anchors ids on its page
 * @param links that stay on the site
 */
record Gist(
        boolean whole,
        String excerpt,
        int minutes,
        List<String> headings,
        List<String> figures,
        List<String> tables,
        List<String> sources,
        List<Article.Reference> terms,
        List<String> anchors,
        List<Body.Link> links) {
    private static final Drawer DRAWER = new Drawer("gists", true, true);

    /** The gists of pages, each as it was where the page is. */
    static List<Gist> of(String kind, List<Leaf> pages, Plan plan) {
        return plan.recall(
                DRAWER, kind, pages, (position, page) -> of(page.text().get(), plan));
    }

    private static Gist of(Rendered page, Plan plan) {
        Uses uses = page.uses();
        return new Gist(
                page.corrections().isEmpty()
                        && known(uses.figures(), figure -> plan.figures().find(figure.address()))
                        && known(uses.tables(), table -> plan.figures().table(table.id()))
                        && known(uses.sources(), source -> plan.data().find(source.id())),
                page.summary().isEmpty() ? QuestionPages.summary(page) : "",
                page.minutes(),
                page.article().body().headings().stream().map(Heading::text).toList(),
                uses.figures().stream().map(Figure::address).toList(),
                uses.tables().stream().map(Table::id).toList(),
                uses.sources().stream().map(Entry::id).toList(),
                List.copyOf(uses.terms()),
                page.anchors().stream().sorted().toList(),
                page.article()
                        .bodies()
                        .flatMap(Body::allLinks)
                        .filter(link -> !Links.leave(link.href()))
                        .toList());
    }

    /** Whether all are what their names lead to. */
    private static <T> boolean known(Collection<T> all, Function<T, Optional<T>> find) {
        return all.stream()
                .allMatch(
                        each -> find.apply(each).filter(found -> found == each).isPresent());
    }
}
