package org.plainfact.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.plainfact.data.Entry;
import org.plainfact.data.Json;
import org.plainfact.figure.Figure;
import org.plainfact.site.Content.FigureGroup;
import org.plainfact.site.Content.Workings;

/**
 * For each record or calculation with a figure on the site, the page that shows how its figures are worked out; and the
 * list of all these figures, in pages and as a file that it is searched by.
 */
record WorkingPages(Plan plan, Mentions mentions) implements Pages {
    private static final Route ENTRIES = Route.of("/figures/list.json");

    /** Figures on a page of the list, where records are not that large. */
    private static final int PER_PAGE = 400;

    /** Pages that a figure names as showing it. */
    private static final int MOST_USES = 50;

    @Override
    public void addTo(Outputs outputs) {
        List<FigureGroup> groups = new ArrayList<>();
        mentions.figuresByRecord().forEach((record, figures) -> groups.add(group(record, figures)));
        groups.sort(Comparator.comparing(FigureGroup::collection)
                .thenComparing(group -> Slug.of(group.title()))
                .thenComparing(FigureGroup::record));
        Link parent = plan.labelled("figures", "/figures/");
        List<List<FigureGroup>> pages = pages(groups);
        for (int number = 1; number <= pages.size(); number++) {
            outputs.add("page " + number + " of the list of figures", list(pages, number, parent));
        }
        List<Found> found = groups.stream().map(this::found).toList();
        outputs.add("the list of figures as a file", new Output.TextFile(ENTRIES, found, () -> json(found)));
        groups.forEach(group -> outputs.add(
                "the working of " + group.record(), page(workings(group.record(), group.figures()), parent)));
    }

    private FigureGroup group(String record, List<Figure> figures) {
        String collection = plan.data().find(record).map(Entry::collection).orElse("");
        return new FigureGroup(record, figures.getFirst().subject(), collection, figures);
    }

    /** A record is not parted. */
    private static List<List<FigureGroup>> pages(List<FigureGroup> groups) {
        List<List<FigureGroup>> pages = new ArrayList<>(List.of(new ArrayList<>()));
        int figures = 0;
        for (FigureGroup group : groups) {
            if (figures > 0 && figures + group.figures().size() > PER_PAGE) {
                pages.add(new ArrayList<>());
                figures = 0;
            }
            pages.getLast().add(group);
            figures += group.figures().size();
        }
        return pages;
    }

    private Output.Page list(List<List<FigureGroup>> pages, int number, Link parent) {
        Content content = new Content.FigureIndex(
                List.copyOf(pages.get(number - 1)),
                mentions.figures(),
                number,
                pages.size(),
                at(number - 1, pages.size(), parent),
                at(number + 1, pages.size(), parent),
                ENTRIES);
        Link link = link(number, parent);
        Draft draft = plan.draft(link.route(), link.title(), plan.settings().description(), content);
        return number == 1 ? draft.below().page() : draft.below(parent).page();
    }

    private Optional<Link> at(int number, int count, Link parent) {
        return number < 1 || number > count ? Optional.empty() : Optional.of(link(number, parent));
    }

    private Link link(int number, Link parent) {
        return number == 1
                ? parent
                : new Link(
                        parent.title() + ", " + plan.labels().get("page") + " " + number,
                        Route.of("/figures/page/" + number + "/"));
    }

    /** What the list is searched by: the figures of a record, each as anchor, title, value, status and unit. */
    private record Found(String url, String title, String collection, List<List<String>> figures) {}

    private Found found(FigureGroup group) {
        return new Found(
                plan.addresses().link(plan.addresses().working(group.record())),
                group.title(),
                group.collection(),
                group.figures().stream().map(WorkingPages::found).toList());
    }

    private static List<String> found(Figure figure) {
        return List.of(
                figure.field(),
                figure.title(),
                figure.text(),
                figure.absent()
                        ? figure.display()
                        : figure.provenance().status().word(),
                figure.unit().name());
    }

    private static String json(List<Found> found) {
        return Json.write(found.stream()
                .map(each -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("url", each.url);
                    entry.put("title", each.title);
                    entry.put("collection", each.collection);
                    entry.put("figures", each.figures);
                    return entry;
                })
                .toList());
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
                figures.stream().map(this::detail).toList(),
                plan.sources(sources),
                mentions.pagesWithRecord(record));
    }

    private Content.Detail detail(Figure figure) {
        List<Link> pages = mentions.pagesWithFigure(figure.address());
        return new Content.Detail(
                pages.stream().limit(MOST_USES).toList(),
                Math.max(0, pages.size() - MOST_USES),
                mentions.computedFrom(figure.address()).stream()
                        .map(this::named)
                        .limit(MOST_USES)
                        .toList(),
                Citation.of(
                        figure,
                        plan.settings(),
                        plan.addresses().absolute(plan.addresses().of(figure)) + "#" + figure.field()));
    }

    private Content.FigureLink named(Figure figure) {
        return new Content.FigureLink(
                figure.title() + " – " + figure.subject(), plan.addresses().link(figure));
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
