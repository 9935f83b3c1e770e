package org.plainfact.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a target needs of its surroundings.
 *
 * @param project absolute; relative paths of targets begin there
 * @param caches where to keep what can be fetched again
 * @param now the time that commits carry
 */
public record Means(Path project, Optional<Path> caches, Instant now) {}
