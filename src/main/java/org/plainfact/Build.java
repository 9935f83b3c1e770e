package org.plainfact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.plainfact.bake.Assets;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.Configuration;
import org.plainfact.bake.Proof;
import org.plainfact.content.Article;
import org.plainfact.content.ContentOptions;
import org.plainfact.content.ContentOptions.RawHtml;
import org.plainfact.content.ContentReader;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.site.Assembly;
import org.plainfact.site.Output;
import org.plainfact.site.Site;
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
    private final Path project;
    private final Seen seen = new Seen();
    private final Memory memory = Assembly.memory();
    private final Optional<Keeping> keeping;
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();
    private Optional<Session> looked = Optional.empty();
    private boolean begun;

    /** One that begins with nothing and keeps nothing when it is gone. */
    Build(Path project) {
        this(project, Optional.empty());
    }

    /** @param keeping where an earlier process kept what it made */
    Build(Path project, Optional<Keeping> keeping) {
        this.project = project;
        this.keeping = keeping;
    }

    /** What the user should know that is no fault of the project; each is said once. */
    List<String> notes() {
        List<String> said = new ArrayList<>();
        for (String note = notes.poll(); note != null; note = notes.poll()) {
            said.add(note);
        }
        return said;
    }

    /** Keeps what was made for the next process. May be called beside a look. */
    void keep() {
        keeping.flatMap(it -> it.save(memory)).ifPresent(notes::add);
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
     */
    record Options(Optional<Path> out, Configuration.Options configuration, boolean clean) {}

    /**
     * What a run found and did.
     *
     * @param findings sorted
     * @param figures in the site's ledger
     * @param written files that are new or have changed
     * @param material empty where there is no configuration to go by
     */
    record Result(
            Optional<Path> output,
            List<Finding> findings,
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

    /** Reads, computes, assembles and bakes; tells all findings of all steps. */
    Result bake(Options options, Bakery.Progress progress) {
        Findings findings = new Findings();
        return prepare(options, progress, findings)
                .map(prepared -> bake(prepared, findings))
                .orElseGet(() -> new Result(Optional.empty(), findings.sorted(), 0, 0, 0, 0, 0, Optional.empty()));
    }

    private Result bake(Prepared prepared, Findings findings) {
        Bakery.Order order = prepared.order;
        Bakery.Result baked = Bakery.bake(order, prepared.session, findings);
        boolean anew = prepared.session.madeAny();
        prepared.session.end();
        if (anew) {
            keep();
        }
        return new Result(
                Optional.of(order.output()),
                findings.sorted(),
                (int) order.site().outputs().stream()
                        .filter(Output.Page.class::isInstance)
                        .count(),
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
    record Look(
            Optional<Map<String, Proof>> files,
            List<Finding> findings,
            Set<String> printed,
            Optional<Material> material) {}

    /** What a site is made of. */
    record Material(Configuration configuration, Numbers numbers, List<Article> articles, Site site) {}

    Look look(Options options) {
        Findings findings = new Findings();
        return prepare(options, Bakery.Progress.NONE, findings)
                .map(prepared -> look(prepared, findings))
                .orElseGet(() -> new Look(Optional.empty(), findings.sorted(), Set.of(), Optional.empty()));
    }

    private Look look(Prepared prepared, Findings findings) {
        Optional<Map<String, Proof>> files = Bakery.prove(prepared.order, prepared.session, findings);
        looked = Optional.of(prepared.session);
        return new Look(files, findings.sorted(), Bakery.printed(prepared.session), Optional.of(prepared.material));
    }

    /** Forgets what the last look had no use for. The next one does it where nobody did. */
    void settle() {
        looked.ifPresent(Session::end);
        looked = Optional.empty();
    }

    /** All that comes before printing. */
    private record Prepared(Session session, Material material, Bakery.Order order) {}

    private Optional<Prepared> prepare(Options options, Bakery.Progress progress, Findings findings) {
        settle();
        if (!begun) {
            begun = true;
            keeping.flatMap(it -> it.load(memory)).ifPresent(notes::add);
        }
        SourceTree tree = new SourceTree(project, seen, findings);
        return Configuration.read(tree, options.configuration(), findings)
                .map(configuration -> prepare(tree, configuration, options, progress, findings));
    }

    private Prepared prepare(
            SourceTree tree,
            Configuration configuration,
            Options options,
            Bakery.Progress progress,
            Findings findings) {
        Session session = memory.begin();
        Numbers numbers = Numbers.read(tree, session, findings);
        List<Article> articles = ContentReader.read(tree, contentOptions(configuration), session, findings);
        Assets assets = Assets.read(tree, configuration, session, findings);
        Site site = Assembly.assemble(
                configuration.settings(), numbers.dataset(), numbers.figures(), articles, assets, session, findings);
        Path output = options.out().orElseGet(configuration::destination);
        return new Prepared(
                session,
                new Material(configuration, numbers, articles, site),
                new Bakery.Order(tree, configuration, assets, site, output, generator(), options.clean(), progress));
    }

    private static ContentOptions contentOptions(Configuration configuration) {
        return new ContentOptions(
                configuration.contentFolder(),
                configuration.maxArticleBytes(),
                configuration.sanitise() ? RawHtml.SANITISE : RawHtml.TRUST);
    }
}
