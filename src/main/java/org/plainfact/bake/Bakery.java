package org.plainfact.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainfact.content.Article;
import org.plainfact.disk.Hold;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.site.Link;
import org.plainfact.site.Output;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceTree;

/**
 * Prints a site and puts it in place of the old one, whole or not at all: where there is a finding of error severity,
 * the old site stays as it was. The same input gives the same bytes.
 */
public final class Bakery {
    private static final Drawer EXTRAS = new Drawer("extras", false, true);
    private static final Drawer ENGINE = new Drawer("template-engine", true, false);

    private final Order order;
    private final Session session;
    private final Onlooker onlooker;
    private final Findings findings;

    Bakery(Order order, Session session, Findings findings) {
        this(order, session, Onlooker.NONE, findings);
    }

    private Bakery(Order order, Session session, Onlooker onlooker, Findings findings) {
        this.order = order;
        this.session = session;
        this.onlooker = onlooker;
        this.findings = findings;
    }

    /**
     * What to bake, and where to.
     *
     * @param output the folder of the finished site; what is not ours in it stays
     * @param generator name and version of the program, for templates
     * @param clean whether unchanged files are written again
     * @param painter draws the pictures that networks show beside links; empty where the site has none
     * @param extras what is published beside the pages
     */
    public record Order(
            SourceTree tree,
            Configuration configuration,
            Assets assets,
            Site site,
            Path output,
            String generator,
            boolean clean,
            Progress progress,
            Optional<Painter> painter,
            Extras extras) {
        /** A site without preview pictures. */
        public Order(
                SourceTree tree,
                Configuration configuration,
                Assets assets,
                Site site,
                Path output,
                String generator,
                boolean clean,
                Progress progress) {
            this(tree, configuration, assets, site, output, generator, clean, progress, Optional.empty(), Extras.NONE);
        }
    }

    /** Shown each page that is part of a site, from any thread, whether it had to be printed or not. */
    public interface Onlooker {
        Onlooker NONE = (page, template, file) -> {};

        /**
         * @param template its name below the template folder
         * @param file the page as it is written
         */
        void see(Output.Page page, String template, Proof file);

        /** Shown what is made beside the pages, too. */
        default void see(Piece piece, Proof file) {}
    }

    /** Told after each page or file, from any thread. */
    public interface Progress {
        Progress NONE = (done, total) -> {};

        void show(long done, long total);
    }

    /**
     * What was done. Where nothing was committed, no file counts as written or removed.
     *
     * @param pages pages printed by templates
     * @param files pages, made files and assets
     */
    public record Result(boolean committed, int pages, int files, int written, int unchanged, int removed) {}

    /**
     * Bakes. Faults of authors are findings; with one of error severity, also an earlier one, nothing is committed.
     *
     * @param session the one that the site was put together in; a page that would come out as before is not printed
     * @throws BuildLocked when another build writes the same output
     * @throws OutputRefused when the output folder is no place for a site
     * @throws java.io.UncheckedIOException for a fault of the machine; the old site is as it was
     */
    public static Result bake(Order order, Session session, Findings findings) {
        return bake(order, session, findings, Printer.Limits.USUAL, Swap.Way.AT_ONCE, Steps.NONE);
    }

    static Result bake(
            Order order, Session session, Findings findings, Printer.Limits limits, Swap.Way firstWay, Steps steps) {
        OutputFolder output = output(order);
        try (Hold hold = output.hold();
                Stage stage = Stage.open(output, order.clean(), firstWay, steps)) {
            Bakery bakery = new Bakery(order, session, findings);
            try (Printer printer = bakery.printer(limits)) {
                bakery.make(printer, stage, true);
            }
            return bakery.finish(stage);
        }
    }

    /**
     * Prints a site without putting it anywhere, so that it can be looked at. Empty where there is a finding of error
     * severity.
     */
    public static Optional<Map<String, Proof>> prove(Order order, Session session, Findings findings) {
        return prove(order, session, Onlooker.NONE, findings);
    }

    /** As {@link #prove(Order, Session, Findings)}, with somebody who looks at each page, also where there is an error. */
    public static Optional<Map<String, Proof>> prove(
            Order order, Session session, Onlooker onlooker, Findings findings) {
        Bakery bakery = new Bakery(order, session, onlooker, findings);
        Proofs proofs =
                new Proofs(order.site().outputs().size() + order.assets().all().size());
        try (Printer printer = bakery.printer(Printer.Limits.USUAL)) {
            bakery.make(printer, proofs, false);
        }
        return findings.hasErrors() ? Optional.empty() : Optional.of(proofs.files());
    }

    /** Addresses of what had to be printed in a session; all else came out as before. */
    public static Set<String> printed(Session session) {
        Set<String> printed = new TreeSet<>(session.made(Printer.DRAWER));
        session.made(EXTRAS).forEach(path -> printed.add("/" + path));
        return printed;
    }

    /** Paths of the pictures to which pages refer and which {@link #prove} left out. */
    public static Set<String> drawnLater(Session session) {
        return session.world().part(Cards.class).files();
    }

    private static OutputFolder output(Order order) {
        return OutputFolder.of(
                order.output(), order.tree().root(), sources(order).toList());
    }

    /** Folders that no output may be mixed with. */
    static Stream<Path> sources(Order order) {
        Configuration configuration = order.configuration();
        return Stream.of(
                        configuration.contentFolder(),
                        configuration.templateFolder(),
                        configuration.assetFolder(),
                        configuration.dataFolder())
                .map(order.tree().root()::resolve);
    }

    Printer printer(Printer.Limits limits) {
        session.world().know(Register.class, new Register(order.site()));
        session.world().know(Assets.class, order.assets());
        session.world().know(Cards.class, Cards.NONE);
        session.world().know(FtlhTemplateEngine.class, engine());
        return new Printer(order.configuration(), session, order.generator(), limits);
    }

    /** Parsed again only where a template has changed. */
    private FtlhTemplateEngine engine() {
        String folder = order.configuration().templateFolder();
        return session.recall(
                ENGINE,
                folder,
                folder,
                order.tree(),
                order.tree().files(folder),
                findings,
                (tree, found) -> FtlhTemplateEngine.of(order.configuration().jbake(), tree, folder, found));
    }

    /** @param drawn whether preview pictures are drawn; pages refer to them in any case */
    private void make(Printer printer, Tray tray, boolean drawn) {
        Collisions.tell(order.site(), order.assets(), order.extras(), session, findings);
        checkPictures();
        checkMenus();
        // Nothing will be committed: pages are printed only to find what else is wrong.
        boolean vain = findings.hasErrors();
        Cards cards = order.painter().isPresent() ? Cards.print(order.site().outputs(), printer, session) : Cards.NONE;
        session.world().know(Cards.class, cards);
        List<Runnable> jobs = jobs(printer, tray, vain);
        if (drawn && !vain) {
            order.painter()
                    .ifPresent(painter -> cards.all()
                            .forEach(card ->
                                    jobs.add(() -> Cards.put(card, painter, printer, session, tray, findings))));
        }
        work(jobs);
        printer.tell(findings);
        order.extras().tell(findings);
    }

    private List<Runnable> jobs(Printer printer, Tray tray, boolean vain) {
        List<Runnable> jobs = new ArrayList<>();
        List<Output> outputs = order.site().outputs();
        Session.Row row = printer.row(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            int position = i;
            jobs.add(() ->
                    print(outputs.get(position), printer, position, row, vain ? Optional.empty() : Optional.of(tray)));
        }
        for (Assets.Asset asset :
                vain ? List.<Assets.Asset>of() : order.assets().all()) {
            jobs.add(() -> put(asset, tray));
        }
        for (Piece piece : order.extras().pieces()) {
            jobs.add(() -> put(piece, printer, vain ? Optional.empty() : Optional.of(tray)));
        }
        for (Extras.Copy copy : vain ? List.<Extras.Copy>of() : order.extras().copies()) {
            jobs.add(() -> put(copy, tray));
        }
        return jobs;
    }

    private void work(List<Runnable> jobs) {
        AtomicLong done = new AtomicLong();
        Crew.work(jobs, job -> {
            job.run();
            order.progress().show(done.incrementAndGet(), jobs.size());
        });
    }

    private static Optional<Printer.Printed> print(
            Output output, Printer printer, int position, Session.Row row, Consumer<byte[]> fresh) {
        return switch (output) {
            case Output.Page page -> printer.print(page, position, row, fresh);
            case Output.TextFile file -> Optional.of(printer.print(file, position, row, fresh));
        };
    }

    /** @param tray empty where the file is not kept */
    private void print(Output output, Printer printer, int position, Session.Row row, Optional<Tray> tray) {
        AtomicReference<byte @Nullable []> fresh = new AtomicReference<>();
        print(output, printer, position, row, fresh::set).ifPresent(printed -> {
            byte[] made = fresh.get();
            if (onlooker != Onlooker.NONE && output instanceof Output.Page page) {
                Proof seen = proof(printed, () -> made == null ? printer.again(output) : made);
                onlooker.see(page, printer.template(page), seen);
            }
            // Holds on to no bytes: it may be kept for long.
            Proof file = proof(printed, () -> printer.again(output));
            tray.filter(it -> !it.keeps(file))
                    .ifPresent(it -> it.put(file, made == null ? printer.again(output) : made));
        });
    }

    private static Proof proof(Printer.Printed printed, Proof.Content content) {
        return new Proof(
                printed.path(), printed.stamp().sha256(), printed.stamp().size(), content);
    }

    private static void put(Assets.Asset asset, Tray tray) {
        String path = asset.route().file();
        Manifest.Stamp stamp = new Manifest.Stamp(asset.sha256(), asset.size());
        Proof.Content content = asset.made().orElse(() -> Proofs.unchanged(asset.file(), stamp));
        Proof file = new Proof(path, stamp.sha256(), stamp.size(), content);
        if (!tray.keeps(file)) {
            asset.made().ifPresentOrElse(made -> tray.put(file, bytes(made)), () -> tray.put(file, asset.file()));
        }
    }

    /** @param tray empty where the file is not kept */
    private void put(Piece piece, Printer printer, Optional<Tray> tray) {
        Optional<Pieces.Made> all;
        try (Deadline.Guard guard = printer.guard()) {
            all = Pieces.make(EXTRAS, piece, session, findings);
        }
        all.ifPresent(made -> {
            onlooker.see(piece, made.proof());
            // Holds on to no bytes: it may be kept for long.
            Proof file = new Proof(
                    piece.path(), made.stamp().sha256(), made.stamp().size(), () -> piece.again(session.world()));
            tray.filter(it -> !it.keeps(file)).ifPresent(it -> it.put(file, made.bytes()));
        });
    }

    private static void put(Extras.Copy copy, Tray tray) {
        Manifest.Stamp stamp = new Manifest.Stamp(copy.sha256(), copy.size());
        Proof file = new Proof(copy.path(), stamp.sha256(), stamp.size(), () -> Proofs.unchanged(copy.source(), stamp));
        if (!tray.keeps(file)) {
            tray.put(file, copy.source());
        }
    }

    private static byte[] bytes(Proof.Content content) {
        try {
            return content.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result finish(Stage stage) {
        List<Output> outputs = order.site().outputs();
        Extras extras = order.extras();
        int pages = (int) outputs.stream()
                        .filter(made -> made instanceof Output.Page)
                        .count()
                + extras.pieces().size();
        int files = outputs.size()
                + order.assets().all().size()
                + extras.pieces().size()
                + extras.copies().size();
        if (!findings.hasErrors()) {
            stage.tellObstacles(findings);
        }
        if (findings.hasErrors()) {
            return new Result(false, pages, files, 0, 0, 0);
        }
        Stage.Changes changes = stage.commit();
        return new Result(true, pages, files, changes.written(), changes.unchanged(), changes.removed());
    }

    /** Links of the configuration stand on every page. */
    private void checkMenus() {
        Site site = order.site();
        Map.of(
                        "site.navigation", site.settings().navigation(),
                        "site.footer", site.settings().footer())
                .forEach((key, links) -> links.stream()
                        .map(Link::route)
                        .filter(route -> !site.has(route) && !order.assets().has(route))
                        .forEach(route -> findings.error(
                                "broken-link",
                                order.configuration().span(key),
                                "\"" + route + "\" in " + key + " leads to no page or file of this site",
                                Nearest.hint(
                                        route.path(),
                                        site.owners().stream()
                                                .map(owner -> owner.route().path())
                                                .toList()))));
    }

    private void checkPictures() {
        for (Output output : order.site().outputs()) {
            if (output instanceof Output.Page page) {
                page.content().text().ifPresent(article -> checkPicture(article));
            }
        }
    }

    private void checkPicture(Article article) {
        Assets assets = order.assets();
        article.head().hero().map(Article.Image::src).ifPresent(src -> {
            Optional<Assets.Asset> asset = assets.findFor(src, article.path());
            if (asset.filter(found -> !found.type().startsWith("image/")).isPresent()) {
                findings.error(
                        "not-a-picture",
                        article.head().spanOf("hero", article.path()),
                        "\"" + src + "\" is not a picture",
                        "name an svg, png, jpg, gif, webp or avif file");
            }
            if (asset.isEmpty()) {
                findings.error(
                        "unknown-asset",
                        article.head().spanOf("hero", article.path()),
                        "there is no picture \"" + src + "\"",
                        Nearest.hint(src, assets.names())
                                .or(() -> Optional.of("put it into the asset folder or beside the article")));
            }
        });
    }
}
