package org.plainfact;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.Assets;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.Configuration;
import org.plainfact.bake.Delivery;
import org.plainfact.bake.Extras;
import org.plainfact.bake.LastSite;
import org.plainfact.bake.Piece;
import org.plainfact.bake.Proof;
import org.plainfact.check.Catalogue;
import org.plainfact.check.Check;
import org.plainfact.check.Review;
import org.plainfact.check.Styles;
import org.plainfact.check.Told;
import org.plainfact.content.Article;
import org.plainfact.content.Carousel;
import org.plainfact.content.ContentOptions;
import org.plainfact.content.ContentOptions.RawHtml;
import org.plainfact.content.ContentReader;
import org.plainfact.jbake.JBakeSite;
import org.plainfact.jbake.Machine;
import org.plainfact.link.ExternalLinks;
import org.plainfact.link.Web;
import org.plainfact.memo.Crew;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.picture.Studio;
import org.plainfact.site.Assembly;
import org.plainfact.site.Output;
import org.plainfact.site.Site;
import org.plainfact.social.Carousels;
import org.plainfact.social.Platform;
import org.plainfact.social.Platforms;
import org.plainfact.social.Script;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Seen;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceTree;

/**
 * A project folder made into a site; every command is a use of it. One that is kept makes again only what has changed, and
 * must be told of changes. For one thread at a time.
 */
final class Build {
    /** Where posts go unless the caller says otherwise, relative to the project. */
    static final String POSTS = "target/carousel";

    /** What our texts are to JBake, by their types. */
    private static final Map<String, String> DOCUMENT_TYPES = Map.of("article", "post", "page", "page");

    private final Path project;
    private final Seen seen = new Seen();
    private final Memory memory = Assembly.memory();
    private final Optional<Keeping> keeping;
    private final Optional<Path> data;
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();
    private Optional<Session> looked = Optional.empty();
    private volatile List<Article> shown = List.of();
    private @Nullable Studio studio;
    private boolean begun;

    /** One that begins with nothing and keeps nothing when it is gone. */
    Build(Path project) {
        this(project, Optional.empty());
    }

    /** @param keeping where an earlier process kept what it made */
    Build(Path project, Optional<Keeping> keeping) {
        this(project, keeping, Optional.empty());
    }

    /** @param data a folder in place of the project's own data */
    Build(Path project, Optional<Keeping> keeping, Optional<Path> data) {
        this.project = project;
        this.keeping = keeping;
        this.data = data;
    }

    /** What the user should know that is no fault of the project; each is said once. */
    List<String> notes() {
        List<String> said = new ArrayList<>();
        for (String note = notes.poll(); note != null; note = notes.poll()) {
            said.add(note);
        }
        return said;
    }

    /**
     * The configuration of a project, for what goes before a build.
     *
     * @throws ProjectUnreadable where it cannot be read
     */
    static Configuration configuration(Path project, Configuration.Options options) {
        Findings findings = new Findings();
        SourceTree tree = new SourceTree(project, findings);
        return Configuration.read(tree, options, keys(JBakeSite.isOne(tree)), findings)
                .orElseThrow(() -> new ProjectUnreadable(findings.sorted()));
    }

    /** What is found in a site that was made for JBake; empty where the project is none. */
    static Optional<JBakeSite.Survey> survey(Path project, String today, Findings findings) {
        SourceTree tree = new SourceTree(project, findings);
        if (!JBakeSite.isOne(tree)) {
            return Optional.empty();
        }
        Path nowhere = project.resolve("output");
        return Optional.of(
                JBakeSite.read(tree, nowhere, today, Assembly.memory().begin(), findings)
                        .with(List.of())
                        .survey());
    }

    /** Ends a run, and keeps what it made for the next process. */
    private void end(Session session) {
        boolean anew = session.madeAny();
        session.end();
        if (anew) {
            keep(() -> true);
        }
    }

    /**
     * Keeps what was made for the next process. May be called beside a look.
     *
     * @param goOn asked often; where it says no, nothing new is kept
     * @return whether it is to be tried again
     */
    boolean keep(BooleanSupplier goOn) {
        return keeping.filter(it -> it.save(memory, goOn, notes::add)).isPresent();
    }

    /**
     * Holds the words of the texts of the last look that nobody asked for: a site that is shown stays whole, whatever becomes of its files. May
     * be called beside a look.
     *
     * @param goOn asked often; where it says no, the rest is left
     * @return whether it is to be tried again
     */
    boolean hold(BooleanSupplier goOn) {
        for (Article article : shown) {
            if (!goOn.getAsBoolean()) {
                return true;
            }
            try {
                article.text().settle();
            } catch (UncheckedIOException e) {
                // It was saved just now: the next look has another.
            }
        }
        return false;
    }

    /** Name and version, as pages and the command line say them. */
    static String generator() {
        String version = Build.class.getPackage().getImplementationVersion();
        return "Plainfact " + (version == null ? "(development)" : version);
    }

    /**
     * What one run differs in.
     *
     * @param out in place of the configured output folder
     * @param clean whether unchanged files are written again
     * @param strict whether what JBake would pass over in silence is an error
     */
    record Options(Optional<Path> out, Configuration.Options configuration, boolean clean, boolean strict) {
        Options(Optional<Path> out, Configuration.Options configuration, boolean clean) {
            this(out, configuration, clean, false);
        }
    }

    /**
     * What a run found and did.
     *
     * @param findings sorted
     * @param allowed how many findings authors let stand
     * @param figures in the site's ledger
     * @param written files that are new or have changed
     * @param material empty where there is no configuration to go by
     */
    record Result(
            Optional<Path> output,
            List<Finding> findings,
            int allowed,
            int pages,
            int figures,
            int written,
            int unchanged,
            int removed,
            Optional<Material> material) {
        boolean failed() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    /**
     * Tells of changes in the project since the last build.
     *
     * @param paths absolute; a folder stands for all that is in it
     */
    void changed(Collection<Path> paths) {
        seen.forget(paths);
    }

    /** Says that anything may have changed. */
    void changed() {
        seen.forgetAll();
    }

    /**
     * As {@link #bake}, for those who want the site and not what it is made of: where an earlier process had no error to
     * tell, and all files are as it read and left them, nothing is done and the same is told.
     */
    Result bakeOrLeave(Options options, Bakery.Progress progress) {
        return once(
                "build",
                options.toString(),
                () -> bake(options, progress),
                result -> result.failed() ? Optional.empty() : result.output(),
                Result::findings,
                result -> List.of(
                        result.allowed(), result.pages(), result.figures(), result.written() + result.unchanged()),
                (output, counts, findings) -> new Result(
                        Optional.of(output),
                        findings,
                        counts.get(0),
                        counts.get(1),
                        counts.get(2),
                        0,
                        counts.get(3),
                        0,
                        Optional.empty()));
    }

    /** As {@link #post}, as {@link #bakeOrLeave} is. */
    Posted postOrLeave(Options options, Posts wanted) {
        return once(
                "carousel",
                options + " " + wanted,
                () -> post(options, wanted),
                posted ->
                        posted.failed() ? Optional.empty() : posted.delivered().map(delivered -> posted.output()),
                Posted::findings,
                posted -> List.of(
                        posted.articles(),
                        posted.platforms(),
                        posted.delivered()
                                .map(delivered -> delivered.written() + delivered.unchanged())
                                .orElse(0)),
                (output, counts, findings) -> new Posted(
                        output,
                        findings,
                        counts.get(0),
                        counts.get(1),
                        Optional.of(new Delivery.Result(0, counts.get(2), 0))));
    }

    /** What a run would say that is left. */
    private interface Again<R> {
        R say(Path output, List<Integer> counts, List<Finding> findings);
    }

    /** Does a run, or says what it would say where an earlier process has done it and nothing has changed since. */
    private <R> R once(
            String verb,
            String run,
            Supplier<R> work,
            Function<R, Optional<Path>> clean,
            Function<R, List<Finding>> told,
            Function<R, List<Integer>> counts,
            Again<R> again) {
        String where = run + " " + Machine.surroundings();
        Optional<Standing> standing = keeping.flatMap(it -> it.standing(verb, where));
        if (standing.isPresent()) {
            return again.say(
                    standing.get().output(),
                    standing.get().counts(),
                    standing.get().findings());
        }
        Optional<Instant> begin = keeping.flatMap(it -> it.begin(verb));
        R result = work.get();
        begin.flatMap(seen::snapshot)
                .flatMap(inputs -> clean.apply(result)
                        .flatMap(output -> LastSite.state(output)
                                .map(state -> new Standing(
                                        where, output, state, counts.apply(result), told.apply(result), inputs))))
                .ifPresent(left -> keeping.ifPresent(it -> it.save(verb, left)));
        return result;
    }

    /** Reads, computes, assembles and bakes; tells all findings of all steps. */
    Result bake(Options options, Bakery.Progress progress) {
        memory.pass();
        Findings findings = new Findings();
        return prepare(options, progress, findings)
                .map(prepared -> bake(prepared, findings))
                .orElseGet(() -> new Result(Optional.empty(), findings.sorted(), 0, 0, 0, 0, 0, 0, Optional.empty()));
    }

    private Result bake(Prepared prepared, Findings findings) {
        Bakery.Order order = prepared.order;
        Bakery.Result baked = Bakery.bake(order, prepared.session, findings);
        end(prepared.session);
        Told told = prepared.material.review().close(findings.sorted(), SiteCheck.RULES);
        return new Result(
                Optional.of(order.output()),
                told.findings(),
                told.allowed(),
                baked.pages(),
                order.site().figures(),
                baked.written(),
                baked.unchanged(),
                baked.removed(),
                Optional.of(prepared.material));
    }

    /**
     * What a look at the project gives: the site as {@link #bake} would write it, and written nowhere.
     *
     * @param files of the site, by path; empty where there is a finding of error severity
     * @param printed addresses of what had to be printed
     * @param material empty where there is no configuration to go by
     */
    record Look(Optional<Map<String, Proof>> files, Told told, Set<String> printed, Optional<Material> material) {
        /** Sorted. */
        List<Finding> findings() {
            return told.findings();
        }
    }

    /**
     * What a site is made of.
     *
     * @param review what its authors let stand
     * @param beside prints what is no part of the site; only of use where the site was printed
     */
    record Material(
            Configuration configuration,
            Numbers numbers,
            List<Article> articles,
            List<Carousel> carousels,
            Site site,
            Sheets sheets,
            Review review,
            Styles styles,
            Supplier<Delivery> beside) {}

    /**
     * Which posts are wanted.
     *
     * @param articles names or files; none for all
     * @param platforms ids; none for all
     */
    record Posts(List<String> articles, List<String> platforms) {}

    /**
     * What a run made of posts.
     *
     * @param findings sorted
     * @param delivered empty where nothing was written
     */
    record Posted(
            Path output, List<Finding> findings, int articles, int platforms, Optional<Delivery.Result> delivered) {
        boolean failed() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    /**
     * Puts the posts of articles into a folder, whole or, with an error among the findings, not at all.
     *
     * @param options {@code out} is the folder of the posts
     * @throws UnknownName for an article or platform that there is not
     */
    Posted post(Options options, Posts wanted) {
        memory.pass();
        Findings findings = new Findings();
        Path out = options.out().orElseGet(() -> project.resolve(POSTS));
        Options placed = new Options(Optional.of(out), options.configuration(), options.clean(), options.strict());
        return prepare(placed, Bakery.Progress.NONE, findings)
                .map(prepared -> post(prepared, wanted, findings))
                .orElseGet(() -> new Posted(out, findings.sorted(), 0, 0, Optional.empty()));
    }

    private Posted post(Prepared prepared, Posts wanted, Findings findings) {
        Material material = prepared.material;
        Optional<Chosen> chosen = Chosen.of(wanted, material, findings.sorted());
        Optional<Delivery.Result> delivered = chosen.flatMap(posts -> deliver(prepared, posts, findings));
        end(prepared.session);
        return new Posted(
                prepared.order.output(),
                material.review().close(findings.sorted(), SiteCheck.RULES).findings(),
                chosen.map(posts -> posts.articles().size()).orElse(0),
                chosen.map(posts -> posts.platforms().size()).orElse(0),
                delivered);
    }

    private static Optional<Delivery.Result> deliver(Prepared prepared, Chosen chosen, Findings findings) {
        try (Delivery delivery = new Delivery(prepared.order, prepared.session, findings)) {
            List<Piece> pieces =
                    prepared.material.sheets().pieces(chosen.articles(), chosen.platforms(), delivery, findings);
            return delivery.deliver(pieces, findings);
        }
    }

    Look look(Options options) {
        Findings findings = new Findings();
        return prepare(options, Bakery.Progress.NONE, findings)
                .map(prepared -> look(prepared, findings))
                .orElseGet(() -> nothing(findings));
    }

    /** Where there is no configuration to go by. */
    private static Look nothing(Findings findings) {
        return new Look(Optional.empty(), Told.of(findings.sorted(), 0), Set.of(), Optional.empty());
    }

    private Look look(Prepared prepared, Findings findings) {
        Optional<Map<String, Proof>> files = Bakery.prove(prepared.order, prepared.session, findings);
        looked = Optional.of(prepared.session);
        shown = prepared.material.articles();
        return new Look(
                files,
                prepared.material.review().close(findings.sorted(), SiteCheck.RULES),
                Bakery.printed(prepared.session),
                Optional.of(prepared.material));
    }

    /**
     * What a check found.
     *
     * @param catalogue of the rules that hold in the project
     * @param help where its people read about them
     * @param external what was done to look at links beyond the site; empty where nobody asked for it, or where there is
     *     no site
     */
    record Checked(Told told, Catalogue catalogue, Optional<String> help, Optional<ExternalLinks.Outcome> external) {}

    /**
     * Looks at a project, at each of its finished pages and at where they lead, and keeps what was made, as {@link #bake} does.
     *
     * @param wanted which rules about finished pages and style sheets, and which suggestions on how texts read, are looked
     *     at; all others are
     * @param web how links beyond the site are looked at, by the project's configuration; empty for not at all
     */
    Checked check(Options options, Predicate<String> wanted, Optional<Function<Configuration, Web>> web) {
        memory.pass();
        Findings findings = new Findings();
        return prepare(options, Bakery.Progress.NONE, findings)
                .map(prepared -> check(prepared, wanted, web, findings))
                .orElseGet(() -> new Checked(
                        Told.of(findings.sorted(), 0), Catalogue.read(), Optional.empty(), Optional.empty()));
    }

    private Checked check(
            Prepared prepared,
            Predicate<String> wanted,
            Optional<Function<Configuration, Web>> web,
            Findings findings) {
        Checked checked = new SiteCheck(prepared, wanted, web, findings).check();
        end(prepared.session);
        return checked;
    }

    /** Forgets what the last look had no use for. The next one does it where nobody did. */
    void settle() {
        looked.ifPresent(Session::end);
        looked = Optional.empty();
    }

    /** A look at a site that is printed in spite of some findings, which are told all the same. */
    Look lookPast(Predicate<Finding> passed, Options options) {
        Findings findings = new Findings();
        return prepare(options, Bakery.Progress.NONE, findings)
                .map(prepared -> lookPast(passed, prepared, findings))
                .orElseGet(() -> nothing(findings));
    }

    private Look lookPast(Predicate<Finding> passed, Prepared prepared, Findings findings) {
        Findings others = new Findings();
        findings.sorted().stream().filter(Predicate.not(passed)).forEach(others::add);
        Look look = look(prepared, others);
        look.findings().forEach(findings::add);
        Told told = Told.of(findings.sorted(), look.told().allowed());
        return new Look(look.files(), told, look.printed(), look.material());
    }

    /** All that comes before printing. */
    record Prepared(SourceTree project, Session session, Material material, Bakery.Order order) {}

    private Optional<Prepared> prepare(Options options, Bakery.Progress progress, Findings findings) {
        settle();
        if (!begun) {
            begun = true;
            keeping.flatMap(it -> it.load(memory)).ifPresent(notes::add);
        }
        SourceTree own = new SourceTree(project, seen, findings);
        SourceTree tree =
                data.map(folder -> own.reading(Numbers.FOLDER, folder)).orElse(own);
        Session session = memory.begin();
        boolean jbake = JBakeSite.isOne(tree, session);
        return Configuration.read(tree, options.configuration(), keys(jbake), session, findings)
                .map(configuration -> prepare(tree, jbake, configuration, options, progress, session, findings));
    }

    private static Configuration.Keys keys(boolean jbake) {
        return jbake ? Configuration.Keys.OTHERS : Configuration.Keys.OURS;
    }

    /** @param jbake whether the project is a site of JBake, in which nothing is ours but the way it is put out */
    private Prepared prepare(
            SourceTree project,
            boolean jbake,
            Configuration configuration,
            Options options,
            Bakery.Progress progress,
            Session session,
            Findings findings) {
        Path output = options.out().orElseGet(configuration::destination);
        Findings told = new Findings();
        Optional<JBakeSite> other = jbake
                ? Optional.of(
                        JBakeSite.read(project, output, options.configuration().today(), session, told))
                : Optional.empty();
        SourceTree tree = other.map(it -> project.only(it::isOurs)).orElse(project);
        // Neither of data and texts needs the other, and where there are few texts the data take as long.
        Supplier<Numbers> figures = Crew.begin(() -> Numbers.read(tree, session, findings));
        List<Article> articles = ContentReader.read(tree, contentOptions(configuration), session, findings);
        Numbers numbers = figures.get();
        Assets assets = Assets.read(tree, configuration, session, findings);
        Site assembled = Assembly.assemble(
                configuration.settings(), numbers.dataset(), numbers.figures(), articles, assets, session, findings);
        Extras extras = other.<Extras>map(it -> it.with(own(assembled))).orElse(Extras.NONE);
        told.sorted().stream()
                .map(finding -> options.strict() ? finding.as(Severity.ERROR) : finding)
                .forEach(findings::add);
        Site site = other.map(it -> beside(it, assembled)).orElse(assembled);
        Bakery.Order order = new Bakery.Order(
                tree,
                configuration,
                assets,
                site,
                output,
                generator(),
                options.clean(),
                progress,
                configuration.previews() ? Optional.of(new CardPainter(this::studio)) : Optional.empty(),
                extras);
        List<Carousel> carousels =
                ContentReader.readCarousels(tree, contentOptions(configuration), articles, session, findings);
        Sheets sheets = sheets(tree, configuration, articles, carousels, site, session, findings);
        Styles styles =
                Styles.read(tree, configuration.styles(), configuration.placeOf("check.styles"), session, findings);
        Review review =
                new Check(styles, site, carousels).tell(configuration.placeOf("site.disclaimer"), session, findings);
        Material material = new Material(
                configuration,
                numbers,
                articles,
                carousels,
                site,
                sheets,
                review,
                styles,
                () -> Delivery.beside(order, session));
        return new Prepared(project, session, material, order);
    }

    /** Our own form's part of a site of JBake. Where both have a list of the same address, JBake's stays. */
    private static Site beside(JBakeSite jbakes, Site assembled) {
        Set<String> taken = Stream.concat(
                        jbakes.pieces().stream().map(Piece::path),
                        jbakes.copies().stream().map(Extras.Copy::path))
                .collect(Collectors.toSet());
        List<String> all = assembled.outputs().stream()
                .map(output -> output.route().file())
                .toList();
        return assembled.beside(jbakes.isMixed() ? taken : Set.copyOf(all));
    }

    /** The articles and pages, for JBake's lists. */
    private static List<JBakeSite.Own> own(Site site) {
        return site.outputs().stream()
                .filter(Output.Page.class::isInstance)
                .map(Output.Page.class::cast)
                .flatMap(
                        page -> page
                                .text()
                                .filter(text -> DOCUMENT_TYPES.containsKey(text.type()))
                                .map(text -> own(page, text))
                                .stream())
                .toList();
    }

    private static JBakeSite.Own own(Output.Page page, Article text) {
        return new JBakeSite.Own(
                Objects.requireNonNull(DOCUMENT_TYPES.get(text.type())),
                text.path(),
                page.route().path().substring(1),
                page.title(),
                text.head().date(),
                text.head().tags(),
                page.description());
    }

    private Sheets sheets(
            SourceTree tree,
            Configuration configuration,
            List<Article> articles,
            List<Carousel> written,
            Site site,
            Session session,
            Findings findings) {
        Map<String, Script> scripts = Script.readAll(written, articles, site, session, findings);
        List<Platform> platforms = Platforms.read(tree, configuration.settings().today(), session, findings);
        Carousels carousels = new Carousels(site, scripts, configuration.slides());
        carousels.tellUnknownPlatforms(platforms, findings);
        return new Sheets(
                carousels, platforms, delivery -> new SlideEasel(delivery, this::studio, configuration.scheme()));
    }

    /** Typefaces are read only where something is drawn, and then once. */
    private synchronized Studio studio() {
        if (studio == null) {
            studio = new Studio();
        }
        return studio;
    }

    private static ContentOptions contentOptions(Configuration configuration) {
        return new ContentOptions(
                configuration.contentFolder(),
                configuration.maxArticleBytes(),
                configuration.sanitise() ? RawHtml.SANITISE : RawHtml.TRUST);
    }
}
