package org.plainfact.publish;

import java.io.IOException;
import java.util.Optional;

/**
 * What readers get at the moment.
 *
 * @param manifest {@link Manifest#NONE} where nothing of ours is published
 * @param ledger the published {@code figures.json}, to tell which figures change
 */
public record Live(Manifest manifest, Ledger ledger) {
    /** Where the figures of a site are published. */
    public static final String LEDGER = "figures.json";

    public static final Live NOTHING = new Live(Manifest.NONE, Optional::empty);

    /** Read only where something is asked of it: it can be large, and far away. */
    public interface Ledger {
        /** Empty where there is none. */
        Optional<byte[]> read() throws IOException;
    }
}
