package org.plainfact.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figures;
import org.plainfact.memo.Asking;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Fingerprint;
import org.plainfact.memo.Session;

/**
 * What is known before the first page is made.
 *
 * @param constants stands for the settings but those that decide what is shown
 */
record Plan(
        Settings settings,
        Dataset data,
        Figures figures,
        Shelf shelf,
        Addresses addresses,
        Labels labels,
        References references,
        Session session,
        Fingerprint constants) {
    static final String SOURCES = "sources";

    /**
     * What this build or an earlier one of the same settings makes of pages, without looking anything up; on all cores.
     *
     * @param kind of the pages
     */
    <V> List<V> recall(Drawer drawer, String kind, List<Leaf> pages, BiFunction<Integer, Leaf, V> work) {
        Session.Row row = new Session.Row(drawer, kind, pages, constants);
        return session.recallAll(row, position -> {
            Leaf page = pages.get(position);
            return Session.Wanted.of(
                    page.article().path(), List.of(page.text(), constants), reads -> work.apply(position, page));
        });
    }

    Link home() {
        return new Link(labels.get("home"), Route.of("/"));
    }

    /** A page that the site makes, with its configured title. */
    Link labelled(String label, String path) {
        return new Link(labels.get(label), Route.of(path));
    }

    JsonLd jsonLd() {
        return jsonLd(session.world());
    }

    /** @param asking asked for what is not in a page itself */
    JsonLd jsonLd(Asking asking) {
        return new JsonLd(settings, addresses, asking);
    }

    Draft draft(Route route, String title, String description, Content content) {
        return new Draft(this, route, title, description, content);
    }

    /** The records of a collection by title. */
    List<Entry> byTitle(String collection) {
        return data.collection(collection).stream()
                .sorted(Comparator.<Entry, String>comparing(entry -> Slug.of(entry.title()))
                        .thenComparing(Entry::id))
                .toList();
    }

    /** The sources with these ids, in their order. */
    List<Entry> sources(Iterable<String> ids) {
        List<Entry> found = new ArrayList<>();
        ids.forEach(id -> data.find(id)
                .filter(entry -> entry.collection().equals(SOURCES))
                .ifPresent(found::add));
        return List.copyOf(found);
    }
}
