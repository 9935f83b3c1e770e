package org.plainfact.bake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.directive.Plain;
import org.plainfact.figure.Figure;
import org.plainfact.memo.Asking;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.site.Content;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.source.Digests;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/**
 * Pictures that networks and messengers show beside a link to a page, drawn from the template {@code preview/card.ftlh}. A
 * card's name holds the digest of its sheet, since those who show it keep it by its address for long. It is drawn where the
 * output does not hold it yet.
 */
final class Cards {
    /** What Open Graph's readers agree on: 1.91 to 1, and not scaled up on a dense screen. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 630;

    static final Cards NONE = new Cards(List.of(), Map.of());

    private static final Drawer SHEETS = new Drawer("card-sheets", false, true);
    private static final Drawer PICTURES = new Drawer("cards", true, true);
    private static final Drawer INDEX = new Drawer("card-index", true, false);
    private static final Route HOME = Route.of("/");
    private static final String TEMPLATE = "preview/card.ftlh";
    private static final String FOLDER = "/previews";
    private static final int FINGERPRINT = 12;

    /** Kinds of pages that are sent to others; all others show the card of the front page. */
    private static final Set<String> KINDS =
            Set.of("index", "article", "question", "faq", "topic", "record", "term", "page", "collection");

    private final List<Drawn> all;
    private final Map<Route, Card> byPage;
    private volatile @Nullable Map<String, Drawn> byFile;

    private Cards(List<Drawn> all, Map<Route, Card> byPage) {
        this.all = all;
        this.byPage = byPage;
    }

    /**
     * A card as a page refers to it.
     *
     * @param alt the words on it
     */
    record Card(Route route, String alt) {}

    /** A card and the page that it is of. */
    record Drawn(Output.Page page, Card card) {}

    /** What a card is made from beside what its template looks up. */
    private record Key(Object page, String generator) {}

    /** A card where a page has one; empty where its template fails. */
    private record Shown(Route page, Optional<Card> card) {}

    /** Prints the sheets of all cards: a sheet that would come out as before is not printed. */
    static Cards print(List<Output> outputs, Printer printer, Session session) {
        List<Output.Page> pages = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Output.Page page && has(page)) {
                pages.add(page);
            }
        }
        Session.Row row = new Session.Row(SHEETS, "", List.copyOf(pages), printer.generator());
        List<Shown> shown = session.recallAll(row, position -> wanted(pages.get(position), printer, session));
        List<Drawn> all = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Output.Page page = pages.get(i);
            shown.get(i).card.ifPresent(card -> all.add(new Drawn(page, card)));
        }
        // That of an earlier build, where no page shows another card.
        return new Cards(all, session.recall(INDEX, "", shown, reads -> byPage(shown)));
    }

    private static Map<Route, Card> byPage(List<Shown> shown) {
        Map<Route, Card> byPage = new HashMap<>();
        shown.forEach(page -> page.card.ifPresent(card -> byPage.put(page.page, card)));
        return byPage;
    }

    private static boolean has(Output.Page page) {
        String kind = page.kind().split(" ")[0];
        boolean further = kind.equals("index") && page.content() instanceof Content.Index index && index.number() > 1;
        return page.indexed() && KINDS.contains(kind) && !further;
    }

    private static Session.Wanted<Shown> wanted(Output.Page page, Printer printer, Session session) {
        Key key = new Key(session.alike(SHEETS, page.basis()), printer.generator());
        return Session.Wanted.of(page.route().path(), key, reads -> {
            Optional<byte[]> html = sheet(page, printer, reads);
            if (html.isEmpty()) {
                reads.spoil();
            }
            return new Shown(
                    page.route(), html.map(Digests::sha256).map(digest -> new Card(route(page, digest), alt(page))));
        });
    }

    private static Optional<byte[]> sheet(Output.Page page, Printer printer, Asking asking) {
        Map<String, Object> given = new HashMap<>();
        given.put("page", page);
        given.put("content", page.content());
        given.put("width", WIDTH);
        given.put("height", HEIGHT);
        KeyFigure.of(page.content()).ifPresent(figure -> given.put("figure", figure));
        return printer.print(page.route(), TEMPLATE, given, asking);
    }

    private static Route route(Output.Page page, String digest) {
        String path = page.route().path();
        String name = path.equals("/") ? "/home" : path.substring(0, path.length() - (path.endsWith("/") ? 1 : 0));
        return Route.of(FOLDER + name + "." + digest.substring(0, FINGERPRINT) + ".png");
    }

    private static String alt(Output.Page page) {
        String title = page.title();
        String end = title.matches("(?s).*[.?!]") ? " " : ". ";
        return KeyFigure.of(page.content())
                .map(figure -> title + end + said(figure))
                .orElse(title);
    }

    private static String said(Figure figure) {
        return figure.title().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + figure.title().substring(1) + ", " + figure.subject() + ": " + Plain.figure(figure);
    }

    List<Drawn> all() {
        return all;
    }

    /** What answers which card a page shows: the same while all show the same. */
    Object index() {
        return byPage;
    }

    /** Paths in the output. */
    Set<String> files() {
        return Set.copyOf(byFile().keySet());
    }

    private Map<String, Drawn> byFile() {
        Map<String, Drawn> known = byFile;
        if (known == null) {
            known = new HashMap<>();
            for (Drawn drawn : all) {
                known.put(drawn.card().route().file(), drawn);
            }
            byFile = known;
        }
        return known;
    }

    /** By the path of its file in the output. */
    Optional<Drawn> at(String file) {
        return Optional.ofNullable(byFile().get(file));
    }

    /** That of a page, else that of the front page. */
    Optional<Card> of(Route page) {
        return Optional.ofNullable(byPage.get(page)).or(() -> Optional.ofNullable(byPage.get(HOME)));
    }

    /** Makes a card part of the site; draws it where it does not lie there. */
    static void put(Drawn drawn, Painter painter, Printer printer, Session session, Tray tray, Findings findings) {
        String path = drawn.card().route().file();
        AtomicReference<byte @Nullable []> fresh = new AtomicReference<>();
        // The route holds the digest of the sheet, and the sheet decides every byte.
        Stamp stamp = session.recall(PICTURES, path, path, findings, (reads, found) -> {
            Painter.Painting painting = paint(drawn, painter, printer, session);
            painting.flaws()
                    .forEach(flaw -> found.warning(
                            flaw.rule(),
                            place(drawn.page()),
                            "the preview picture of " + drawn.page().route() + ": " + flaw.problem(),
                            Optional.of(flaw.hint())));
            fresh.set(painting.png());
            return Stamp.of(painting.png());
        });
        Proof file = new Proof(
                path,
                stamp.sha256(),
                stamp.size(),
                () -> paint(drawn, painter, printer, session).png());
        if (!tray.keeps(file)) {
            byte[] bytes = fresh.get();
            tray.put(
                    file,
                    bytes == null ? paint(drawn, painter, printer, session).png() : bytes);
        }
    }

    static Painter.Painting paint(Drawn drawn, Painter painter, Printer printer, Session session) {
        byte[] html = sheet(drawn.page(), printer, session.world())
                .orElseThrow(() -> new IllegalStateException("cannot be printed again: " + drawn.card()));
        return painter.paint(new String(html, StandardCharsets.UTF_8), WIDTH, HEIGHT);
    }

    private static SourceSpan place(Output.Page page) {
        return switch (page.content()) {
            case Content.OfRecord record -> record.entry().span();
            default ->
                page.content()
                        .text()
                        .map(article -> article.head().spanOf("title", article.path()))
                        .orElse(SourceSpan.of("templates/" + TEMPLATE));
        };
    }
}
