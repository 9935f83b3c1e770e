package org.plainfact.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.content.Article;
import org.plainfact.data.Json;
import org.plainfact.memo.Drawer;

/** A page on its way: what is not said of it has a plain default. */
final class Draft {
    private static final Drawer SHEETS = new Drawer("sheets", false, false);

    private final Plan plan;
    private final Route route;
    private final String title;
    private final String description;
    private final Content content;
    private final List<Link> crumbs = new ArrayList<>();
    private final List<Map<String, Object>> jsonLd = new ArrayList<>();
    private Optional<String> published = Optional.empty();
    private Optional<String> updated = Optional.empty();
    private Optional<Article.Image> image = Optional.empty();
    private boolean indexed = true;

    Draft(Plan plan, Route route, String title, String description, Content content) {
        this.plan = plan;
        this.route = route;
        this.title = title;
        this.description = description;
        this.content = content;
    }

    Draft of(Article article) {
        published = article.head().date();
        updated = article.head().updated().or(article.head()::date);
        image = article.head().hero();
        return this;
    }

    /** Of a page without a text. */
    Draft updated(String date) {
        updated = Optional.of(date);
        return this;
    }

    /** The page stands below the front page, and below this one where it is given. */
    Draft below(Link... parents) {
        crumbs.add(plan.home());
        crumbs.addAll(List.of(parents));
        return this;
    }

    Draft says(Map<String, Object> object) {
        jsonLd.add(object);
        return this;
    }

    Draft says(List<Map<String, Object>> objects) {
        jsonLd.addAll(objects);
        return this;
    }

    Draft unlisted() {
        indexed = false;
        return this;
    }

    /** The page of what the site makes itself. */
    Output.Page page() {
        return new Output.Page(
                route,
                Output.Page.kindOf(content),
                Optional.empty(),
                indexed,
                plan.session().later(SHEETS, sheet()));
    }

    Output.Sheet sheet() {
        if (!crumbs.isEmpty()) {
            jsonLd.add(plan.jsonLd().breadcrumbs(crumbs, new Link(title, route)));
        }
        List<String> objects = jsonLd.stream().map(Json::forScript).toList();
        return new Output.Sheet(title, description, published, updated, image, crumbs, objects, content);
    }
}
