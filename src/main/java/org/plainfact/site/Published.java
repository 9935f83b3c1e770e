package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Files that are published as they are, such as pictures and downloads. */
public interface Published {
    /** No files are known, so links to files are not checked. */
    Published UNKNOWN = new Published() {
        @Override
        public Optional<Route> find(String written, String from) {
            return Optional.empty();
        }

        @Override
        public boolean has(Route route) {
            String last = route.path().substring(route.path().lastIndexOf('/'));
            return last.contains(".") && !last.endsWith(".md");
        }
    };

    /**
     * Where a file is published.
     *
     * @param written the path in an article, decoded: below the asset folder, or relative to the article's file
     * @param from path of the article's file
     */
    Optional<Route> find(String written, String from);

    boolean has(Route route);

    /** How a picture is shown; empty where its size is not known. As {@link #find} names it. */
    default Optional<Shown> picture(String written, String from) {
        return Optional.empty();
    }

    /**
     * A picture that is published.
     *
     * @param width in pixels
     * @param copies smaller ones of the same, as WebP, by width
     */
    record Shown(Route route, int width, int height, List<Copy> copies) {
        public Shown {
            copies = List.copyOf(copies);
        }

        public record Copy(Route route, int width) {}

        /** The attribute {@code srcset} of the copies; empty for none. */
        public String srcset(Function<Route, String> link) {
            return copies.stream()
                    .map(copy -> link.apply(copy.route()) + " " + copy.width() + "w")
                    .collect(Collectors.joining(", "));
        }
    }
}
