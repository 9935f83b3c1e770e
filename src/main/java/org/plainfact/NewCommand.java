package org.plainfact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plainfact.Main.Surroundings;
import org.plainfact.bake.Configuration;
import org.plainfact.site.Slug;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact new article|faq|term TITLE}: a file with its front matter filled in, as a draft. */
@Command(
        name = "new",
        description = "Start an article, a question or a term, as a draft.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Kind kind = Kind.article;

    @Parameters(index = "1", paramLabel = "TITLE", description = "The title, the question or the term.")
    private String title = "";

    @Option(names = "--in", paramLabel = "DIR", description = "The project's folder (default: this one).")
    private Path project = Path.of("");

    NewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** In lower case, since the constants are the words of the command line. */
    enum Kind {
        article(
                "articles",
                "description: One sentence that says what a reader will know afterwards.\n",
                "Write here.\n"),
        faq("faq", "topics: [general]\n", "Begin with the answer.\n"),
        term("glossary", "description: One sentence.\n", "Explain the term in plain words.\n");

        private final String folder;
        private final String keys;
        private final String text;

        Kind(String folder, String keys, String text) {
            this.folder = folder;
            this.keys = keys;
            this.text = text;
        }
    }

    @Override
    public Integer call() throws IOException {
        Path root = surroundings.resolve(project);
        Path content = contentFolder(root);
        if (title.isBlank()) {
            throw usage("the title is empty");
        }
        String slug = Slug.of(title);
        Path file = content.resolve(kind.folder).resolve(slug + ".md");
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw usage(root.relativize(file) + " exists already");
        }
        Files.createDirectories(file.getParent() == null ? root : file.getParent());
        Files.writeString(file, text(), StandardOpenOption.CREATE_NEW);
        spec.commandLine().getOut().println(root.relativize(file));
        return 0;
    }

    private Path contentFolder(Path root) {
        Findings findings = new Findings();
        return Configuration.read(
                        new SourceTree(root, findings),
                        new Configuration.Options(Optional.empty(), true, true, surroundings.today()),
                        findings)
                .map(configuration -> root.resolve(configuration.contentFolder()))
                .orElseThrow(() -> usage("there is no site in " + root + "; start one with: plainfact init DIR"));
    }

    private String text() {
        String quoted = "\"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return "---\ntitle: " + quoted + "\n" + kind.keys + "date: " + surroundings.today() + "\nstatus: draft\n---\n\n"
                + kind.text;
    }

    private CommandLine.ParameterException usage(String words) {
        return new CommandLine.ParameterException(spec.commandLine(), words);
    }
}
