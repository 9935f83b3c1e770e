package org.plainfact.site;

import java.util.List;
import java.util.Map;

/**
 * What {@code jbake.properties} says of the site.
 *
 * @param baseUrl where the site will stand, without a slash at the end: {@code https://example.org/sub}
 * @param navigation the links of the header, in order
 * @param policy the Content-Security-Policy of its pages; empty for none
 * @param disclaimer the sentence at the foot of every page; empty for none
 * @param recordPages collections that get a page for each record
 * @param articlesPerPage of the paginated index
 * @param drafts whether drafts are shown
 * @param future whether what is dated after {@code today} is shown
 * @param today ISO date that decides what is scheduled
 * @param other every key of the configuration, for templates
 */
public record Settings(
        String title,
        String tagline,
        String description,
        String baseUrl,
        String language,
        String publisher,
        List<Link> navigation,
        List<Link> footer,
        String disclaimer,
        String policy,
        List<String> recordPages,
        int articlesPerPage,
        boolean drafts,
        boolean future,
        String today,
        Map<String, String> other) {
    public Settings {
        navigation = List.copyOf(navigation);
        footer = List.copyOf(footer);
        recordPages = List.copyOf(recordPages);
        other = Map.copyOf(other);
        if (articlesPerPage < 1) {
            throw new IllegalArgumentException("articles per page: " + articlesPerPage);
        }
    }

    /** The same settings for every day, drafts and what is scheduled left out. */
    Settings standing() {
        return new Settings(
                title,
                tagline,
                description,
                baseUrl,
                language,
                publisher,
                navigation,
                footer,
                disclaimer,
                policy,
                recordPages,
                articlesPerPage,
                false,
                false,
                "",
                other);
    }

    /** Words that Plainfact says of itself: {@code label.NAME} of the configuration, else English ones. */
    public String label(String name) {
        return new Labels(other).get(name);
    }

    /** The path part of {@link #baseUrl}, without a slash at the end: empty or {@code /sub}. */
    public String basePath() {
        String path = java.net.URI.create(baseUrl).getRawPath();
        return path == null ? "" : path;
    }
}
