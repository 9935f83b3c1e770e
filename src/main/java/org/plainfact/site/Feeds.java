package org.plainfact.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plainfact.data.Json;
import org.plainfact.directive.Plain;

/** The newest articles and corrections for feed readers, as Atom and as JSON Feed 1.1. */
record Feeds(Plan plan, List<Face> articles, List<Content.Corrected> corrections) implements Pages {
    private static final int ENTRIES = 30;
    private static final Route ATOM = Route.of("/feed.xml");
    private static final Route JSON = Route.of("/feed.json");

    @Override
    public void addTo(Outputs outputs) {
        List<Face> newest = articles.stream().limit(ENTRIES).toList();
        List<Content.Corrected> corrected = corrections.stream().limit(ENTRIES).toList();
        Content content =
                new Content.Feed(newest.stream().map(Face::listing).toList(), corrected, updated(newest, corrected));
        outputs.add(
                "the Atom feed",
                plan.draft(ATOM, plan.settings().title(), plan.settings().description(), content)
                        .unlisted()
                        .page());
        Map<String, Object> feed = feed(newest, corrected);
        outputs.add("the JSON feed", new Output.TextFile(JSON, feed, () -> Json.write(feed)));
    }

    private String updated(List<Face> newest, List<Content.Corrected> corrected) {
        return Stream.concat(
                        newest.stream().map(Face::updated),
                        corrected.stream().map(it -> it.correction().date()))
                .filter(date -> !date.isEmpty())
                .max(Comparator.naturalOrder())
                .orElse(plan.settings().today());
    }

    private Map<String, Object> feed(List<Face> newest, List<Content.Corrected> corrected) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", plan.settings().title());
        feed.put("home_page_url", plan.addresses().absolute(Route.of("/")));
        feed.put("feed_url", plan.addresses().absolute(JSON));
        feed.put("description", plan.settings().description());
        feed.put("language", plan.settings().language());
        List<Object> items = new ArrayList<>();
        newest.forEach(article -> items.add(item(article)));
        corrected.forEach(it -> items.add(item(it)));
        feed.put("items", items);
        return feed;
    }

    private Map<String, Object> item(Face article) {
        String url = plan.addresses().absolute(article.route());
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", url);
        item.put("url", url);
        item.put("title", article.title());
        item.put("content_text", article.summary().isEmpty() ? article.title() : article.summary());
        article.head().date().ifPresent(date -> item.put("date_published", midnight(date)));
        article.head().updated().ifPresent(date -> item.put("date_modified", midnight(date)));
        if (!article.head().authors().isEmpty()) {
            item.put(
                    "authors",
                    article.head().authors().stream()
                            .map(name -> Map.of("name", name))
                            .toList());
        }
        if (!article.head().tags().isEmpty()) {
            item.put("tags", article.head().tags());
        }
        return item;
    }

    private Map<String, Object> item(Content.Corrected corrected) {
        String url = plan.addresses().absolute(corrected.page().route()) + "#"
                + corrected.correction().anchor();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", url);
        item.put("url", url);
        item.put(
                "title",
                plan.labels().get("correction") + ": " + corrected.page().title());
        item.put("content_text", Plain.text(corrected.correction().text()));
        item.put("date_published", midnight(corrected.correction().date()));
        return item;
    }

    private static String midnight(String date) {
        return date + "T00:00:00Z";
    }
}
