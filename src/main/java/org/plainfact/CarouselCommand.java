package org.plainfact;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainfact.Main.Surroundings;
import org.plainfact.bake.Delivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact carousel}: articles as posts for social networks, with a sheet on which an editor sees them. */
@Command(
        name = "carousel",
        description = "Make posts for social networks of articles: slides, captions and threads.",
        mixinStandardHelpOptions = true)
final class CarouselCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "ARTICLE",
            description = "Articles by the last part of their address, or by their file (default: all).")
    private List<String> articles = List.of();

    @Option(names = "--project", paramLabel = "DIR", description = "The project's folder (default: this one).")
    private Path project = Path.of("");

    @Option(
            names = "--platform",
            split = ",",
            paramLabel = "NAME",
            description = "Only for these platforms, such as instagram,x (default: all).")
    private List<String> platforms = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the posts go; what an earlier run left there goes (default: " + Build.POSTS
                    + " in the project).")
    private @Nullable Path out;

    @Mixin
    private Scope scope = new Scope();

    @Option(names = "--base-url", paramLabel = "URL", description = "Where the site stands (default: site.host).")
    private @Nullable String baseUrl;

    @Option(names = "--clean", description = "Write every file anew.")
    private boolean clean;

    CarouselCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant start = surroundings.clock().instant();
        Path root = surroundings.folder(project, spec.commandLine());
        Build build = new Build(root, clean ? Optional.empty() : Keeping.of(root, surroundings.caches()));
        Build.Posted posted = build.postOrLeave(
                new Build.Options(
                        Optional.ofNullable(out).map(surroundings::resolve),
                        surroundings.configuration(baseUrl, scope, spec.commandLine()),
                        clean),
                new Build.Posts(articles, platforms));
        new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr()).note(build.notes());
        Terminal.findings(posted.findings(), spec.commandLine().getErr());
        spec.commandLine()
                .getOut()
                .println(summary(
                        posted, Duration.between(start, surroundings.clock().instant())));
        return posted.failed() ? Main.FINDINGS : 0;
    }

    private static String summary(Build.Posted posted, Duration time) {
        String found = Terminal.counted(posted.findings());
        String seconds = String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
        if (posted.delivered().isEmpty()) {
            return found + "; nothing was written, the posts are as they were (" + seconds + ")";
        }
        Delivery.Result done = posted.delivered().get();
        return "%s on %s; %s; %d written, %d unchanged, %d removed in %s (%s)"
                .formatted(
                        Terminal.counted(posted.articles(), "article"),
                        Terminal.counted(posted.platforms(), "platform"),
                        found,
                        done.written(),
                        done.unchanged(),
                        done.removed(),
                        posted.output(),
                        seconds);
    }
}
