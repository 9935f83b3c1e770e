package org.plainfact.bake;

import java.lang.ref.SoftReference;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Digests;
import org.plainfact.source.Look;

/** The site that an earlier build left in its output folder. */
public final class LastSite {
    private LastSite() {}

    /** Its files by path; none where there is no site of ours. A file that was altered since cannot be read. */
    public static Map<String, Proof> in(Path output) {
        return new Lying(output);
    }

    /** Held by a preview as long as it stays, which seldom asks: what its manifest says is read again where memory ran short. */
    private static final class Lying extends Described {
        private final Path output;
        private SoftReference<SortedMap<String, Manifest.Stamp>> known = new SoftReference<>(null);

        Lying(Path output) {
            this.output = output;
        }

        private synchronized SortedMap<String, Manifest.Stamp> stamps() {
            SortedMap<String, Manifest.Stamp> stamps = known.get();
            if (stamps == null) {
                stamps = Manifest.of(output).files();
                known = new SoftReference<>(stamps);
            }
            return stamps;
        }

        @Override
        public @Nullable Proof get(@Nullable Object path) {
            return path instanceof String text ? proof(text, stamps().get(text)) : null;
        }

        private @Nullable Proof proof(String path, Manifest.@Nullable Stamp stamp) {
            if (stamp == null) {
                return null;
            }
            Path file = output.resolve(path);
            return new Proof(path, stamp.sha256(), stamp.size(), () -> Proofs.unchanged(file, stamp));
        }

        @Override
        public Set<String> keySet() {
            return Collections.unmodifiableSet(stamps().keySet());
        }
    }

    /**
     * Stands for the content of all files of ours in an output folder; empty where there is none, where one was altered or
     * is gone, or a build is at work there or was killed.
     */
    public static Optional<String> state(Path output) {
        Manifest manifest = Manifest.of(output);
        if (manifest.files().isEmpty()
                || Look.isThere(new OutputFolder(output).workshop(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        boolean intact = manifest.files().entrySet().parallelStream()
                .allMatch(file -> manifest.intact(output, file.getKey(), file.getValue()));
        return intact ? Optional.of(Digests.sha256(output.resolve(Manifest.NAME))) : Optional.empty();
    }
}
