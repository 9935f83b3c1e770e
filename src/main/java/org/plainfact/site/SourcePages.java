package org.plainfact.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figure;

/** A page for each source: what it says, and what rests on it. */
record SourcePages(Plan plan, Mentions mentions) implements Pages {
    @Override
    public void addTo(Outputs outputs) {
        List<Entry> entries = plan.byTitle(Plan.SOURCES);
        Link parent = plan.labelled("sources", "/sources/");
        outputs.add(
                "the list of sources",
                plan.draft(parent.route(), parent.title(), plan.settings().description(), new Content.Sources(entries))
                        .below()
                        .page());
        Map<String, List<Figure>> resting = resting();
        entries.forEach(entry -> outputs.add(
                "the source " + entry.id(),
                entry.span(),
                page(entry, resting.getOrDefault(entry.id(), List.of()), parent)));
    }

    private Output.Page page(Entry entry, List<Figure> figures, Link parent) {
        Content content = new Content.Source(entry, figures, mentions.pagesWithSource(entry));
        return plan.draft(
                        plan.addresses().ofSource(entry),
                        entry.title(),
                        plan.labels().get("rests-on") + ": " + entry.title(),
                        content)
                .below(parent)
                .page();
    }

    private Map<String, List<Figure>> resting() {
        Map<String, List<Figure>> resting = new HashMap<>();
        mentions.figuresByRecord()
                .values()
                .forEach(figures -> figures.forEach(figure -> figure.provenance()
                        .sources()
                        .forEach(source -> resting.computeIfAbsent(source, key -> new ArrayList<>())
                                .add(figure))));
        return resting;
    }
}
