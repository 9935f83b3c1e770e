package org.plainfact.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Figures;
import org.plainfact.memo.Drawer;
import org.plainfact.source.Findings;

/**
 * All of a site but the texts of its authors' pages: lists, feeds, records, workings, and where everything stands. Made
 * of faces, so it stays while a text changes that nothing else of the site shows.
 */
final class Frame {
    private static final Drawer DRAWER = new Drawer("frame", true, false);

    private final Mentions mentions;
    private final List<Outputs.Place> places;
    private final List<Site.Owner> owners;
    private final Set<Route> routes;
    private final Map<Route, Set<String>> anchors;

    private Frame(Mentions mentions, Outputs outputs) {
        this.mentions = mentions;
        this.places = outputs.sorted();
        this.owners = places.stream().map(Frame::owner).toList();
        this.routes = places.stream().map(Outputs.Place::route).collect(Collectors.toUnmodifiableSet());
        this.anchors = anchors(places);
    }

    /** All that a frame is made of. Data that were not read again are the same objects. */
    private record Key(Faces faces, Settings settings, Dataset data, Figures figures) {}

    static Frame of(Plan plan, Faces faces, Findings findings) {
        return plan.session()
                .recall(
                        DRAWER,
                        "",
                        new Key(faces, plan.settings(), plan.data(), plan.figures()),
                        findings,
                        (reads, found) -> make(plan, faces, found));
    }

    private static Frame make(Plan plan, Faces faces, Findings findings) {
        Mentions mentions = mentions(plan, faces);
        Corrections corrections = Corrections.of(plan, faces, findings);
        Outputs outputs = new Outputs(plan.session(), findings);
        Stream.of(
                        new ListPages(plan, faces.articles()),
                        new SearchEntries(plan, faces),
                        new Feeds(plan, faces.articles(), corrections.all()),
                        corrections,
                        new WorkingPages(plan, mentions),
                        new DataFiles(plan, mentions),
                        new SourcePages(plan, mentions),
                        new RecordPages(plan, mentions),
                        new Glossary(plan, faces.terms()),
                        new QuestionList(plan, faces.questions()),
                        written("the article", Written.ARTICLES, faces.articles()),
                        new TopicPages(plan, faces),
                        written("the page", Written.PAGES, faces.pages()),
                        new Aliases(plan, faces, findings),
                        new MachineFiles(plan, faces))
                .forEach(family -> family.addTo(outputs));
        outputs.tellCollisions();
        return new Frame(mentions, outputs);
    }

    /** The places of pages whose texts are no part of the frame. */
    private static Pages written(String what, String kind, List<Face> texts) {
        return outputs -> outputs.reserve(what, kind, texts);
    }

    private static Mentions mentions(Plan plan, Faces faces) {
        Mentions mentions = new Mentions(plan.figures());
        faces.all().forEach(mentions::add);
        plan.settings().recordPages().stream()
                .distinct()
                .flatMap(name -> plan.data().collection(name).stream())
                .forEach(record -> addFigures(plan, record, mentions));
        return mentions;
    }

    /** A record's page shows all its figures. */
    private static void addFigures(Plan plan, Entry record, Mentions mentions) {
        Link page = new Link(record.title(), plan.addresses().of(record));
        plan.figures().of(record.id()).forEach(figure -> mentions.add(figure, page));
    }

    /** Each figure of a working is an anchor of its page. */
    private static Map<Route, Set<String>> anchors(List<Outputs.Place> places) {
        Map<Route, Set<String>> anchors = new HashMap<>();
        for (Outputs.Place place : places) {
            if (place instanceof Outputs.Place.Made made
                    && made.output() instanceof Output.Page page
                    && page.content() instanceof Content.Workings workings) {
                anchors.put(
                        page.route(),
                        workings.figures().stream().map(Figure::field).collect(Collectors.toSet()));
            }
        }
        return anchors;
    }

    private static Site.Owner owner(Outputs.Place place) {
        return switch (place) {
            case Outputs.Place.Made made -> Site.Owner.of(made.output());
            case Outputs.Place.Page page ->
                new Site.Owner(page.route(), page.face().path());
            case Outputs.Place.Twin twin -> new Site.Owner(twin.route(), "a file that is made");
        };
    }

    /** Who has each address, by route. */
    List<Site.Owner> owners() {
        return owners;
    }

    boolean has(Route route) {
        return routes.contains(route);
    }

    /** Every address of the site but those of assets, sorted. */
    List<Route> routes() {
        return places.stream().map(Outputs.Place::route).toList();
    }

    /** Ids that links may lead to on pages of the frame whose ids are known. */
    Map<Route, Set<String>> anchors() {
        return anchors;
    }

    Mentions mentions() {
        return mentions;
    }

    /** All files of the site, by route. */
    List<Output> filled(Written written) {
        return places.parallelStream()
                .map(place -> switch (place) {
                    case Outputs.Place.Made made -> made.output();
                    case Outputs.Place.Page page -> written.page(page.kind(), page.position());
                    case Outputs.Place.Twin twin -> written.twin(twin.kind(), twin.position());
                })
                .toList();
    }
}
