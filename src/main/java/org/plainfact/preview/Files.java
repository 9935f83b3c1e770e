package org.plainfact.preview;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a site at one moment, by path relative to the output, such as {@code articles/x/index.html}. Safe to use from
 * several threads.
 */
public interface Files {
    /** No files. */
    Files NONE = new Files() {
        @Override
        public Optional<File> find(String path) {
            return Optional.empty();
        }

        @Override
        public Collection<String> paths() {
            return List.of();
        }
    };

    Optional<File> find(String path);

    Collection<String> paths();

    /** Paths of files that are not as they were in others, have come or have gone. */
    default Set<String> changedSince(Files before) {
        return Stream.of(paths(), before.paths())
                .flatMap(Collection::stream)
                .filter(path ->
                        !find(path).map(File::sha256).equals(before.find(path).map(File::sha256)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
