package org.plainfact.bake;

import java.nio.file.Path;
import java.util.List;
import org.plainfact.source.Findings;

/**
 * Files of a site that are made by other rules than its pages, and published with them as one. Their paths are apart from each
 * other: none is another's, or a folder on the way to another.
 */
public interface Extras {
    Extras NONE = new Extras() {
        @Override
        public List<Piece> pieces() {
            return List.of();
        }

        @Override
        public List<Copy> copies() {
            return List.of();
        }

        @Override
        public void tell(Findings findings) {}
    };

    /** What is made, on all cores. */
    List<Piece> pieces();

    List<Copy> copies();

    /** Tells what was found while all pieces were made, once. */
    void tell(Findings findings);

    /**
     * A file of the project that is published as it is.
     *
     * @param path relative to the output, with {@code /}
     * @param sha256 in hexadecimal
     */
    record Copy(String path, Path source, String sha256, long size) {}
}
