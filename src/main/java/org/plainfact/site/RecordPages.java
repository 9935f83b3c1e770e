package org.plainfact.site;

import java.util.List;
import java.util.TreeSet;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figure;

/** A page for each record of the collections that have pages. */
record RecordPages(Plan plan, Mentions mentions) implements Pages {
    @Override
    public void addTo(Outputs outputs) {
        plan.settings().recordPages().stream().distinct().forEach(name -> addCollection(name, outputs));
    }

    private void addCollection(String name, Outputs outputs) {
        List<Entry> entries = plan.byTitle(name);
        Link parent = plan.labelled(name, "/" + name + "/");
        outputs.add(
                "the collection " + name,
                plan.draft(
                                parent.route(),
                                parent.title(),
                                plan.settings().description(),
                                new Content.Collection(name, parent.title(), entries))
                        .below()
                        .page());
        entries.forEach(entry -> outputs.add("the record " + entry.id(), entry.span(), page(entry, parent)));
    }

    private Output.Page page(Entry entry, Link parent) {
        List<Figure> figures = plan.figures().of(entry.id());
        TreeSet<String> ids = new TreeSet<>();
        figures.forEach(figure -> ids.addAll(figure.provenance().sources()));
        List<Entry> sources = plan.sources(ids);
        Content content = new Content.OfRecord(entry, figures, sources, mentions.pagesWithRecord(entry.id()));
        Link link = new Link(entry.title(), plan.addresses().of(entry));
        String description =
                entry.text("description").or(() -> entry.text("note")).orElse(entry.title());
        return plan.draft(link.route(), link.title(), description, content)
                .says(plan.jsonLd().dataset(link, description, figures, sources))
                .below(parent)
                .page();
    }
}
