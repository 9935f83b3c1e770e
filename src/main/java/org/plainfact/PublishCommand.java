package org.plainfact;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            description = "A target of jbake.properties (publish.NAME=ADDRESS) or an address: file:PATH or"
                    + " git:REPOSITORY#BRANCH (default: publish.default, or the only one).")
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

    PublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (rollBack && dryRun) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--rollback has no --dry-run");
        }
        Path root = surroundings.folder(project, spec.commandLine());
        Destination destination =
                Destination.of(Optional.ofNullable(target), configuration(root).publishing());
        Means means =
                new Means(root, surroundings.caches(), surroundings.clock().instant());
        try (Target place = Targets.open(destination, means)) {
            return rollBack ? bringBack(place) : publish(root, destination, place);
        }
    }

    private Configuration configuration(Path root) {
        Findings findings = new Findings();
        return Configuration.read(new SourceTree(root, findings), options(), findings)
                .orElseThrow(() -> new ProjectUnreadable(findings.sorted()));
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
        Terminal terminal = new Terminal(out(), spec.commandLine().getErr());
        if (!json) {
            Terminal.findings(built.findings(), terminal.err());
        }
        if (built.failed()) {
            out().println(
                            json
                                    ? Announcement.failed(place.name(), built.findings())
                                    : Terminal.counted(built.findings()) + "; nothing was published");
            return Main.FINDINGS;
        }
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
        int code = act(place, edition, plan);
        if (json) {
            out().print(announcement.json(code == 0, code == 0 && !dryRun && !plan.isEmpty()));
        }
        return code;
    }

    private Build.Result build(Path root) {
        try (Progress progress = Progress.on(surroundings.terminal() && !json, "pages")) {
            Build build = new Build(root, Keeping.of(root, surroundings.caches()));
            Build.Result built = build.bake(new Build.Options(Optional.empty(), options(), false), progress::show);
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
        Optional<byte[]> next = ledger == null
                ? Optional.empty()
                : Optional.of(edition.body(ledger).bytes());
        return FigureChange.between(live.ledger(), next);
    }

    private int act(Target place, Edition edition, Plan plan) throws IOException {
        if (plan.isEmpty()) {
            tell("nothing to publish: " + place.name() + " has this site already");
        } else if (dryRun) {
            tell("nothing was published: this was --dry-run");
        } else if (plan.removesMost() && !yes) {
            spec.commandLine()
                    .getErr()
                    .println("plainfact: more than half of the live files would go; nothing was published;"
                            + " if that is meant, add --yes");
            return Main.USAGE;
        } else {
            try (Progress progress = Progress.on(surroundings.terminal() && !json, "files")) {
                place.publish(edition, plan, progress::show);
            }
            tell("published to " + place.name());
        }
        return 0;
    }

    private void tell(String words) {
        if (!json) {
            out().println(words);
        }
    }
}
