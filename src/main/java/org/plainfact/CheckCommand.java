package org.plainfact;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainfact.Main.Surroundings;
import org.plainfact.bake.Configuration;
import org.plainfact.check.Baseline;
import org.plainfact.check.Catalogue;
import org.plainfact.check.Ease;
import org.plainfact.check.Format;
import org.plainfact.check.Sarif;
import org.plainfact.check.Told;
import org.plainfact.link.ExternalLinks;
import org.plainfact.link.Web;
import org.plainfact.source.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact check}: all that {@code build} does, written nowhere, and what is wrong with it in several formats. */
@Command(
        name = "check",
        description = "Tell what is wrong with the site, and write nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
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
            names = "--rule",
            split = ",",
            paramLabel = "RULE",
            description = "Only these rules, such as broken-link,typed-number (default: all).")
    private List<String> rules = List.of();

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "RULE",
            description = "All rules but these, such as invalid-html, which takes longest.")
    private List<String> without = List.of();

    @Option(names = "--suggestions", description = "Tell advice on how texts read, too.")
    private boolean suggestions;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json, sarif or github.")
    private String format = Format.TEXT.word();

    @Option(names = "--baseline", paramLabel = "FILE", description = "Do not tell the findings kept in this file.")
    private @Nullable Path baseline;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "Keep the findings of this run in a file.")
    private @Nullable Path written;

    @Mixin
    private Scope scope = new Scope();

    @Option(names = "--external", description = "Ask other sites whether what is linked to is still there.")
    private boolean external;

    @Mixin
    private Strictness strictness = new Strictness();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant start = surroundings.clock().instant();
        Format chosen = Format.of(format)
                .orElseThrow(() -> new UnknownName("format", format, Optional.empty(), Format.words()));
        Optional<Baseline> known = Optional.ofNullable(baseline).map(this::read);
        Path root = surroundings.folder(project, spec.commandLine());
        Build build = new Build(root, Keeping.of(root, surroundings.caches()));
        Build.Checked checked = build.check(
                new Build.Options(
                        Optional.empty(),
                        surroundings.configuration(null, scope, spec.commandLine()),
                        false,
                        strictness.strict()),
                rule -> wanted(rule) && (isTold(rule) || !Ease.RULES.contains(rule)),
                external ? Optional.of(this::web) : Optional.empty());
        new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr()).note(build.notes());
        new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr()).note(notes(checked));
        Told told = only(checked.told(), checked.catalogue());
        if (written != null) {
            write(surroundings.resolve(written), Baseline.of(told.findings()).text());
        }
        Told rest = known.map(told::without).orElse(told);
        print(
                chosen,
                rest,
                checked,
                Duration.between(start, surroundings.clock().instant()));
        return rest.failed() && written == null ? Main.FINDINGS : 0;
    }

    private Web web(Configuration configuration) {
        return new Web(
                Build.generator() + " (link check)",
                surroundings.caches().map(folder -> folder.resolve("plainfact/external-links")),
                Duration.ofDays(configuration.externalAge()),
                configuration.externalSkip(),
                Set.copyOf(configuration.externalPrivate()),
                Web.Pace.USUAL,
                surroundings.time());
    }

    private List<String> notes(Build.Checked checked) {
        if (external && checked.external().isEmpty()) {
            return List.of("no other site was asked, since there are errors");
        }
        return checked.external().map(ExternalLinks.Outcome::notes).orElse(List.of());
    }

    private boolean wanted(String rule) {
        return (rules.isEmpty() || rules.contains(rule)) && !without.contains(rule);
    }

    /** Whether it is told where it only suggests something. */
    private boolean isTold(String rule) {
        return suggestions || rules.contains(rule);
    }

    private Told only(Told told, Catalogue catalogue) {
        List<String> known = List.copyOf(catalogue.sections().keySet());
        Stream.concat(rules.stream(), without.stream())
                .filter(rule -> !known.contains(rule))
                .findFirst()
                .ifPresent(rule -> {
                    throw new UnknownName(
                            "rule", rule, Optional.empty(), known, "the rules are in the documentation of check");
                });
        Told wanted = told.only(this::wanted);
        return suggestions || !rules.isEmpty() ? wanted.withSuggestions() : wanted;
    }

    private Baseline read(Path file) {
        Path path = surroundings.resolve(file);
        try {
            return Baseline.read(file.toString(), Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new ParameterException(
                    spec.commandLine(), "there is no file " + path + "; make it with --write-baseline " + file, e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--baseline: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(Format chosen, Told told, Build.Checked checked, Duration time) {
        PrintWriter out = spec.commandLine().getOut();
        switch (chosen) {
            case TEXT -> {
                Terminal.findings(told.findings(), spec.commandLine().getErr());
                out.println(summary(told, checked, time));
                hidden(told, out);
            }
            case JSON -> out.print(Format.json(told, suggestions || !rules.isEmpty()));
            case SARIF -> out.print(new Sarif(Build.generator(), checked.catalogue(), checked.help()).of(told));
            case GITHUB -> {
                out.print(Format.github(told));
                out.println(summary(told, checked, time));
                hidden(told, out);
            }
        }
    }

    private static String summary(Told told, Build.Checked checked, Duration time) {
        long shown = Terminal.count(told.findings(), Severity.SUGGESTION);
        return Terminal.counted(told.findings())
                + (shown > 0 ? ", " + Terminal.counted(shown, "suggestion") : "")
                + (told.allowed() > 0 ? "; " + told.allowed() + " let stand" : "")
                + (told.known() > 0 ? "; " + told.known() + " in the baseline" : "")
                + checked.external().map(outcome -> "; " + outcome).orElse("")
                + String.format(Locale.ROOT, " (%.2f s)", time.toMillis() / 1000.0);
    }

    /** A line for those who did not ask for suggestions: those of styles are found all the same. */
    private static void hidden(Told told, PrintWriter out) {
        if (!told.suggestions().isEmpty()) {
            out.println(Terminal.counted(told.suggestions().size(), "suggestion")
                    + " of styles; --suggestions tells them, and looks at how easily the texts read");
        }
    }
}
