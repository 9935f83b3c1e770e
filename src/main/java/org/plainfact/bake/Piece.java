package org.plainfact.bake;

import java.util.Optional;
import org.plainfact.memo.Asking;
import org.plainfact.source.Findings;

/**
 * A file that is delivered beside the site.
 *
 * @param path relative to the folder it is delivered to, with {@code /}
 * @param basis what it is made from, as a value: with what is looked up it decides every byte and every finding
 */
public record Piece(String path, Object basis, Making making) {
    /**
     * The bytes of a piece that was made before without a fault.
     *
     * @throws IllegalStateException where it has one now
     */
    byte[] again(Asking asking) {
        return making.bytes(asking, new Findings())
                .orElseThrow(() -> new IllegalStateException("cannot be made again: " + path));
    }

    /** Makes the bytes. From any thread; the same each time. */
    public interface Making {
        /**
         * Empty after a finding.
         *
         * @param asking to be asked for all that is not in the basis
         */
        Optional<byte[]> bytes(Asking asking, Findings findings);
    }
}
