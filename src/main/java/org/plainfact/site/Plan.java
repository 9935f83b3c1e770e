package org.plainfact.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figures;

/** What is known before the first page is made. */
record Plan(
        Settings settings,
        Dataset data,
        Figures figures,
        Shelf shelf,
        Addresses addresses,
        Labels labels,
        References references) {
    static final String SOURCES = "sources";

    Link home() {
        return new Link(labels.get("home"), Route.of("/"));
    }

    /** A page that the site makes, with its configured title. */
    Link labelled(String label, String path) {
        return new Link(labels.get(label), Route.of(path));
    }

    JsonLd jsonLd() {
        return new JsonLd(settings, data, addresses, references);
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
