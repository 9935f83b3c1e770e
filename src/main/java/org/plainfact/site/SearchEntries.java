package org.plainfact.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.data.Entry;
import org.plainfact.data.Json;

/** What the search page searches: titles, descriptions, headings and tags, not whole texts. */
record SearchEntries(Plan plan, Faces faces) implements Pages {
    static final Route ROUTE = Route.of("/search.json");

    /** What is found, as it stands in the file. */
    record Found(String title, String url, String kind, String description, List<String> headings, List<String> tags) {}

    @Override
    public void addTo(Outputs outputs) {
        List<Found> found = new ArrayList<>();
        faces.all().map(Face::found).forEach(found::add);
        plan.settings().recordPages().stream()
                .distinct()
                .flatMap(name -> plan.byTitle(name).stream())
                .forEach(record -> found.add(entry(record)));
        outputs.add("the search entries", new Output.TextFile(ROUTE, found, () -> json(found)));
    }

    private static String json(List<Found> found) {
        return Json.write(found.stream().map(SearchEntries::json).toList());
    }

    private static Map<String, Object> json(Found found) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", found.title);
        entry.put("url", found.url);
        entry.put("kind", found.kind);
        entry.put("description", found.description);
        entry.put("headings", found.headings);
        entry.put("tags", found.tags);
        return entry;
    }

    private Found entry(Entry record) {
        return new Found(
                record.title(),
                plan.addresses().link(plan.addresses().of(record)),
                "record",
                record.text("description").or(() -> record.text("note")).orElse(""),
                List.of(),
                List.of(plan.labels().get(record.collection())));
    }
}
