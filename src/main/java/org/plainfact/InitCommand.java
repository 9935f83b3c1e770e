package org.plainfact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.plainfact.Main.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact init DIR}: a small site that builds at once, with the default theme as its own. */
@Command(name = "init", description = "Start a small site in a new or empty folder.", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder; made where it does not exist.")
    private Path folder = Path.of("");

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
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
