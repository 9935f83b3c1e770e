package org.plainfact.preview;

import java.util.List;

/**
 * What the preview shows at one moment: the last good site and what is wrong with the project now. Immutable.
 *
 * @param basePath where the site stands on its host: empty for its root, else such as {@code /sub}
 * @param site without any file as long as there has been no good build
 * @param reports with an error among them they are laid over every page
 * @param unpublished what {@code /_plainfact/drafts} lists
 * @param carousels what {@code /_plainfact/carousels/} shows: its first page is {@code index.html}; each is made when it is
 *     asked for, and its paths are those that were
 */
public record View(
        String basePath,
        Files site,
        List<Report> reports,
        List<Unpublished> unpublished,
        Files carousels,
        Explain explain) {
    public View {
        if (!basePath.isEmpty() && !basePath.matches("(/[^/?#\\s]+)+")) {
            throw new IllegalArgumentException("a base path is empty or like /sub: " + basePath);
        }
        reports = List.copyOf(reports);
        unpublished = List.copyOf(unpublished);
    }

    /** Of a site without carousels. */
    public View(String basePath, Files site, List<Report> reports, List<Unpublished> unpublished, Explain explain) {
        this(basePath, site, reports, unpublished, Files.NONE, explain);
    }
}
