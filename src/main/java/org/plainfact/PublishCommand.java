package org.plainfact;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainfact.Main.Surroundings;
import org.plainfact.bake.Configuration;
import org.plainfact.bake.LastSite;
import org.plainfact.data.Json;
import org.plainfact.publish.Body;
import org.plainfact.publish.Destination;
import org.plainfact.publish.Edition;
import org.plainfact.publish.Entry;
import org.plainfact.publish.FigureChange;
import org.plainfact.publish.HostFiles;
import org.plainfact.publish.Live;
import org.plainfact.publish.Manifest;
import org.plainfact.publish.Means;
import org.plainfact.publish.Plan;
import org.plainfact.publish.Redirect;
import org.plainfact.publish.Target;
import org.plainfact.publish.Targets;
import org.plainfact.site.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact publish}: builds, shows what will change for readers, and brings the site to them. */
@Command(name = "publish", description = "Build the site and bring it to its readers.", mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TARGET",
            description = "A target of jbake.properties (publish.NAME=ADDRESS) or an address: file:PATH,"
                    + " git:REPOSITORY#BRANCH or s3://BUCKET/PREFIX (default: publish.default, or the only one).")
    private @Nullable String target;

    @Option(names = "--project", paramLabel = "DIR", description = "The project's folder (default: this one).")
    private Path project = Path.of("");

    @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Publish even where more than half of the live files go.")
    private boolean yes;

    @Option(names = "--rollback", description = "Bring back the edition before the live one; nothing is built.")
    private boolean rollBack;

    @Option(names = "--json", description = "Print the plan, the outcome and the findings as JSON.")
    private boolean json;

    @Mixin
    private Strictness strictness = new Strictness();

    PublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (rollBack && dryRun) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--rollback has no --dry-run");
        }
        Path root = surroundings.folder(project, spec.commandLine());
        Configuration configuration = Build.configuration(root, options());
        Destination destination = Destination.of(Optional.ofNullable(target), configuration.publishing());
        Means means = new Means(
                root,
                taken(root, configuration),
                surroundings.caches(),
                surroundings.clock().instant());
        try (Target place = Targets.open(destination, means)) {
            return rollBack ? bringBack(place) : publish(root, destination, place);
        }
    }

    private static List<Path> taken(Path root, Configuration configuration) {
        return Stream.concat(
                        configuration.sources().stream().map(root::resolve), Stream.of(configuration.destination()))
                .toList();
    }

    private Configuration.Options options() {
        return new Configuration.Options(Optional.empty(), false, false, surroundings.today());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int bringBack(Target place) throws IOException {
        String brought = place.rollBack();
        out().println(
                        json
                                ? Json.pretty(new TreeMap<>(
                                                Map.of("ok", true, "target", place.name(), "back-to", brought)))
                                        .strip()
                                : "readers of " + place.name() + " get " + brought + " again");
        return 0;
    }

    private int publish(Path root, Destination destination, Target place) throws IOException {
        Build.Result built = build(root);
        if (!json) {
            Terminal.findings(built.findings(), spec.commandLine().getErr());
        }
        if (built.failed()) {
            out().println(
                            json
                                    ? Announcement.failed(place.name(), built.findings())
                                    : Terminal.counted(built.findings()) + "; nothing was published");
            return Main.FINDINGS;
        }
        return publish(built, destination, place);
    }

    private int publish(Build.Result built, Destination destination, Target place) throws IOException {
        Instant start = surroundings.clock().instant();
        Build.Material material = built.material().orElseThrow();
        List<Redirect> redirects = Redirect.of(material.site());
        Edition edition = edition(built.output().orElseThrow());
        if (destination.hostFiles()) {
            Settings settings = material.configuration().settings();
            edition = new HostFiles(settings.basePath(), settings.policy(), redirects).addTo(edition);
        }
        Live live = place.live();
        Plan plan = Plan.of(live.manifest(), edition.manifest());
        Announcement announcement =
                new Announcement(place.name(), plan, redirects, changes(live, edition), built.findings());
        if (!json) {
            announcement.print(out());
        }
        Outcome outcome = act(place, edition, plan);
        long milliseconds =
                Duration.between(start, surroundings.clock().instant()).toMillis();
        if (json) {
            out().print(announcement.json(outcome.code == 0, outcome.published, milliseconds));
        } else if (outcome.code == 0) {
            out().printf(Locale.ROOT, "%s (%.2f s after the build)%n", outcome.words, milliseconds / 1000.0);
        }
        return outcome.code;
    }

    /** What came of a plan. */
    private record Outcome(int code, boolean published, String words) {}

    private Build.Result build(Path root) {
        try (Progress progress = Progress.on(surroundings.terminal() && !json, "pages")) {
            Build build = new Build(root, Keeping.of(root, surroundings.caches()));
            Build.Result built = build.bake(
                    new Build.Options(Optional.empty(), options(), false, strictness.strict()), progress::show);
            new Terminal(out(), spec.commandLine().getErr()).note(build.notes());
            return built;
        }
    }

    /** The site's own files: what else lies in the output folder is not published. */
    private static Edition edition(Path output) {
        TreeMap<String, Entry> files = new TreeMap<>();
        Map<String, Body> bodies = new HashMap<>();
        LastSite.in(output).forEach((path, proof) -> {
            files.put(path, Entry.of(path, proof.sha256(), proof.size()));
            bodies.put(path, new Body.OfFile(output.resolve(path)));
        });
        return new Edition(new Manifest(files), bodies);
    }

    private static List<FigureChange> changes(Live live, Edition edition) throws IOException {
        Entry ledger = edition.manifest().files().get(Live.LEDGER);
        if (Objects.equals(ledger, live.manifest().files().get(Live.LEDGER))) {
            return List.of();
        }
        Optional<byte[]> next = ledger == null
                ? Optional.empty()
                : Optional.of(edition.body(ledger).bytes());
        return FigureChange.between(live.ledger().read(), next);
    }

    private Outcome act(Target place, Edition edition, Plan plan) throws IOException {
        if (plan.isEmpty()) {
            return new Outcome(0, false, "nothing to publish: " + place.name() + " has this site already");
        }
        if (dryRun) {
            return new Outcome(0, false, "nothing was published: this was --dry-run");
        }
        if (plan.removesMost() && !yes) {
            spec.commandLine()
                    .getErr()
                    .println("plainfact: more than half of the live files would go; nothing was published;"
                            + " if that is meant, add --yes");
            return new Outcome(Main.USAGE, false, "");
        }
        try (Progress progress = Progress.on(surroundings.terminal() && !json, "files")) {
            place.publish(edition, plan, progress::show);
        }
        return new Outcome(0, true, "published to " + place.name());
    }
}
