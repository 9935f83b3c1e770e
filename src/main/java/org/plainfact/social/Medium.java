package org.plainfact.social;

import java.util.Optional;
import org.plainfact.memo.Asking;
import org.plainfact.source.Findings;

/**
 * A file of a post that is drawn: a picture of a slide, or a document of all.
 *
 * @param file relative to the folder of the post
 * @param basis what it is drawn from, as a value: with what is looked up it decides every byte and every finding
 */
public record Medium(String file, Object basis, Drawing drawing) {
    /** Draws it. From any thread; the same bytes each time. */
    public interface Drawing {
        /**
         * Empty after a finding that there is nothing to draw.
         *
         * @param findings of what does not fit or cannot be read
         */
        Optional<byte[]> draw(Asking asking, Findings findings);
    }
}
