package org.plainfact;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plainfact.bake.Assets;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.Configuration;
import org.plainfact.content.Article;
import org.plainfact.content.ContentOptions;
import org.plainfact.content.ContentOptions.RawHtml;
import org.plainfact.content.ContentReader;
import org.plainfact.site.Assembly;
import org.plainfact.site.Output;
import org.plainfact.site.Site;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceTree;

/** A project folder made into a site; every command is a use of it. */
final class Build {
    private Build() {}

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
     */
    record Result(
            Optional<Path> output,
            List<Finding> findings,
            int pages,
            int figures,
            int written,
            int unchanged,
            int removed) {
        boolean failed() {
            return count(Severity.ERROR) > 0;
        }

        long count(Severity severity) {
            return findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
        }
    }

    /** Reads, computes, assembles and bakes; tells all findings of all steps. */
    static Result run(Path project, Options options, Bakery.Progress progress) {
        Findings findings = new Findings();
        SourceTree tree = new SourceTree(project, findings);
        return Configuration.read(tree, options.configuration(), findings)
                .map(configuration -> run(tree, configuration, options, progress, findings))
                .orElseGet(() -> new Result(Optional.empty(), findings.sorted(), 0, 0, 0, 0, 0));
    }

    private static Result run(
            SourceTree tree,
            Configuration configuration,
            Options options,
            Bakery.Progress progress,
            Findings findings) {
        Numbers numbers = Numbers.read(tree, findings);
        List<Article> articles = ContentReader.read(tree, contentOptions(configuration), findings);
        Assets assets = Assets.read(tree, configuration, findings);
        Site site = Assembly.assemble(
                configuration.settings(), numbers.dataset(), numbers.figures(), articles, assets, findings);
        Path output = options.out().orElseGet(configuration::destination);
        Bakery.Result baked = Bakery.bake(
                new Bakery.Order(tree, configuration, assets, site, output, generator(), options.clean(), progress),
                findings);
        return new Result(
                Optional.of(output),
                findings.sorted(),
                (int) site.outputs().stream()
                        .filter(Output.Page.class::isInstance)
                        .count(),
                site.figures(),
                baked.written(),
                baked.unchanged(),
                baked.removed());
    }

    private static ContentOptions contentOptions(Configuration configuration) {
        return new ContentOptions(
                configuration.contentFolder(),
                configuration.maxArticleBytes(),
                configuration.sanitise() ? RawHtml.SANITISE : RawHtml.TRUST);
    }
}
