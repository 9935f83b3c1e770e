package org.plainfact;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plainfact.Main.Surroundings;
import org.plainfact.data.Dataset;
import org.plainfact.figure.Explanation;
import org.plainfact.figure.Figure;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact explain FIGURE}: value, formula, inputs and sources as a tree. */
@Command(
        name = "explain",
        description = "Print a figure's value, formula, inputs and sources.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FIGURE", description = "An address: record.field")
    private String address = "";

    @Option(names = "--in", paramLabel = "DIR", description = "The project's folder (default: this one).")
    private Path project = Path.of("");

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** With a line before it where the address is another name of the figure. */
    private String told(Figure figure, Dataset dataset) {
        String tree = String.join("\n", Explanation.of(figure, dataset));
        return address.equals(figure.address()) ? tree : address + " stands for " + figure.address() + "\n" + tree;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        Numbers numbers = Numbers.read(new SourceTree(surroundings.resolve(project), findings), findings);
        if (findings.hasErrors()) {
            for (Finding finding : findings.sorted()) {
                spec.commandLine().getErr().println(finding);
            }
            return Main.FINDINGS;
        }
        Optional<String> tree = numbers.figures().find(address).map(figure -> told(figure, numbers.dataset()));
        if (tree.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("plainfact: there is no figure \"" + address + "\""
                            + Nearest.to(address, numbers.figures().addresses())
                                    .map(nearest -> "; did you mean \"" + nearest + "\"?")
                                    .orElse(""));
            return Main.USAGE;
        }
        spec.commandLine().getOut().println(tree.get());
        return 0;
    }
}
