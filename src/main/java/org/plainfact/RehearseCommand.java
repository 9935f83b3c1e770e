package org.plainfact;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plainfact.Main.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code plainfact rehearse DIR}: what people do with a site, once, in one process. The launcher has the JVM learn from it
 * which classes later runs need; it is of no use to anybody else, and not listed.
 */
@Command(name = "rehearse", hidden = true, description = "Make a site and do with it what the other commands do.")
final class RehearseCommand implements Callable<Integer> {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("init"), List.of("build"), List.of("build"), List.of("check"), List.of("carousel", "--project"));

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "A folder that does not exist.")
    private Path folder = Path.of("");

    RehearseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Returns the code of the first command that did not succeed, or 0. */
    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        for (List<String> command : COMMANDS) {
            List<String> arguments = new ArrayList<>(command);
            arguments.add(folder.toString());
            int code = Main.run(out, err, surroundings, arguments.toArray(String[]::new));
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }
}
