package org.plainfact.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.plainfact.content.Body;
import org.plainfact.directive.Library;
import org.plainfact.directive.Links;
import org.plainfact.memo.Drawer;
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

    private final Session session;
    private final References references;
    private final Frame frame;
    private final Published files;
    private final Findings findings;
    private final Map<Route, Set<String>> anchors = new HashMap<>();
    private int told;

    LinkCheck(Plan plan, Frame frame, Published files, Findings findings) {
        this.session = plan.session();
        this.references = plan.references();
        this.frame = frame;
        this.files = files;
        this.findings = findings;
    }

    void check(List<Rendered> pages) {
        pages.forEach(page -> anchors.put(page.route(), page.anchors()));
        anchors.putAll(frame.anchors());
        List<List<Body.Link>> links = links(pages);
        for (int i = 0; i < pages.size(); i++) {
            Rendered page = pages.get(i);
            links.get(i).forEach(link -> check(page, link));
        }
    }

    /** All links of each page that stay on the site. */
    private List<List<Body.Link>> links(List<Rendered> pages) {
        Session.Row row = session.row(LINKS, "", pages.size(), "");
        return IntStream.range(0, pages.size())
                .parallel()
                .mapToObj(i -> links(i, pages.get(i), row))
                .toList();
    }

    private static List<Body.Link> links(int position, Rendered page, Session.Row row) {
        return row.recall(
                position,
                page.article(),
                () -> page.article().path(),
                page::article,
                reads -> page.article()
                        .bodies()
                        .flatMap(Body::allLinks)
                        .filter(link -> !Links.leave(link.href()))
                        .toList());
    }

    private void check(Rendered page, Body.Link link) {
        boolean picture = link.kind() == Body.Link.Kind.PICTURE;
        references.target(page.article().path(), link.href(), picture).ifPresent(target -> check(page, link, target));
    }

    private void check(Rendered page, Body.Link link, Target target) {
        Route route =
                target.path().isEmpty() ? page.route() : route(target.path()).orElse(null);
        if (route == null || !exists(route)) {
            broken(
                    link,
                    "\"" + link.href() + "\" leads to no page or file of this site",
                    references
                            .hidden(page.article().path(), link.href())
                            .map(Library::whyHidden)
                            .or(() -> nearest(target.path())));
            return;
        }
        Set<String> known = anchors.get(route);
        boolean authors = !target.fragment().isEmpty() && !target.fragment().startsWith(TEMPLATES);
        if (authors && known != null && !known.contains(target.fragment())) {
            broken(
                    link,
                    "\"" + link.href() + "\" leads to no heading: " + route + " has no \"" + target.fragment() + "\"",
                    hint(target.fragment(), known));
        }
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
