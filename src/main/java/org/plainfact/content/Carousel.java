package org.plainfact.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.source.SourceSpan;

/**
 * What an author wrote in place of the carousel that is made from an article: {@code <article>.carousel.md} beside it. It
 * is no page of the site.
 *
 * @param path of the file, relative to the project
 * @param article path of the article that it belongs to
 * @param slides in their order; none where the front matter alone is written
 * @param allowances of the whole file
 */
public record Carousel(String path, String article, Head head, List<Slide> slides, List<Allowance> allowances) {
    private static final String SUFFIX = ".carousel.md";

    public Carousel {
        slides = List.copyOf(slides);
        allowances = List.copyOf(allowances);
    }

    /** All that an author wrote in words: captions and slides. */
    public Stream<Body> bodies() {
        return Stream.of(
                        head.caption().stream(),
                        head.captions().values().stream(),
                        slides.stream()
                                .flatMap(slide -> slide.settings().stream()
                                        .flatMap(settings -> settings.options().values().stream())
                                        .map(Body.Option::inline)),
                        slides.stream().flatMap(slide -> slide.heading().stream()),
                        slides.stream().map(Slide::body))
                .flatMap(bodies -> bodies);
    }

    /** Whether a content file is one. */
    static boolean isOne(String path) {
        return path.endsWith(SUFFIX);
    }

    /** The article that a carousel of a path belongs to. */
    static String articleOf(String path) {
        return path.substring(0, path.length() - SUFFIX.length()) + ".md";
    }

    /**
     * What stands above the slides.
     *
     * @param caption Markdown, in place of the one that is made from the article
     * @param captions by platform, in place of it there alone
     * @param hashtags without the sign; in place of the article's topics and tags
     * @param spans where each key stands
     */
    public record Head(
            Optional<Body> caption,
            Map<String, Body> captions,
            Optional<List<String>> hashtags,
            Map<String, SourceSpan> spans) {
        static final Head EMPTY = new Head(Optional.empty(), Map.of(), Optional.empty(), Map.of());

        /** The place of a key, or of the file where the key is not written. */
        public SourceSpan spanOf(String key, String path) {
            return spans.getOrDefault(key, SourceSpan.of(path));
        }
    }

    /**
     * What stands between two lines {@code ---}.
     *
     * @param settings the call <code>{slide} kind</code> with its options, where it is written
     * @param heading the first heading
     * @param body all else
     */
    public record Slide(Optional<Body.Part.Directive> settings, Optional<Body> heading, Body body, SourceSpan span) {}
}
