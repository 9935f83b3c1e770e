package org.plainfact;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.Configuration;
import org.plainfact.bake.Extras;
import org.plainfact.bake.Piece;
import org.plainfact.bake.Proof;
import org.plainfact.check.Catalogue;
import org.plainfact.check.Ease;
import org.plainfact.check.Told;
import org.plainfact.check.Upkeep;
import org.plainfact.content.Article;
import org.plainfact.link.ExternalLinks;
import org.plainfact.link.InternalLinks;
import org.plainfact.link.Places;
import org.plainfact.link.PrintedSite;
import org.plainfact.link.Web;
import org.plainfact.page.PageCheck;
import org.plainfact.page.Printed;
import org.plainfact.site.Output;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceTree;

/** What {@code check} looks at beyond a build: what grows old, how texts read, finished pages, and where they lead. */
final class SiteCheck {
    /** Rules that no build looks at, and whose findings may be let stand. */
    static final Set<String> RULES = Stream.of(Ease.RULES, Upkeep.RULES, InternalLinks.RULES, ExternalLinks.RULES)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final long MAX_LITERAL_BYTES = 1 << 20;

    private final Build.Prepared prepared;
    private final Build.Material material;
    private final Configuration configuration;
    private final Predicate<String> wanted;
    private final Optional<Function<Configuration, Web>> web;
    private final Findings findings;

    /**
     * @param wanted see {@link Build#check}
     * @param web how links beyond the site are looked at; empty for not at all
     * @param findings what is known of the project, and what else is found
     */
    SiteCheck(
            Build.Prepared prepared,
            Predicate<String> wanted,
            Optional<Function<Configuration, Web>> web,
            Findings findings) {
        this.prepared = prepared;
        this.material = prepared.material();
        this.configuration = material.configuration();
        this.wanted = wanted;
        this.web = web;
        this.findings = findings;
    }

    Build.Checked check() {
        new Upkeep(
                        material.numbers().dataset(),
                        material.articles(),
                        material.carousels(),
                        configuration.sourceReview(),
                        configuration.settings().today())
                .tell(findings);
        boolean ease = Ease.RULES.stream().anyMatch(wanted);
        if (ease) {
            Ease.tell(material.site(), material.articles(), prepared.session(), findings);
        }
        PageCheck pages = new PageCheck(prepared.session(), wanted);
        Optional<Map<String, Proof>> files =
                Bakery.prove(prepared.order(), prepared.session(), onlooker(pages), findings);
        Optional<ExternalLinks.Outcome> external = files.flatMap(this::links);
        SourceTree tree = prepared.order().tree();
        pages.lookAtStyles(tree, tree.files(configuration.assetFolder()), findings);
        pages.tell(material.review().told(findings.sorted()), findings);
        Set<String> unasked = new HashSet<>();
        unasked.addAll(web.isPresent() ? Set.of() : ExternalLinks.RULES);
        unasked.addAll(ease ? Set.of() : Ease.RULES);
        Told told = material.review().close(findings.sorted(), unasked);
        return new Build.Checked(
                told, Catalogue.read().with(material.styles().rules()), configuration.help(), external);
    }

    private Bakery.Onlooker onlooker(PageCheck pages) {
        return new Bakery.Onlooker() {
            @Override
            public void see(Output.Page page, String template, Proof file) {
                Extras.Origin origin = new Extras.Origin(
                        configuration.templateFolder() + "/" + template,
                        page.text().map(Article::path));
                look(page.route().path(), origin, file, pages);
            }

            @Override
            public void see(Piece piece, Proof file) {
                prepared.order()
                        .extras()
                        .origin(piece.path())
                        .ifPresent(origin -> look("/" + piece.path(), origin, file, pages));
            }
        };
    }

    /** A file as it is printed: it is read once, whoever looks at it. */
    private void look(String address, Extras.Origin origin, Proof file, PageCheck pages) {
        if (!file.path().endsWith(".html")) {
            PrintedSite.see(file.path(), printed(file), prepared.session());
            return;
        }
        Printed printed = new Printed(address, origin.template(), origin.text(), file.sha256(), file.content()::bytes);
        pages.look(printed);
        PrintedSite.see(file.path(), printed, prepared.session());
    }

    private Optional<ExternalLinks.Outcome> links(Map<String, Proof> files) {
        Map<String, PrintedSite.File> printed = new HashMap<>();
        files.forEach((path, proof) -> printed.put(path, printed(proof)));
        PrintedSite site = PrintedSite.read(
                configuration.settings().baseUrl(), printed, Bakery.drawnLater(prepared.session()), prepared.session());
        Places places = places();
        new InternalLinks(site, places, redirects()).tell(findings);
        return web.map(it -> new ExternalLinks(it.apply(configuration))).map(it -> it.tell(site, places, findings));
    }

    private static PrintedSite.File printed(Proof proof) {
        return new PrintedSite.File(proof.sha256(), () -> proof.content().bytes());
    }

    /** What is wrong with these files is told where they are read to be printed. */
    private SourceTree quiet() {
        return prepared.order().tree().telling(new Findings());
    }

    private Places places() {
        // Templates of other forms are none of the site's own files.
        SourceTree tree = prepared.project().telling(new Findings());
        List<SourceFile> literal = Stream.concat(
                        tree.files(configuration.templateFolder()).stream(),
                        Stream.of(tree.root().resolve(Configuration.FILE)))
                .flatMap(file -> tree.read(file, MAX_LITERAL_BYTES).stream())
                .toList();
        Map<String, Path> own = own();
        return new Places(
                material.articles(),
                material.numbers().dataset(),
                literal,
                file -> Optional.ofNullable(own.get(file)).flatMap(source -> tree.read(source, MAX_LITERAL_BYTES)));
    }

    /** The files of the project that printed ones are made of: texts, and pages of the asset folder. */
    private Map<String, Path> own() {
        Map<String, Path> own = new HashMap<>();
        Path root = prepared.order().tree().root();
        prepared.order().assets().pages().forEach((file, path) -> own.put(file, root.resolve(path)));
        Extras extras = prepared.order().extras();
        extras.pieces()
                .forEach(piece -> extras.origin(piece.path())
                        .flatMap(Extras.Origin::text)
                        .ifPresent(text -> own.put(piece.path(), root.resolve(text))));
        for (Article article : material.articles()) {
            material.site()
                    .routes()
                    .find(article.path())
                    .ifPresent(route -> own.put(route.file(), root.resolve(article.path())));
        }
        return own;
    }

    private Optional<SourceFile> redirects() {
        SourceTree tree = quiet();
        String name = configuration.assetFolder() + "/root/_redirects";
        return tree.files(configuration.assetFolder()).stream()
                .filter(file -> tree.name(file).equals(name))
                .findFirst()
                .flatMap(file -> tree.read(file, MAX_LITERAL_BYTES));
    }
}
