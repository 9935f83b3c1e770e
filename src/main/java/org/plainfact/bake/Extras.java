package org.plainfact.bake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        public Optional<Origin> origin(String path) {
            return Optional.empty();
        }

        @Override
        public void tell(Findings findings) {}
    };

    /** What is made, on all cores. */
    List<Piece> pieces();

    List<Copy> copies();

    /** Where a piece comes from, by its path. */
    Optional<Origin> origin(String path);

    /** Tells what was found while all pieces were made, once. */
    void tell(Findings findings);

    /**
     * Where somebody who finds fault with a page would look.
     *
     * @param template path of what prints it, relative to the project
     * @param text path of the text that it shows, where it is that of one
     */
    record Origin(String template, Optional<String> text) {
        /** @param names a path as findings write it */
        public Origin named(UnaryOperator<String> names) {
            return new Origin(template, text.map(names));
        }
    }

    /**
     * A file of the project that is published as it is.
     *
     * @param path relative to the output, with {@code /}
     * @param sha256 in hexadecimal
     */
    record Copy(String path, Path source, String sha256, long size) {}
}
