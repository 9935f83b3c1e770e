package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plainfact.Main.Surroundings;
import org.plainfact.bake.LastSite;
import org.plainfact.figure.Recount;
import org.plainfact.publish.Entry;
import org.plainfact.publish.FolderPlace;
import org.plainfact.publish.Manifest;
import org.plainfact.publish.Place;
import org.plainfact.publish.Verification;
import org.plainfact.publish.WebPlace;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact verify}: whether a site is whole, and its figures come out of their inputs. */
@Command(
        name = "verify",
        description = "Compute every hash and every figure of a published site again, and name what differs.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "DIR|URL",
            description = "A folder that was built or published to, or the address of a front page.")
    private String where = "";

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings();
        try (Place place = place();
                Progress progress = Progress.on(surroundings.terminal(), "files")) {
            Optional<Verification> built = built(place);
            Optional<Verification> verification = built.isPresent() ? built : Verification.of(place, findings);
            if (verification.isEmpty()) {
                return end(findings.sorted(), "nothing was verified");
            }
            Verification.Result files = verification.get().run(progress::show);
            Optional<Recount.Result> figures = files.ledger().map(VerifyCommand::recount);
            List<Finding> all = new ArrayList<>(files.findings());
            figures.ifPresent(result -> all.addAll(result.findings()));
            return end(all, summary(verification.get().manifest(), figures));
        }
    }

    private Place place() {
        if (where.matches("(?i)https?://.*")) {
            try {
                return new WebPlace(URI.create(where));
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        return FolderPlace.of(surroundings.folder(Path.of(where), spec.commandLine()));
    }

    /** What a build wrote has the manifest of the build; the one that readers get is made when it is published. */
    private static Optional<Verification> built(Place place) {
        if (!(place instanceof FolderPlace folder)) {
            return Optional.empty();
        }
        List<Entry> entries = LastSite.in(folder.root()).values().stream()
                .map(proof -> Entry.of(proof.path(), proof.sha256(), proof.size()))
                .toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Verification(place, Manifest.of(entries)));
    }

    private static Recount.Result recount(byte[] ledger) {
        return Recount.of(new SourceFile("figures.json", new String(ledger, UTF_8)));
    }

    private int end(List<Finding> findings, String summary) {
        Terminal.findings(findings, spec.commandLine().getErr());
        spec.commandLine().getOut().println(summary + "; " + differences(findings));
        return findings.isEmpty() ? 0 : Main.FINDINGS;
    }

    private static String differences(List<Finding> findings) {
        return findings.isEmpty() ? "nothing differs" : Terminal.counted(findings.size(), "difference");
    }

    private static String summary(Manifest manifest, Optional<Recount.Result> figures) {
        return Terminal.counted(manifest.files().size(), "file") + ", "
                + figures.map(result -> Terminal.counted(result.figures(), "figure") + " (" + result.computed()
                                + " computed again)")
                        .orElse("no figures");
    }
}
