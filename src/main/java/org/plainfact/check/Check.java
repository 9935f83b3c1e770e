package org.plainfact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.content.Allowance;
import org.plainfact.content.Article;
import org.plainfact.content.Carousel;
import org.plainfact.content.Passage;
import org.plainfact.directive.Library;
import org.plainfact.memo.Asking;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.page.Vague;
import org.plainfact.site.Site;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** Looks at the words of a site. */
public final class Check {
    private static final Drawer DRAWER = new Drawer("checked-texts", true, true);
    private static final Drawer ALLOWANCES = new Drawer("allowances", true, false);
    private static final Drawer ALLOWED = new Drawer("allowed", true, false);

    private final Styles styles;
    private final Site site;
    private final List<Article> articles;
    private final List<Carousel> carousels;
    private final boolean english;
    private final Syllables syllables = new Syllables();

    /**
     * @param carousels all that were read; those of articles that the site does not show are left alone
     */
    public Check(Styles styles, Site site, List<Carousel> carousels) {
        this.styles = styles;
        this.site = site;
        this.english = Vague.isEnglish(site.settings().language());
        this.articles = site.texts();
        this.carousels = carousels.stream()
                .filter(carousel -> site.routes().find(carousel.article()).isPresent())
                .toList();
    }

    /**
     * Tells what is wrong with the texts. Those that are as they were in an earlier build are not looked at again.
     *
     * @param disclaimer where the sentence at the foot of every page is written
     * @param session the one that the site was put together in
     */
    public Review tell(SourceSpan disclaimer, Session session, Findings findings) {
        Review review = new Review(Stream.concat(
                        allowances(session).stream(),
                        carousels.stream().flatMap(carousel -> carousel.allowances().stream()))
                .toList());
        Session.Row row = new Session.Row(DRAWER, "articles", articles, List.of(styles.print(), english));
        List<List<Flaw>> ofArticles = session.recallAll(row, position -> flaws(articles.get(position), session));
        Stream<Flaw> ofCarousels = carousels.stream()
                .flatMap(
                        carousel -> session
                                .recall(
                                        DRAWER,
                                        carousel.path(),
                                        key(carousel, session),
                                        asking -> flaws(carousel, asking))
                                .stream());
        Library library = session.world().part(Library.class);
        List<Finding> found = new ArrayList<>();
        ofArticles.forEach(flaws -> flaws.forEach(flaw -> found.add(flaw.told(library))));
        ofCarousels.forEach(flaw -> found.add(flaw.told(library)));
        found.addAll(ofDisclaimer(disclaimer));
        review.tell(found, findings);
        return review;
    }

    /** The texts of a file, and what is known of them beside what styles say. */
    private record Reading(List<Prose> texts, Access access) {}

    private List<Allowance> allowances(Session session) {
        List<List<Allowance>> ofArticles =
                session.recallAll(new Session.Row(ALLOWANCES, "", articles, ""), position -> {
                    Article article = articles.get(position);
                    return Session.Wanted.of(article.path(), article, reads -> article.allowances());
                });
        return session.recall(
                ALLOWED,
                "",
                ofArticles,
                reads -> ofArticles.stream().flatMap(List::stream).toList());
    }

    private Session.Wanted<List<Flaw>> flaws(Article article, Session session) {
        return Session.Wanted.of(article.path(), key(article, session), asking -> {
            List<Prose> texts = Texts.of(article, asking);
            return flaws(new Reading(texts, Access.of(article, texts, english)));
        });
    }

    private List<Flaw> flaws(Carousel carousel, Asking asking) {
        List<Prose> texts = Texts.of(carousel, asking);
        return flaws(new Reading(texts, Access.of(carousel, texts, english)));
    }

    private Object key(Object source, Session session) {
        return List.of(session.alike(DRAWER, source), styles.print(), english);
    }

    private List<Flaw> flaws(Reading reading) {
        List<Prose> texts = reading.texts;
        List<Flaw> flaws = new ArrayList<>();
        reading.access.findings().forEach(finding -> flaws.add(new Flaw(finding, Optional.empty())));
        Numbers numbers = new Numbers(styles.numbers());
        texts.forEach(text -> flaws.addAll(numbers.of(text)));
        List<Scan.Seen> seen = texts.stream()
                .map(text -> Scan.Seen.of(text, styles.vocabulary()))
                .toList();
        for (Style style : styles.styles()) {
            new Scan(style, styles.vocabulary(), syllables)
                    .of(seen)
                    .forEach(finding -> flaws.add(new Flaw(finding, Optional.empty())));
        }
        return List.copyOf(flaws);
    }

    private List<Finding> ofDisclaimer(SourceSpan place) {
        String words = site.settings().disclaimer();
        Prose prose = Prose.of(
                new Passage(Passage.Kind.TEXT, false, List.of(new Passage.Run.Words(words, place))),
                "",
                call -> new Prose.Meaning.Words(""));
        return styles.styles().stream()
                .flatMap(style -> new Scan(style, styles.vocabulary(), syllables)
                        .ofDisclaimer(Scan.Seen.of(prose, styles.vocabulary())).stream())
                .toList();
    }
}
