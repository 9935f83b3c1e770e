package org.plainfact.publish;

import java.util.Optional;

/**
 * What readers get at the moment.
 *
 * @param manifest {@link Manifest#NONE} where nothing of ours is published
 * @param ledger the published {@code figures.json}, to tell which figures change
 */
public record Live(Manifest manifest, Optional<byte[]> ledger) {
    /** Where the figures of a site are published. */
    public static final String LEDGER = "figures.json";

    public static final Live NOTHING = new Live(Manifest.NONE, Optional.empty());
}
