package org.plainfact.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final Map<String, Stands> stands = new HashMap<>();
    private volatile @Nullable Filled filled;

    private Frame(Mentions mentions, Outputs outputs) {
        this.mentions = mentions;
        this.places = outputs.sorted();
        // A list that a site need not copy.
        this.owners = List.copyOf(places.stream().map(Frame::owner).toList());
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

    /** The files of texts, and all files of the site with them among the others. */
    private record Filled(Map<String, List<Written.Files>> texts, List<Output> all) {}

    /** Where the files of the texts of one kind stand among all; below nothing for one that stands nowhere. */
    private record Stands(int[] pages, int[] twins) {
        static Stands nowhere(int size) {
            int[] nowhere = new int[size];
            Arrays.fill(nowhere, -1);
            return new Stands(nowhere, nowhere.clone());
        }
    }

    /** All files of the site, by route: those that it was last filled with but for what has changed. */
    List<Output> filled(Written written) {
        Filled before = filled;
        Map<String, List<Written.Files>> texts = written.all();
        List<Output> all = before == null ? filledAnew(texts) : refilled(before, texts);
        filled = new Filled(texts, all);
        return all;
    }

    private List<Output> filledAnew(Map<String, List<Written.Files>> texts) {
        return places.stream()
                .map(place -> switch (place) {
                    case Outputs.Place.Made made -> made.output();
                    case Outputs.Place.Page page ->
                        of(page.kind(), texts).get(page.position()).page();
                    case Outputs.Place.Twin twin ->
                        of(twin.kind(), texts).get(twin.position()).twin().orElseThrow();
                })
                .toList();
    }

    private static List<Written.Files> of(String kind, Map<String, List<Written.Files>> texts) {
        return texts.getOrDefault(kind, List.of());
    }

    private List<Output> refilled(Filled before, Map<String, List<Written.Files>> texts) {
        Output[] all = before.all.toArray(Output[]::new);
        boolean same = true;
        for (Map.Entry<String, List<Written.Files>> kind : texts.entrySet()) {
            List<Written.Files> now = kind.getValue();
            List<Written.Files> then = of(kind.getKey(), before.texts);
            for (int i = 0; now != then && i < now.size(); i++) {
                if (now.get(i) != then.get(i)) {
                    put(now.get(i), i, stands(kind.getKey(), texts), all);
                    same = false;
                }
            }
        }
        return same ? before.all : List.of(all);
    }

    private static void put(Written.Files files, int position, Stands stands, Output[] all) {
        if (stands.pages[position] >= 0) {
            all[stands.pages[position]] = files.page();
        }
        if (stands.twins[position] >= 0) {
            all[stands.twins[position]] = files.twin().orElseThrow();
        }
    }

    private Stands stands(String kind, Map<String, List<Written.Files>> texts) {
        return stands.computeIfAbsent(kind, each -> {
            Stands found = Stands.nowhere(of(each, texts).size());
            for (int i = 0; i < places.size(); i++) {
                Outputs.Place place = places.get(i);
                if (place instanceof Outputs.Place.Page page && page.kind().equals(each)) {
                    found.pages[page.position()] = i;
                } else if (place instanceof Outputs.Place.Twin twin
                        && twin.kind().equals(each)) {
                    found.twins[twin.position()] = i;
                }
            }
            return found;
        });
    }
}
