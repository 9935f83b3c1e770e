package org.plainfact.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.check.Counts.Sentence;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Asked;
import org.plainfact.memo.Asking;
import org.plainfact.memo.Crew;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.page.Vague;
import org.plainfact.site.Site;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/**
 * How easily an English text is read, and found. Its rules suggest and never warn, so that a text is looked at only where
 * somebody asks for them.
 */
public final class Ease {
    /** Rules that no build looks at. */
    public static final Set<String> RULES =
            Set.of("hard-to-read", "long-sentence", "term-not-linked", "title-length", "description-length");

    private static final Drawer DRAWER = new Drawer("reading-ease", true, true);

    /** Words of a sentence; beyond it most readers begin anew: Cutts, Oxford Guide to Plain English, advises 15 to 20 on average. */
    private static final int LONG_SENTENCE = 40;

    /** Years of school: that of a reader who has finished it. */
    private static final double HIGHEST_GRADE = 12;

    /** A grade says nothing of a few sentences. */
    private static final int FEWEST_WORDS = 100;

    /** What lists of results show of a title and of a description, about. */
    private static final int LONGEST_TITLE = 65;

    private static final int SHORTEST_DESCRIPTION = 40;
    private static final int LONGEST_DESCRIPTION = 165;

    private final Article article;
    private final List<Prose> texts;
    private final Asking asking;
    private final List<Finding> found = new ArrayList<>();

    private Ease(Article article, List<Prose> texts, Asking asking) {
        this.article = article;
        this.texts = texts;
        this.asking = asking;
    }

    /**
     * Tells what could be read more easily. Texts that are as they were when they were last looked at are not looked at
     * again.
     *
     * @param articles all that were read; those that the site does not show are left alone
     * @param session the one that the site was put together in
     */
    public static void tell(Site site, List<Article> articles, Session session, Findings findings) {
        if (!Vague.isEnglish(site.settings().language())) {
            return;
        }
        Syllables syllables = new Syllables();
        List<Article> shown = articles.stream()
                .filter(article -> site.routes().find(article.path()).isPresent())
                .toList();
        Crew.map(
                        shown,
                        article -> session.recall(
                                DRAWER,
                                article.path(),
                                session.alike(DRAWER, article),
                                reads -> of(article, reads, syllables)))
                .forEach(told -> told.forEach(findings::add));
    }

    private static List<Finding> of(Article article, Asking asking, Syllables syllables) {
        List<Prose> texts = Texts.of(article, asking);
        Ease ease = new Ease(article, texts, asking);
        List<Sentence> sentences = Counts.sentences(texts);
        ease.lengths();
        ease.grade(Counts.of(texts, sentences, syllables));
        ease.sentences(sentences);
        if (!article.type().equals("term")) {
            ease.terms();
        }
        return List.copyOf(ease.found);
    }

    private void lengths() {
        int title = article.head().title().length();
        if (title > LONGEST_TITLE) {
            suggest(
                    "title-length",
                    article.head().spanOf("title", article.path()),
                    "the title has " + title + " characters; lists of results show about " + LONGEST_TITLE,
                    "put what matters first, and less behind it");
        }
        int description = Texts.of(article.head().description(), asking).stream()
                .mapToInt(prose -> prose.text().length())
                .sum();
        if (description > 0 && (description < SHORTEST_DESCRIPTION || description > LONGEST_DESCRIPTION)) {
            suggest(
                    "description-length",
                    article.head().spanOf("description", article.path()),
                    "the description has " + description + " characters; lists of results show " + SHORTEST_DESCRIPTION
                            + " to " + LONGEST_DESCRIPTION + " well",
                    "say in one or two sentences what the reader will know");
        }
    }

    private void grade(Map<String, Double> counts) {
        double words = counts.getOrDefault("words", 0.0);
        double grade = Counts.grade(counts);
        if (words >= FEWEST_WORDS && grade > HIGHEST_GRADE) {
            suggest(
                    "hard-to-read",
                    article.head().spanOf("title", article.path()),
                    String.format(
                            Locale.ROOT,
                            "the text reads at grade %.1f (Flesch–Kincaid): %.0f words in %.0f sentences, %.2f syllables a word",
                            grade,
                            words,
                            counts.getOrDefault("sentences", 0.0),
                            counts.getOrDefault("syllables", 0.0) / words),
                    "shorter sentences and everyday words bring it below " + Math.round(HIGHEST_GRADE));
        }
    }

    private void sentences(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            int words = sentence.words().size();
            if (words > LONG_SENTENCE) {
                suggest(
                        "long-sentence",
                        sentence.prose().at(sentence.start()),
                        "the sentence has " + words + " words",
                        "make two of it, or a list");
            }
        }
    }

    // ---- terms

    /** The first time that a term of the glossary is said, and no link of the text has led to it before. */
    private void terms() {
        List<Article.Reference> terms = asking.ask(new Asked.Terms());
        if (terms.isEmpty()) {
            return;
        }
        Map<String, Article.Reference> byTitle = new HashMap<>();
        terms.forEach(term -> byTitle.put(folded(term.title()), term));
        Pattern any = Pattern.compile(
                terms.stream()
                        .map(Article.Reference::title)
                        .sorted(Comparator.comparing(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}-])(", ")(?:s|es)?(?![\\p{L}\\p{N}-])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Map<String, SourceSpan> linked = linked();
        Set<String> seen = new HashSet<>();
        for (Prose prose : texts) {
            if (Counts.isRunning(prose)) {
                Matcher term = any.matcher(prose.without(prose.said()));
                while (term.find()) {
                    Article.Reference named = byTitle.get(folded(term.group(1)));
                    if (named != null && isSaid(named.title(), term.group(1)) && seen.add(named.id())) {
                        tell(named, prose.at(term.start()), linked);
                    }
                }
            }
        }
    }

    private void tell(Article.Reference term, SourceSpan at, Map<String, SourceSpan> linked) {
        SourceSpan link = linked.get(term.id());
        if (link == null || link.compareTo(at) > 0) {
            suggest(
                    "term-not-linked",
                    at,
                    "\"" + term.title() + "\" is a term of the glossary, and "
                            + (link == null ? "no link leads to it" : "is linked further down only"),
                    "write {term}`" + term.id() + "` where it is said first");
        }
    }

    /** An abbreviation is not a word of the same letters. */
    private static boolean isSaid(String title, String words) {
        boolean abbreviation = title.length() > 1 && title.equals(title.toUpperCase(Locale.ROOT));
        return !abbreviation || title.equals(words);
    }

    private static String folded(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    /** Where each term is linked first, by id. */
    private Map<String, SourceSpan> linked() {
        Map<String, SourceSpan> first = new HashMap<>();
        Article.FrontMatter head = article.head();
        Stream.of(
                        Stream.of(head.description()),
                        head.hook().stream(),
                        head.takeaways().stream(),
                        Stream.of(article.body()))
                .flatMap(bodies -> bodies)
                .flatMap(Ease::roles)
                .filter(role -> role.name().equals("term"))
                .forEach(role -> asking.ask(new Asked.TermNamed(role.target()))
                        .ifPresent(term -> first.merge(term.id(), role.span(), (a, b) -> a.compareTo(b) <= 0 ? a : b)));
        return first;
    }

    private static Stream<Part.Role> roles(Body body) {
        return body.parts().stream().flatMap(part -> switch (part) {
            case Part.Role role -> Stream.of(role);
            case Part.Directive directive ->
                Stream.concat(
                                Stream.of(directive.body()),
                                directive.options().values().stream().map(Body.Option::inline))
                        .flatMap(Ease::roles);
            case Part.Html html -> Stream.of();
        });
    }

    private void suggest(String rule, SourceSpan at, String problem, String hint) {
        found.add(new Finding(Severity.SUGGESTION, rule, at, problem, Optional.of(hint)));
    }
}
