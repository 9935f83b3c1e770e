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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.disk.Hold;
import org.plainfact.memo.Crew;
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
    private static final Drawer PICTURES = new Drawer("pictures-of-texts", true, false);
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
                bakery.make(printer, stage, Optional.of(stage));
            }
            return bakery.finish(stage);
        }
    }

    /**
     * Prints a site without putting it anywhere, so that it can be looked at. Empty where there is a finding of error
     * severity.
     */
    public static Optional<Map<String, Proof>> prove(Order order, Session session, Findings findings) {
        session.follow(Printer.DRAWER);
        session.follow(EXTRAS);
        return prove(order, session, Onlooker.NONE, findings);
    }

    /** As {@link #prove(Order, Session, Findings)}, with somebody who looks at each page, also where there is an error. */
    public static Optional<Map<String, Proof>> prove(
            Order order, Session session, Onlooker onlooker, Findings findings) {
        Bakery bakery = new Bakery(order, session, onlooker, findings);
        Kept others = new Kept();
        try (Printer printer = bakery.printer(Printer.Limits.USUAL)) {
            List<Optional<Printer.Printed>> printed = bakery.make(printer, others, Optional.empty());
            return findings.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new Proofs(order.site(), printed, printer::again, others.files));
        }
    }

    /**
     * Paths of files of a site that do not hold what they held in another, have come or have gone.
     *
     * @param now as {@link #prove} gives it
     * @param before the same, of the build before or of any other
     */
    public static Set<String> changed(Map<String, Proof> now, Map<String, Proof> before) {
        return Proofs.changed(now, before);
    }

    /** Keeps of files how they are made. */
    private static final class Kept implements Tray {
        private final Map<String, Proof> files = new ConcurrentHashMap<>();

        @Override
        public boolean keeps(Proof file) {
            files.put(file.path(), file);
            return true;
        }

        @Override
        public void put(Proof file, byte[] bytes) {
            throw new IllegalStateException("kept already: " + file.path());
        }

        @Override
        public void put(Proof file, Path source) {
            throw new IllegalStateException("kept already: " + file.path());
        }
    }

    /** Addresses of what had to be printed in a session by {@link #prove(Order, Session, Findings)}; all else came out as before. */
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

    /**
     * @param others takes the files that are no outputs
     * @param all takes the outputs too, and preview pictures, which are not drawn without it; pages refer to them in any
     *     case
     * @return what the outputs hold
     */
    private List<Optional<Printer.Printed>> make(Printer printer, Tray others, Optional<Tray> all) {
        Collisions.tell(order.site(), order.assets(), order.extras(), session, findings);
        checkPictures();
        checkMenus();
        // Nothing will be committed: pages are printed only to find what else is wrong.
        boolean vain = findings.hasErrors();
        Cards cards = order.painter().isPresent() ? Cards.print(order.site().outputs(), printer, session) : Cards.NONE;
        session.world().know(Cards.class, cards);
        List<Runnable> jobs = pieces(printer, others, vain);
        Optional<Tray> taker = vain ? Optional.empty() : all;
        if (taker.isPresent()) {
            jobs.addAll(copies(others));
        } else if (!vain) {
            // To say where files lie is no work for threads.
            copies(others).forEach(Runnable::run);
        }
        taker.flatMap(tray -> order.painter())
                .ifPresent(painter -> cards.all()
                        .forEach(card -> jobs.add(() -> Cards.put(card, painter, printer, session, others, findings))));
        Count count = new Count(order.site().outputs().size() + jobs.size());
        List<Optional<Printer.Printed>> printed = print(printer, taker, count);
        Crew.work(jobs, job -> {
            job.run();
            count.done();
        });
        printer.tell(findings);
        order.extras().tell(findings);
        return printed;
    }

    private List<Runnable> pieces(Printer printer, Tray tray, boolean vain) {
        List<Runnable> jobs = new ArrayList<>();
        for (Piece piece : order.extras().pieces()) {
            jobs.add(() -> put(piece, printer, vain ? Optional.empty() : Optional.of(tray)));
        }
        return jobs;
    }

    private List<Runnable> copies(Tray tray) {
        List<Runnable> jobs = new ArrayList<>();
        for (Assets.Asset asset : order.assets().all()) {
            jobs.add(() -> put(asset, tray));
        }
        for (Extras.Copy copy : order.extras().copies()) {
            jobs.add(() -> put(copy, tray));
        }
        return jobs;
    }

    /** Tells how far the work is. */
    private final class Count {
        private final AtomicLong done = new AtomicLong();
        private final long total;

        Count(long total) {
            this.total = total;
        }

        void done() {
            order.progress().show(done.incrementAndGet(), total);
        }
    }

    /** @param tray empty where nobody takes the outputs */
    private List<Optional<Printer.Printed>> print(Printer printer, Optional<Tray> tray, Count count) {
        List<Output> outputs = order.site().outputs();
        boolean[] shown = new boolean[outputs.size()];
        List<Optional<Printer.Printed>> printed = printer.printAll(outputs, (position, made, fresh) -> {
            show(outputs.get(position), made, fresh, printer, tray);
            shown[position] = true;
            count.done();
        });
        if (tray.isPresent() || onlooker != Onlooker.NONE) {
            List<Integer> left = IntStream.range(0, shown.length)
                    .filter(position -> !shown[position])
                    .boxed()
                    .toList();
            Crew.work(left, position -> {
                printed.get(position)
                        .ifPresent(made -> show(outputs.get(position), made, Optional.empty(), printer, tray));
                count.done();
            });
        }
        return printed;
    }

    /** @param fresh its bytes, where it was printed just now */
    private void show(
            Output output, Printer.Printed printed, Optional<byte[]> fresh, Printer printer, Optional<Tray> tray) {
        if (onlooker != Onlooker.NONE && output instanceof Output.Page page) {
            onlooker.see(
                    page, printer.template(page), proof(printed, () -> fresh.orElseGet(() -> printer.again(output))));
        }
        // Holds on to no bytes: it may be kept for long.
        Proof file = proof(printed, () -> printer.again(output));
        tray.filter(it -> !it.keeps(file)).ifPresent(it -> it.put(file, fresh.orElseGet(() -> printer.again(output))));
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
        List<Article> texts = order.site().texts();
        Session.Row row = new Session.Row(PICTURES, "", texts, order.assets());
        session.recallAll(row, findings, position -> {
            Article article = texts.get(position);
            return new Session.Wanted<>(article.path(), new Illustrated(article, order.assets()), (reads, found) -> {
                checkPicture(article, order.assets(), found);
                return true;
            });
        });
    }

    /** What tells whether the picture of a text is there. */
    private record Illustrated(Article article, Assets assets) {}

    private static void checkPicture(Article article, Assets assets, Findings findings) {
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
