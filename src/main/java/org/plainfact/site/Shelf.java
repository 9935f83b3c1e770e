package org.plainfact.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plainfact.content.Article;

/**
 * The content files of a build, sorted.
 *
 * @param articles newest first, then by slug
 * @param questions by file
 * @param terms by title
 * @param pages by file
 * @param hidden drafts and what is scheduled, where the build does not show them
 */
record Shelf(
        List<Article> articles,
        List<Article> questions,
        List<Article> terms,
        List<Article> pages,
        List<Article> hidden) {
    private static final Comparator<Article> BY_DATE = Comparator.<Article, String>comparing(
                    article -> article.head().date().orElse(""))
            .reversed()
            .thenComparing(article -> article.head().slug())
            .thenComparing(Article::path);

    static Shelf of(List<Article> all, Settings settings) {
        List<Article> shown = new ArrayList<>();
        List<Article> hidden = new ArrayList<>();
        all.forEach(article -> (shows(article, settings) ? shown : hidden).add(article));
        return new Shelf(
                ofType("article", shown, BY_DATE),
                ofType("question", shown, Comparator.comparing(Article::path)),
                ofType(
                        "term",
                        shown,
                        Comparator.<Article, String>comparing(
                                        term -> Slug.of(term.head().title()))
                                .thenComparing(Article::path)),
                ofType("page", shown, Comparator.comparing(Article::path)),
                hidden.stream().sorted(Comparator.comparing(Article::path)).toList());
    }

    /** All that is shown: articles, pages, questions, terms. */
    Stream<Article> shown() {
        return Stream.of(articles, pages, questions, terms).flatMap(List::stream);
    }

    private static boolean shows(Article article, Settings settings) {
        boolean draft = article.head().status() == Article.Status.DRAFT;
        boolean scheduled = article.head()
                .date()
                .filter(date -> date.compareTo(settings.today()) > 0)
                .isPresent();
        return (!draft || settings.drafts()) && (!scheduled || settings.future());
    }

    private static List<Article> ofType(String type, List<Article> all, Comparator<Article> order) {
        return all.stream()
                .filter(article -> article.type().equals(type))
                .sorted(order)
                .toList();
    }
}
