package org.plainfact.check;

import java.util.List;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Carousel;
import org.plainfact.site.Routes;

/** Looks at the words of a site. */
public final class Check {
    private final List<Article> articles;
    private final List<Carousel> carousels;

    /**
     * @param articles all that were read; those that the site does not show are left alone
     * @param carousels the same
     */
    public Check(List<Article> articles, List<Carousel> carousels, Routes routes) {
        this.articles = articles.stream()
                .filter(article -> routes.find(article.path()).isPresent())
                .toList();
        this.carousels = carousels.stream()
                .filter(carousel -> routes.find(carousel.article()).isPresent())
                .toList();
    }

    /** What the texts let stand. */
    public Review review() {
        return new Review(Stream.concat(
                        articles.stream().flatMap(article -> article.allowances().stream()),
                        carousels.stream().flatMap(carousel -> carousel.allowances().stream()))
                .toList());
    }
}
