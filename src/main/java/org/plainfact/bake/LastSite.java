package org.plainfact.bake;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plainfact.source.Digests;

/** The site that an earlier build left in its output folder. */
public final class LastSite {
    private LastSite() {}

    /** Its files by path; none where there is no site of ours. A file that was altered since cannot be read. */
    public static Map<String, Proof> in(Path output) {
        Map<String, Proof> files = new HashMap<>();
        Manifest.of(output).files().forEach((path, stamp) -> {
            Path file = output.resolve(path);
            files.put(path, new Proof(path, stamp.sha256(), stamp.size(), () -> Proofs.unchanged(file, stamp)));
        });
        return files;
    }

    /**
     * Stands for the content of all files of ours in an output folder; empty where there is none, where one was altered or
     * is gone, or a build is at work there or was killed.
     */
    public static Optional<String> state(Path output) {
        Manifest manifest = Manifest.of(output);
        if (manifest.files().isEmpty()
                || Files.exists(new OutputFolder(output).workshop(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        boolean intact = manifest.files().entrySet().parallelStream()
                .allMatch(file -> manifest.intact(output, file.getKey(), file.getValue()));
        return intact ? Optional.of(Digests.sha256(output.resolve(Manifest.NAME))) : Optional.empty();
    }
}
