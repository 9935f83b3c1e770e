package org.plainfact.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.site.Content.Listing;

/** What lists of pages say of each; made once for all lists. */
final class Listings {
    private final Map<String, Listing> byFile = new HashMap<>();
    private final Addresses addresses;

    Listings(Addresses addresses) {
        this.addresses = addresses;
    }

    Listing of(Rendered page) {
        return byFile.computeIfAbsent(page.article().path(), path -> listing(page));
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
                page.article().head().topics().stream().map(addresses::topic).toList());
    }
}
