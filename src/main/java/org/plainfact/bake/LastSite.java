package org.plainfact.bake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

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
}
