package org.plainfact.preview;

import java.nio.file.Path;
import java.util.Set;

/**
 * What one burst of saves changed.
 *
 * @param paths absolute paths of the files that came, went, or hold something else than before
 * @param all that anything may have changed, so that the whole folder is to be read again; {@code paths} is then empty
 */
public record Changes(Set<Path> paths, boolean all) {
    static final Changes EVERYTHING = new Changes(Set.of(), true);

    public Changes {
        paths = Set.copyOf(paths);
        if (all != paths.isEmpty()) {
            throw new IllegalArgumentException("either some paths have changed or anything may have: " + paths);
        }
    }
}
