package org.plainfact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainfact.Main.Surroundings;
import org.plainfact.jbake.JBakeSite;
import org.plainfact.source.Findings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact init DIR}: a small site that builds at once, with the default theme as its own. */
@Command(name = "init", description = "Start a small site in a new or empty folder.", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "The folder; made where it does not exist. With --from-jbake that of the site (default: this one).")
    private @Nullable Path folder;

    @Option(
            names = "--from-jbake",
            description = "Tell what is found in a site that was made for JBake. Nothing is written.")
    private boolean fromJBake;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (fromJBake) {
            return report(folder == null ? Path.of("") : folder);
        }
        if (folder == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "name the folder, as in: plainfact init my-site");
        }
        return start(folder);
    }

    private int report(Path site) {
        Findings findings = new Findings();
        JBakeSite.Survey survey = Build.survey(
                        surroundings.folder(site, spec.commandLine()), surroundings.today(), findings)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "there is no site of JBake in " + (site.toString().isEmpty() ? "this folder" : site)
                                + ": it would have jbake.properties and a template that ends in .ftl"));
        spec.commandLine().getOut().print(new JBakeReport(site.toString(), survey, findings.sorted()).text());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int start(Path folder) throws IOException {
        Path target = surroundings.resolve(folder);
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    folder
                            + (Files.isDirectory(target) ? " exists and is not empty" : " is a file")
                            + "; name a new folder");
        }
        List<String> files = Starter.unpack(target);
        spec.commandLine().getOut().printf("%d files in %s. Next: plainfact build %s%n", files.size(), folder, folder);
        return 0;
    }

    private static boolean isEmptyFolder(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (var entries = Files.list(target)) {
            return entries.findAny().isEmpty();
        }
    }
}
