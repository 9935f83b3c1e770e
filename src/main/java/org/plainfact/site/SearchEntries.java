package org.plainfact.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plainfact.content.Body.Heading;
import org.plainfact.data.Entry;
import org.plainfact.data.Json;

/** What the search page searches: titles, descriptions, headings and tags, not whole texts. */
record SearchEntries(Plan plan, List<Rendered> pages) implements Pages {
    static final Route ROUTE = Route.of("/search.json");

    @Override
    public void addTo(Outputs outputs) {
        outputs.add("the search entries", new Output.TextFile(ROUTE, () -> Json.write(entries())));
    }

    private List<Object> entries() {
        List<Object> entries = new ArrayList<>();
        pages.forEach(page -> entries.add(entry(page)));
        plan.settings().recordPages().stream()
                .distinct()
                .flatMap(name -> plan.byTitle(name).stream())
                .forEach(record -> entries.add(entry(record)));
        return entries;
    }

    private Map<String, Object> entry(Rendered page) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", page.title());
        entry.put("url", plan.addresses().link(page.route()));
        entry.put("kind", page.article().type());
        entry.put("description", QuestionPages.summary(page));
        entry.put(
                "headings",
                page.article().body().headings().stream().map(Heading::text).toList());
        entry.put(
                "tags",
                Stream.concat(page.article().head().topics().stream(), page.article().head().tags().stream())
                        .distinct()
                        .toList());
        return entry;
    }

    private Map<String, Object> entry(Entry record) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", record.title());
        entry.put("url", plan.addresses().link(plan.addresses().of(record)));
        entry.put("kind", "record");
        entry.put(
                "description",
                record.text("description").or(() -> record.text("note")).orElse(""));
        entry.put("headings", List.of());
        entry.put("tags", List.of(plan.labels().get(record.collection())));
        return entry;
    }
}
