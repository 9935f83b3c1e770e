package org.plainfact.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.site.Content.Listing;
import org.plainfact.site.Content.Year;

/** The front page and the pages of the index behind it, the archive, the search page and the page for lost readers. */
record ListPages(Plan plan, List<Face> articles) implements Pages {
    private static final int LATEST = 5;

    @Override
    public void addTo(Outputs outputs) {
        List<Listing> all = articles.stream().map(Face::listing).toList();
        int perPage = plan.settings().articlesPerPage();
        int count = Math.max(1, Math.ceilDiv(all.size(), perPage));
        for (int number = 1; number <= count; number++) {
            List<Listing> shown = all.subList((number - 1) * perPage, Math.min(number * perPage, all.size()));
            outputs.add(
                    number == 1 ? "the front page" : "page " + number + " of the index", index(shown, number, count));
        }
        outputs.add("the archive", archive(all));
        outputs.add("the search page", search());
        outputs.add("the page for unknown addresses", notFound());
    }

    private Output.Page index(List<Listing> shown, int number, int count) {
        Content content =
                new Content.Index(List.copyOf(shown), number, count, at(number - 1, count), at(number + 1, count));
        String title = plan.settings().title();
        Route route = route(number);
        return number == 1
                ? plan.draft(route, title, plan.settings().description(), content)
                        .says(plan.jsonLd().site())
                        .page()
                : plan.draft(route, pageTitle(number), plan.settings().description(), content)
                        .below()
                        .page();
    }

    private Optional<Link> at(int number, int count) {
        return number < 1 || number > count
                ? Optional.empty()
                : Optional.of(new Link(pageTitle(number), route(number)));
    }

    private String pageTitle(int number) {
        return plan.labels().get("articles") + ", " + plan.labels().get("page") + " " + number;
    }

    private static Route route(int number) {
        return number == 1 ? Route.of("/") : Route.of("/page/" + number + "/");
    }

    private Output.Page archive(List<Listing> all) {
        Map<String, List<Listing>> years = new LinkedHashMap<>();
        all.forEach(listing -> years.computeIfAbsent(year(listing.date()), key -> new ArrayList<>())
                .add(listing));
        List<Year> content = years.entrySet().stream()
                .map(year -> new Year(year.getKey(), List.copyOf(year.getValue())))
                .toList();
        return own("archive", "/archive/", new Content.Archive(content)).below().page();
    }

    private static String year(String date) {
        return date.length() < 4 ? "" : date.substring(0, 4);
    }

    private Output.Page search() {
        return own("search", "/search/", new Content.Search(SearchEntries.ROUTE))
                .unlisted()
                .below()
                .page();
    }

    private Output.Page notFound() {
        List<Link> latest = articles.stream().limit(LATEST).map(Face::link).toList();
        return own("not-found", "/404.html", new Content.NotFound(latest))
                .unlisted()
                .page();
    }

    private Draft own(String label, String path, Content content) {
        return plan.draft(
                Route.of(path), plan.labels().get(label), plan.settings().description(), content);
    }
}
