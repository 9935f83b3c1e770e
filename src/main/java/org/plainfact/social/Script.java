package org.plainfact.social;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Carousel;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Expansion;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Reads;
import org.plainfact.memo.Session;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/**
 * A {@code .carousel.md} with its roles and directives expanded.
 *
 * @param caption paragraphs in place of the caption that is made
 * @param captions the same by platform
 */
public record Script(
        Carousel source, List<Part> slides, Optional<List<Block>> caption, Map<String, List<Block>> captions) {
    private static final Drawer DRAWER = new Drawer("carousel-scripts", true, false);

    public Script {
        slides = List.copyOf(slides);
    }

    /**
     * One slide as it is written.
     *
     * @param settings the call <code>{slide}</code>, where it is written
     * @param alt in place of the words that are made
     */
    public record Part(
            Optional<Body.Part.Directive> settings,
            Optional<List<Inline>> heading,
            List<Block> body,
            Optional<List<Inline>> alt,
            SourceSpan span) {
        Optional<Body.Option> option(String name) {
            return settings.flatMap(call -> call.option(name));
        }
    }

    /**
     * The scripts of articles that a site shows, by the path of the article. What they name and is not there is told.
     *
     * @param session the one that the site was put together in
     */
    public static Map<String, Script> readAll(
            List<Carousel> carousels, List<Article> articles, Site site, Session session, Findings findings) {
        Map<String, Script> scripts = new LinkedHashMap<>();
        for (Carousel carousel : carousels) {
            articles.stream()
                    .filter(article -> article.path().equals(carousel.article()))
                    .filter(article -> site.routes().find(article.path()).isPresent())
                    .findFirst()
                    .ifPresent(article -> scripts.put(
                            article.path(),
                            session.recall(
                                    DRAWER,
                                    carousel.path(),
                                    List.of(carousel, article),
                                    findings,
                                    (reads, found) -> of(carousel, article, reads, found))));
        }
        return scripts;
    }

    private static Script of(Carousel carousel, Article article, Reads reads, Findings findings) {
        Expansion page = new Expansion(reads, findings);
        List<Part> slides = carousel.slides().stream()
                .map(slide -> part(slide, article, page))
                .toList();
        Map<String, List<Block>> captions = new LinkedHashMap<>();
        carousel.head().captions().forEach((platform, body) -> captions.put(platform, page.blocks(article, body)));
        return new Script(
                carousel, slides, carousel.head().caption().map(body -> page.blocks(article, body)), captions);
    }

    private static Part part(Carousel.Slide slide, Article article, Expansion page) {
        return new Part(
                slide.settings(),
                slide.heading().map(heading -> page.inlines(article, heading)),
                page.blocks(article, slide.body()),
                slide.settings().flatMap(call -> call.option("alt")).map(alt -> page.inlines(article, alt.inline())),
                slide.span());
    }
}
