package org.plainfact.bake;

import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Digests;
import org.plainfact.source.Look;

/** The site that an earlier build left in its output folder. */
public final class LastSite {
    private LastSite() {}

    /** Its files by path; none where there is no site of ours. A file that was altered since cannot be read. */
    public static Map<String, Proof> in(Path output) {
        return new Lying(output, Manifest.of(output).files());
    }

    /** Each is described when somebody asks for it: a preview holds them as long as it stays. */
    private static final class Lying extends AbstractMap<String, Proof> {
        private final Path output;
        private final Map<String, Manifest.Stamp> stamps;

        Lying(Path output, Map<String, Manifest.Stamp> stamps) {
            this.output = output;
            this.stamps = stamps;
        }

        @Override
        public @Nullable Proof get(@Nullable Object path) {
            return path instanceof String text ? proof(text, stamps.get(text)) : null;
        }

        private @Nullable Proof proof(String path, Manifest.@Nullable Stamp stamp) {
            if (stamp == null) {
                return null;
            }
            Path file = output.resolve(path);
            return new Proof(path, stamp.sha256(), stamp.size(), () -> Proofs.unchanged(file, stamp));
        }

        @Override
        public boolean containsKey(@Nullable Object path) {
            return path instanceof String text && stamps.containsKey(text);
        }

        @Override
        public Set<Entry<String, Proof>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Proof>> iterator() {
                    return stamps.keySet().stream()
                            .map(path -> Map.entry(path, Objects.requireNonNull(get(path))))
                            .iterator();
                }

                @Override
                public int size() {
                    return stamps.size();
                }
            };
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
