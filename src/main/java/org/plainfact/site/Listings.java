package org.plainfact.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.memo.Drawer;
import org.plainfact.site.Content.Listing;

/** What lists of pages say of each; made once for all lists. */
final class Listings {
    private static final Drawer DRAWER = new Drawer("listings", false, false);

    private final Plan plan;
    private final Map<String, Listing> byFile = new HashMap<>();

    Listings(Plan plan) {
        this.plan = plan;
    }

    Listing of(Rendered page) {
        return byFile.computeIfAbsent(page.article().path(), path -> plan.recall(DRAWER, page, () -> listing(page)));
    }

    List<Listing> of(List<Rendered> pages) {
        return pages.stream().map(this::of).toList();
    }

    private Listing listing(Rendered page) {
        return new Listing(
                page.link(),
                page.description(),
                page.article().head().date().orElse(""),
                page.updated(),
                page.minutes(),
                page.article().head().topics().stream()
                        .map(plan.addresses()::topic)
                        .toList());
    }
}
