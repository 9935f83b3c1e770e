package org.plainfact.site;

import java.util.List;
import java.util.stream.Stream;

/** The faces of all pages that authors wrote, each kind in the order of its lists. */
record Faces(List<Face> articles, List<Face> pages, List<Face> questions, List<Face> terms) {
    Stream<Face> all() {
        return Stream.of(articles, pages, questions, terms).flatMap(List::stream);
    }
}
