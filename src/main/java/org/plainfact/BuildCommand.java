package org.plainfact;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainfact.Main.Surroundings;
import org.plainfact.bake.Configuration;
import org.plainfact.check.Format;
import org.plainfact.data.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact build}: the site, whole, or the findings and the old site. */
@Command(name = "build", description = "Build the site.", mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "The project's folder (default: this one).")
    private Path project = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the site goes (default: destination.folder of jbake.properties).")
    private @Nullable Path out;

    @Mixin
    private Scope scope = new Scope();

    @Option(names = "--base-url", paramLabel = "URL", description = "Where the site will stand (default: site.host).")
    private @Nullable String baseUrl;

    @Option(names = "--clean", description = "Write every file anew.")
    private boolean clean;

    @Option(names = "--json", description = "Print the summary and the findings as JSON.")
    private boolean json;

    @Mixin
    private Strictness strictness = new Strictness();

    BuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant start = surroundings.clock().instant();
        Build.Options options = new Build.Options(
                Optional.ofNullable(out).map(surroundings::resolve), configuration(), clean, strictness.strict());
        Build.Result result;
        try (Progress progress = Progress.on(surroundings.terminal() && !json, "pages")) {
            Path root = surroundings.folder(project, spec.commandLine());
            Build build = new Build(root, clean ? Optional.empty() : Keeping.of(root, surroundings.caches()));
            result = build.bakeOrLeave(options, progress::show);
            new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr()).note(build.notes());
        }
        Duration time = Duration.between(start, surroundings.clock().instant());
        if (json) {
            spec.commandLine().getOut().println(Json.pretty(asJson(result, time)));
        } else {
            print(result, time);
        }
        return result.failed() ? Main.FINDINGS : 0;
    }

    private Configuration.Options configuration() {
        return surroundings.configuration(baseUrl, scope, spec.commandLine());
    }

    private void print(Build.Result result, Duration time) {
        Terminal.findings(result.findings(), spec.commandLine().getErr());
        spec.commandLine().getOut().println(summary(result, time));
    }

    private static String summary(Build.Result result, Duration time) {
        String found = Terminal.counted(result.findings());
        String seconds = String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
        if (result.failed()) {
            return found + "; nothing was written, the site is as it was (" + seconds + ")";
        }
        String allowed = result.allowed() > 0 ? ", " + result.allowed() + " let stand" : "";
        return "%s, %s; %s; %d written, %d unchanged, %d removed in %s (%s)"
                .formatted(
                        Terminal.counted(result.pages(), "page"),
                        Terminal.counted(result.figures(), "figure"),
                        found + allowed,
                        result.written(),
                        result.unchanged(),
                        result.removed(),
                        result.output().map(Path::toString).orElse(""),
                        seconds);
    }

    private static Map<String, Object> asJson(Build.Result result, Duration time) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("ok", !result.failed());
        result.output().ifPresent(folder -> out.put("output", folder.toString()));
        out.put("pages", result.pages());
        out.put("figures", result.figures());
        out.put("written", result.written());
        out.put("unchanged", result.unchanged());
        out.put("removed", result.removed());
        out.put("milliseconds", time.toMillis());
        out.put("findings", result.findings().stream().map(Format::asMap).toList());
        return out;
    }
}
