package org.plainfact.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainfact.content.Body;
import org.plainfact.directive.Library;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Later;
import org.plainfact.memo.Session;
import org.plainfact.site.References.Target;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;

/** Every link in a text that stays on the site must lead to a page or file of it, and to an anchor that is there. */
final class LinkCheck {
    /** Looking for the nearest of all addresses is slow, and nobody reads a thousand hints. */
    private static final int HINTS = 200;

    /** How the ids begin that templates write. */
    private static final String TEMPLATES = "_";

    private static final Drawer LINKS = new Drawer("links", true, false);
    private static final Drawer IDS = new Drawer("page-ids", true, false);
    private static final Drawer ANCHORS = new Drawer("anchors", true, false);

    private final Session session;
    private final References references;
    private final Frame frame;
    private final Published files;
    private final Findings findings;
    private int told;

    LinkCheck(Plan plan, Frame frame, Published files, Findings findings) {
        this.session = plan.session();
        this.references = plan.references();
        this.frame = frame;
        this.files = files;
        this.findings = findings;
    }

    /** The ids that links may lead to on a page. */
    private record Ids(Route page, Set<String> ids) {}

    /** A link that leads nowhere; with what leads somewhere else only the hint would change. */
    private record Broken(Body.Link link, Target target) {}

    /** What is made from a page, all that its links may lead to being the same. */
    private record Key(Later<Rendered> page, List<Object> leads) {}

    /** @param gists of the same pages */
    void check(List<Leaf> pages, List<Gist> gists) {
        Map<Route, Set<String>> anchors = anchors(pages, gists);
        List<Object> leads = List.of(references.ground(), frame, files, anchors);
        List<List<Broken>> broken = session.recallAll(new Session.Row(LINKS, "", pages, leads), position -> {
            Leaf page = pages.get(position);
            return Session.Wanted.of(
                    page.article().path(),
                    new Key(page.text(), leads),
                    reads -> broken(page, gists.get(position), anchors));
        });
        for (int i = 0; i < pages.size(); i++) {
            for (Broken link : broken.get(i)) {
                tell(pages.get(i), link, anchors);
            }
        }
    }

    /** The same map while all pages have the same ids. */
    private Map<Route, Set<String>> anchors(List<Leaf> pages, List<Gist> gists) {
        List<Ids> ids = session.recallAll(new Session.Row(IDS, "", pages, ""), position -> {
            Leaf page = pages.get(position);
            return Session.Wanted.of(
                    page.article().path(),
                    page.text(),
                    reads ->
                            new Ids(page.route(), Set.copyOf(gists.get(position).anchors())));
        });
        return session.recall(ANCHORS, "", List.of(ids, frame.anchors()), reads -> {
            Map<Route, Set<String>> anchors = new HashMap<>();
            ids.forEach(page -> anchors.put(page.page, page.ids));
            anchors.putAll(frame.anchors());
            return anchors;
        });
    }

    /** Of the links of a page that stay on the site, those that lead nowhere. */
    private List<Broken> broken(Leaf page, Gist gist, Map<Route, Set<String>> anchors) {
        return gist.links().stream()
                .flatMap(link -> {
                    boolean picture = link.kind() == Body.Link.Kind.PICTURE;
                    return references
                            .target(page.article().path(), link.href(), picture)
                            .filter(target -> leadsNowhere(page, target, anchors))
                            .map(target -> new Broken(link, target))
                            .stream();
                })
                .toList();
    }

    private boolean leadsNowhere(Leaf page, Target target, Map<Route, Set<String>> anchors) {
        Optional<Route> route = route(page, target).filter(this::exists);
        boolean authors = !target.fragment().isEmpty() && !target.fragment().startsWith(TEMPLATES);
        return route.isEmpty()
                || authors
                        && route.map(anchors::get)
                                .filter(known -> !known.contains(target.fragment()))
                                .isPresent();
    }

    private static Optional<Route> route(Leaf page, Target target) {
        return target.path().isEmpty() ? Optional.of(page.route()) : route(target.path());
    }

    private void tell(Leaf page, Broken broken, Map<Route, Set<String>> anchors) {
        Body.Link link = broken.link;
        Target target = broken.target;
        Optional<Route> route = route(page, target).filter(this::exists);
        if (route.isEmpty()) {
            broken(
                    link,
                    "\"" + link.href() + "\" leads to no page or file of this site",
                    references
                            .hidden(page.article().path(), link.href())
                            .map(Library::whyHidden)
                            .or(() -> nearest(target.path())));
            return;
        }
        broken(
                link,
                "\"" + link.href() + "\" leads to no heading: " + route.get() + " has no \"" + target.fragment() + "\"",
                hint(target.fragment(), anchors.getOrDefault(route.get(), Set.of())));
    }

    private boolean exists(Route route) {
        return frame.has(route) || files.has(route);
    }

    private void broken(Body.Link link, String problem, Optional<String> hint) {
        findings.error("broken-link", link.span(), problem, hint);
    }

    private Optional<String> nearest(String path) {
        if (!path.endsWith("/") && route(path + "/").filter(this::exists).isPresent()) {
            return Optional.of("write " + path + "/");
        }
        return hint(
                path,
                told > HINTS
                        ? List.of()
                        : frame.routes().stream().map(Route::path).toList());
    }

    private Optional<String> hint(String name, Collection<String> known) {
        told++;
        return told > HINTS ? Optional.empty() : Nearest.hint(name, known);
    }

    private static Optional<Route> route(String path) {
        try {
            return Optional.of(Route.of(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
