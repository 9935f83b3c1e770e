package org.plainfact.bake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.site.Link;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceTree;

/**
 * Prints a site and puts it in place of the old one, whole or not at all: where there is a finding of error severity,
 * the old site stays as it was. The same input gives the same bytes.
 */
public final class Bakery {
    private final Order order;
    private final OutputFolder output;

    private Bakery(Order order) {
        this.order = order;
        Path root = order.tree().root();
        Configuration configuration = order.configuration();
        this.output = OutputFolder.of(
                order.output(),
                root,
                Stream.of(
                                configuration.contentFolder(),
                                configuration.templateFolder(),
                                configuration.assetFolder(),
                                configuration.dataFolder())
                        .map(root::resolve)
                        .toList());
    }

    /**
     * What to bake, and where to.
     *
     * @param output the folder of the finished site; what is not ours in it stays
     * @param generator name and version of the program, for templates
     * @param clean whether unchanged files are written again
     */
    public record Order(
            SourceTree tree,
            Configuration configuration,
            Assets assets,
            Site site,
            Path output,
            String generator,
            boolean clean,
            Progress progress) {}

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
     * @throws BuildLocked when another build writes the same output
     * @throws OutputRefused when the output folder is no place for a site
     * @throws java.io.UncheckedIOException for a fault of the machine; the old site is as it was
     */
    public static Result bake(Order order, Findings findings) {
        return bake(order, findings, Printer.Limits.USUAL, Swap.Way.AT_ONCE, Steps.NONE);
    }

    static Result bake(Order order, Findings findings, Printer.Limits limits, Swap.Way firstWay, Steps steps) {
        Bakery bakery = new Bakery(order);
        try (BuildLock lock = BuildLock.take(bakery.output);
                Stage stage = Stage.open(bakery.output, order.clean(), firstWay, steps)) {
            return bakery.bake(stage, findings, limits);
        }
    }

    private Result bake(Stage stage, Findings findings, Printer.Limits limits) {
        Configuration configuration = order.configuration();
        Site site = order.site();
        Assets assets = order.assets();
        Collisions.tell(site, assets, findings);
        checkPictures(assets, findings);
        checkMenus(assets, findings);
        FtlhTemplateEngine engine =
                FtlhTemplateEngine.of(configuration.jbake(), order.tree(), configuration.templateFolder(), findings);
        // Nothing will be committed: pages are printed only to find what else is wrong.
        boolean vain = findings.hasErrors();
        try (Printer printer =
                new Printer(engine, configuration, site, new Functions(site, assets), order.generator(), limits)) {
            write(jobs(assets, printer, stage), vain);
            printer.tell(findings);
        }
        return finish(stage, findings, assets);
    }

    /** Makes one file of the site. */
    private interface Job {
        void run(boolean vain);
    }

    private List<Job> jobs(Assets assets, Printer printer, Stage stage) {
        List<Job> jobs = new ArrayList<>();
        for (Output output : order.site().outputs()) {
            jobs.add(vain -> bytes(output, printer)
                    .filter(bytes -> !vain)
                    .ifPresent(bytes -> stage.put(output.route().file(), bytes)));
        }
        for (Assets.Asset asset : assets.all()) {
            jobs.add(vain -> {
                if (!vain) {
                    put(asset, stage);
                }
            });
        }
        return jobs;
    }

    private void write(List<Job> jobs, boolean vain) {
        AtomicLong done = new AtomicLong();
        Crew.work(jobs, job -> {
            job.run(vain);
            order.progress().show(done.incrementAndGet(), jobs.size());
        });
    }

    private static Optional<byte[]> bytes(Output output, Printer printer) {
        return switch (output) {
            case Output.Page page -> printer.print(page);
            case Output.TextFile file -> Optional.of(file.text().get().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void put(Assets.Asset asset, Stage stage) {
        String path = asset.route().file();
        asset.rewritten()
                .ifPresentOrElse(
                        bytes -> stage.put(path, bytes),
                        () -> stage.put(path, asset.file(), new Manifest.Stamp(asset.sha256(), asset.size())));
    }

    private Result finish(Stage stage, Findings findings, Assets assets) {
        List<Output> outputs = order.site().outputs();
        int pages = (int)
                outputs.stream().filter(made -> made instanceof Output.Page).count();
        int files = outputs.size() + assets.all().size();
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
    private void checkMenus(Assets assets, Findings findings) {
        Set<Route> routes = order.site().outputs().stream().map(Output::route).collect(Collectors.toSet());
        Map.of(
                        "site.navigation", order.site().settings().navigation(),
                        "site.footer", order.site().settings().footer())
                .forEach((key, links) -> links.stream()
                        .map(Link::route)
                        .filter(route -> !routes.contains(route) && !assets.has(route))
                        .forEach(route -> findings.error(
                                "broken-link",
                                order.configuration().span(key),
                                "\"" + route + "\" in " + key + " leads to no page or file of this site",
                                Nearest.hint(
                                        route.path(),
                                        routes.stream().map(Route::path).toList()))));
    }

    private void checkPictures(Assets assets, Findings findings) {
        for (Output output : order.site().outputs()) {
            if (output instanceof Output.Page page) {
                Printer.article(page.content()).ifPresent(article -> checkPicture(article, assets, findings));
            }
        }
    }

    private static void checkPicture(Article article, Assets assets, Findings findings) {
        article.head().hero().map(Article.Image::src).ifPresent(src -> {
            Optional<Assets.Asset> asset = assets.findFor(src, article);
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
