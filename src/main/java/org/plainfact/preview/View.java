package org.plainfact.preview;

import java.util.List;

/**
 * What the preview shows at one moment: the last good site and what is wrong with the project now. Immutable.
 *
 * @param basePath where the site stands on its host: empty for its root, else such as {@code /sub}
 * @param site without any file as long as there has been no good build
 * @param reports with an error among them they are laid over every page
 * @param unpublished what {@code /_plainfact/drafts} lists
 */
public record View(String basePath, Files site, List<Report> reports, List<Unpublished> unpublished, Explain explain) {
    public View {
        if (!basePath.isEmpty() && !basePath.matches("(/[^/?#\\s]+)+")) {
            throw new IllegalArgumentException("a base path is empty or like /sub: " + basePath);
        }
        reports = List.copyOf(reports);
        unpublished = List.copyOf(unpublished);
    }
}
