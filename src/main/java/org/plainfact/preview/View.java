package org.plainfact.preview;

import java.util.List;

/**
 * What the preview shows at one moment: the last good site and what is wrong with the project now. Immutable.
 *
 * @param basePath where the site stands on its host: empty for its root, else such as {@code /sub}
 * @param site without any file as long as there has been no good build
 * @param told what is wrong: with an error among it, it is laid over every page; worked out when somebody asks
 * @param left what {@code /_plainfact/drafts} lists; worked out in the same way
 * @param carousels what {@code /_plainfact/carousels/} shows: its first page is {@code index.html}; each is made when it is
 *     asked for, and its paths are those that were
 */
public record View(
        String basePath,
        Files site,
        Once<List<Report>> told,
        Once<List<Unpublished>> left,
        Files carousels,
        Explain explain) {
    public View {
        if (!basePath.isEmpty() && !basePath.matches("(/[^/?#\\s]+)+")) {
            throw new IllegalArgumentException("a base path is empty or like /sub: " + basePath);
        }
    }

    List<Report> reports() {
        return told.get();
    }

    List<Unpublished> unpublished() {
        return left.get();
    }

    /** Of a site without carousels. */
    public View(String basePath, Files site, List<Report> reports, List<Unpublished> unpublished, Explain explain) {
        this(basePath, site, new Once<>(() -> reports), new Once<>(() -> unpublished), Files.NONE, explain);
    }
}
