package org.plainfact.data;

import org.plainfact.source.SourceSpan;

/**
 * Until when a value may be relied on without looking at it again.
 *
 * @param date ISO date, month or year: good to the end of it
 * @param span where that is written
 */
public record BestBefore(String date, SourceSpan span) {}
