package org.plainfact.preview;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
}
