package org.plainfact.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figure;
import org.plainfact.site.Content.Workings;

/** For each record or calculation with a figure on the site, the page that shows how its figures are worked out. */
record WorkingPages(Plan plan, Mentions mentions) implements Pages {
    @Override
    public void addTo(Outputs outputs) {
        Link parent = plan.labelled("figures", "/figures/");
        List<Workings> all = new ArrayList<>();
        mentions.figuresByRecord().forEach((record, figures) -> all.add(workings(record, figures)));
        outputs.add(
                "the list of figures",
                plan.draft(parent.route(), parent.title(), plan.settings().description(), new Content.FigureIndex(all))
                        .below()
                        .page());
        all.forEach(workings -> outputs.add("the working of " + workings.record(), page(workings, parent)));
    }

    private Workings workings(String record, List<Figure> figures) {
        Optional<Entry> entry = plan.data().find(record);
        TreeSet<String> sources = new TreeSet<>();
        figures.forEach(figure -> sources.addAll(figure.provenance().sources()));
        return new Workings(
                record,
                figures.getFirst().subject(),
                entry.flatMap(each -> each.text("note")),
                entry.flatMap(each -> each.text("not-for")),
                figures,
                plan.sources(sources),
                mentions.pagesWithRecord(record));
    }

    private Output.Page page(Workings workings, Link parent) {
        Link link = new Link(workings.title(), plan.addresses().working(workings.record()));
        String description = workings.title() + ": " + plan.labels().get("working");
        return plan.draft(link.route(), link.title(), description, workings)
                .says(plan.jsonLd().dataset(link, description, workings.figures(), workings.sources()))
                .below(parent)
                .page();
    }
}
