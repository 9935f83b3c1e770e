package org.plainfact.memo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.source.Finding;

/**
 * What a piece of work came to.
 *
 * @param key what it was made from
 * @param told what it looked up, and what it was told
 * @param findings told along with it; only where it looked nothing up, so that they follow from the key alone
 * @param value {@link Optional} for the sake of the stored form, which has no null
 */
record Result(Object key, Map<Lookup<?>, Fingerprint> told, List<Finding> findings, Optional<Object> value) {}
