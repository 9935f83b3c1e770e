package org.plainfact.site;

import java.util.Optional;

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
}
