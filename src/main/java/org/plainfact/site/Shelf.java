package org.plainfact.site;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;

/**
 * The content files of a build, sorted.
 *
 * @param articles newest first, then by slug
 * @param questions by file
 * @param terms by title
 * @param pages by file
 * @param hidden drafts and what is scheduled, where the build does not show them; by file
 * @param shown all that is shown: articles, pages, questions, terms
 * @param texts the same, by file
 */
record Shelf(
        List<Article> articles,
        List<Article> questions,
        List<Article> terms,
        List<Article> pages,
        List<Article> hidden,
        List<Article> shown,
        List<Article> texts) {
    private static final Drawer PLACES = new Drawer("shelf-places", true, false);
    private static final Drawer DRAWER = new Drawer("shelf", true, false);

    /**
     * What decides whether and where a text stands.
     *
     * @param title as it is sorted by
     */
    private record Place(String type, boolean shown, String date, String slug, String title, String path) {
        private static final Comparator<Place> BY_DATE = Comparator.comparing(Place::date)
                .reversed()
                .thenComparing(Place::slug)
                .thenComparing(Place::path);

        private static final Comparator<Place> BY_TITLE =
                Comparator.comparing(Place::title).thenComparing(Place::path);

        private static final Comparator<Place> BY_FILE = Comparator.comparing(Place::path);

        static Place of(Article article, Showing showing) {
            return new Place(
                    article.type(),
                    showing.shows(article),
                    article.head().date().orElse(""),
                    article.head().slug(),
                    article.type().equals("term") ? Slug.of(article.head().title()) : "",
                    article.path());
        }
    }

    /** What decides which texts a build shows. */
    private record Showing(String today, boolean drafts, boolean future) {
        boolean shows(Article article) {
            boolean draft = article.head().status() == Article.Status.DRAFT;
            boolean scheduled = article.head().scheduledAfter(today);
            return (!draft || drafts) && (!scheduled || future);
        }
    }

    /** What texts are made from. */
    private record Key(Article article, Showing showing) {}

    /** Where the texts of a shelf stand among all: while none stands elsewhere, nothing is sorted again. */
    private static final class Order {
        private final List<Place> places;
        private final int[] articles;
        private final int[] questions;
        private final int[] terms;
        private final int[] pages;
        private final int[] hidden;
        private final int[] shown;
        private final int[] texts;

        Order(List<Place> places) {
            this.places = places;
            articles = shown("article", Place.BY_DATE);
            questions = shown("question", Place.BY_FILE);
            terms = shown("term", Place.BY_TITLE);
            pages = shown("page", Place.BY_FILE);
            hidden = sorted(place -> !place.shown, Place.BY_FILE);
            shown = Stream.of(articles, pages, questions, terms)
                    .flatMapToInt(Arrays::stream)
                    .toArray();
            texts = sorted(Arrays.stream(shown), Place.BY_FILE);
        }

        private int[] shown(String type, Comparator<Place> order) {
            return sorted(place -> place.shown && place.type.equals(type), order);
        }

        private int[] sorted(Predicate<Place> which, Comparator<Place> order) {
            return sorted(
                    IntStream.range(0, places.size()).filter(position -> which.test(places.get(position))), order);
        }

        private int[] sorted(IntStream positions, Comparator<Place> order) {
            return positions
                    .boxed()
                    .sorted((a, b) -> order.compare(places.get(a), places.get(b)))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    static Shelf of(List<Article> all, Settings settings, Session session) {
        Showing showing = new Showing(settings.today(), settings.drafts(), settings.future());
        Session.Row row = new Session.Row(PLACES, "", all, showing);
        List<Place> places = session.recallAll(row, position -> {
            Article article = all.get(position);
            return Session.Wanted.of(article.path(), new Key(article, showing), reads -> Place.of(article, showing));
        });
        Order order = session.recall(DRAWER, "", places, reads -> new Order(places));
        return new Shelf(
                at(order.articles, all),
                at(order.questions, all),
                at(order.terms, all),
                at(order.pages, all),
                at(order.hidden, all),
                at(order.shown, all),
                at(order.texts, all));
    }

    private static List<Article> at(int[] positions, List<Article> all) {
        Article[] there = new Article[positions.length];
        for (int i = 0; i < there.length; i++) {
            there[i] = all.get(positions[i]);
        }
        return List.of(there);
    }
}
