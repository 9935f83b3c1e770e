package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainfact.Main.Surroundings;
import org.plainfact.impact.Impact;
import org.plainfact.impact.ImpactPage;
import org.plainfact.impact.ImpactText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact diff}: what reads differently with the project's data than with other data. */
@Command(
        name = "diff",
        description = "Print what reads differently than with other data, and which claims turn false.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "REF|DIR",
            description = "The data before: a folder of data or of a project, or a git revision of this one.")
    private String other = "";

    @Option(names = "--project", paramLabel = "DIR", description = "The project's folder (default: this one).")
    private Path project = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or html (default: text).")
    private Format format = Format.TEXT;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: printed).")
    private @Nullable Path out;

    @Mixin
    private Scope scope = new Scope();

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    enum Format {
        TEXT,
        JSON,
        HTML
    }

    @Override
    public Integer call() throws IOException {
        Path root = surroundings.folder(project, spec.commandLine());
        Path folder = surroundings.resolve(Path.of(other));
        if (Files.isDirectory(folder)) {
            return told(root, data(folder));
        }
        try (Revision revision = Revision.of(root, other).orElseThrow(this::unknown)) {
            return told(root, revision.data());
        }
    }

    /** Of a project its data, else the folder itself. */
    private static Path data(Path folder) {
        Path inner = folder.resolve(Numbers.FOLDER);
        return Files.isDirectory(inner) ? inner : folder;
    }

    private CommandLine.ParameterException unknown() {
        return new CommandLine.ParameterException(
                spec.commandLine(),
                "there is no folder \"" + other + "\", and git knows no revision of that name with a folder "
                        + Numbers.FOLDER);
    }

    private int told(Path root, Path before) throws IOException {
        Impact impact =
                Impact.of(Editions.of(look(root, Optional.of(before))), Editions.of(look(root, Optional.empty())));
        String text = switch (format) {
            case TEXT -> ImpactText.plain(impact);
            case JSON -> ImpactText.json(impact);
            case HTML -> ImpactPage.html(impact, "What reads differently than with " + other);
        };
        if (out == null) {
            spec.commandLine().getOut().print(text);
        } else {
            Path file = surroundings.resolve(out);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text, UTF_8);
            spec.commandLine().getOut().println(ImpactText.summary(impact) + ", in " + file);
        }
        spec.commandLine().getOut().flush();
        return impact.broken().isEmpty() && impact.errors().isEmpty() ? 0 : Main.FINDINGS;
    }

    private Build.Look look(Path root, Optional<Path> data) {
        Build build = new Build(root, Keeping.of(root, surroundings.caches()), data);
        return build.lookPast(
                Impact::claim,
                new Build.Options(
                        Optional.empty(), surroundings.configuration(null, scope, spec.commandLine()), false));
    }
}
