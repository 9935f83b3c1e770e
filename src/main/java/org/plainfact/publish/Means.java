package org.plainfact.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a target needs of its surroundings.
 *
 * @param project absolute; relative paths of targets begin there
 * @param taken absolute folders of the project that no target may be in: its sources and its output
 * @param caches where to keep what can be fetched again
 * @param now the time that commits carry
 */
public record Means(Path project, Collection<Path> taken, Optional<Path> caches, Instant now) {
    public Means {
        taken = List.copyOf(taken);
    }
}
