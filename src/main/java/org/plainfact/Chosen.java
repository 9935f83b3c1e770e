package org.plainfact;

import java.util.List;
import java.util.Optional;
import org.plainfact.directive.Library;
import org.plainfact.social.Platform;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;

/**
 * The posts that somebody asked for.
 *
 * @param articles names, each once
 */
record Chosen(List<String> articles, List<Platform> platforms) {
    /**
     * @param told of the texts
     * @return empty where a text that is asked for has an error that kept it from being read
     * @throws UnknownName for what there is not
     */
    static Optional<Chosen> of(Build.Posts wanted, Build.Material material, List<Finding> told) {
        List<String> articles = material.sheets().carousels().articles();
        List<Platform> platforms = material.sheets().platforms();
        List<String> ids = platforms.stream().map(Platform::id).toList();
        wanted.platforms().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw new UnknownName("platform", id, Optional.empty(), ids);
        });
        List<String> names =
                wanted.articles().stream().map(Chosen::name).distinct().toList();
        if (names.stream().anyMatch(name -> !articles.contains(name) && isFaulty(name, told))) {
            return Optional.empty();
        }
        return Optional.of(new Chosen(
                names.isEmpty()
                        ? articles
                        : names.stream()
                                .map(name -> known(name, articles, material))
                                .toList(),
                platforms.stream()
                        .filter(platform -> wanted.platforms().isEmpty()
                                || wanted.platforms().contains(platform.id()))
                        .toList()));
    }

    private static boolean isFaulty(String name, List<Finding> told) {
        return told.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .anyMatch(finding -> name(finding.span().path()).equals(name));
    }

    /** An article may be named by its file. */
    private static String name(String written) {
        return written.substring(written.lastIndexOf('/') + 1).replaceFirst("(\\.carousel)?\\.md$", "");
    }

    private static String known(String name, List<String> articles, Build.Material material) {
        if (articles.contains(name)) {
            return name;
        }
        Optional<String> why = material.articles().stream()
                .filter(article -> article.type().equals("article"))
                .filter(article -> article.head().slug().equals(name))
                .filter(article -> material.site().routes().find(article.path()).isEmpty())
                .map(Library::whyHidden)
                .findFirst();
        throw new UnknownName("article", name, why, articles);
    }
}
