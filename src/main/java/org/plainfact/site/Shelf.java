package org.plainfact.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** What decides where an article stands: newest first, then by slug. */
    private record Dated(String date, String slug, String path) implements Comparable<Dated> {
        private static final Comparator<Dated> ORDER = Comparator.comparing(Dated::date)
                .reversed()
                .thenComparing(Dated::slug)
                .thenComparing(Dated::path);

        static Dated of(Article article) {
            return new Dated(article.head().date().orElse(""), article.head().slug(), article.path());
        }

        @Override
        public int compareTo(Dated other) {
            return ORDER.compare(this, other);
        }
    }

    static Shelf of(List<Article> all, Settings settings, Order order) {
        Map<String, List<Article>> shown = new HashMap<>();
        List<Article> hidden = new ArrayList<>();
        for (Article article : all) {
            (shows(article, settings) ? shown.computeIfAbsent(article.type(), type -> new ArrayList<>()) : hidden)
                    .add(article);
        }
        return new Shelf(
                order.of("articles", ofType("article", shown), Dated::of, Comparator.naturalOrder()),
                byPath(ofType("question", shown)),
                ofType("term", shown).stream()
                        .sorted(Comparator.<Article, String>comparing(
                                        term -> Slug.of(term.head().title()))
                                .thenComparing(Article::path))
                        .toList(),
                byPath(ofType("page", shown)),
                byPath(hidden));
    }

    /** All that is shown: articles, pages, questions, terms. */
    Stream<Article> shown() {
        return Stream.of(articles, pages, questions, terms).flatMap(List::stream);
    }

    private static boolean shows(Article article, Settings settings) {
        boolean draft = article.head().status() == Article.Status.DRAFT;
        boolean scheduled = article.head().scheduledAfter(settings.today());
        return (!draft || settings.drafts()) && (!scheduled || settings.future());
    }

    private static List<Article> ofType(String type, Map<String, List<Article>> shown) {
        return shown.getOrDefault(type, List.of());
    }

    private static List<Article> byPath(List<Article> articles) {
        return articles.stream().sorted(Comparator.comparing(Article::path)).toList();
    }
}
