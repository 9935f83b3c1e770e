package org.plainfact.directive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.figure.Figures;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;

/** What roles and directives can name. */
public final class Library {
    private static final String CURVES = "charts";
    private static final String SOURCES = "sources";
    private static final String COMPARISONS = "comparisons";
    private static final Drawer REFERENCES = new Drawer("references", true, false);
    private static final Drawer NAMES = new Drawer("names", true, false);
    private static final List<String> ORDER = List.of("article", "page", "question", "term");

    private final Dataset data;
    private final Figures figures;
    private final Map<String, Map<String, Article>> byType = new LinkedHashMap<>();
    private final Map<String, List<Article>> questionsByTopic = new LinkedHashMap<>();
    private final Map<String, Article> hidden = new LinkedHashMap<>();
    private final List<String> comparingWords;
    private final Pattern comparing;
    private final List<Article.Reference> names;

    /**
     * @param shown the content files of this build, in the order in which lists show them
     * @param hidden drafts and what is scheduled: to name one is a mistake, told as such
     * @param session tells whether files can be named as in an earlier build
     */
    public Library(Dataset data, Figures figures, List<Article> shown, List<Article> hidden, Session session) {
        this.data = data;
        this.figures = figures;
        this.names = names(shown, session);
        ORDER.forEach(type -> byType.put(type, new LinkedHashMap<>()));
        for (Article article : shown) {
            ofType(article.type()).put(article.id(), article);
        }
        shown("question")
                .values()
                .forEach(question -> question.head()
                        .topics()
                        .forEach(topic -> questionsByTopic
                                .computeIfAbsent(topic, key -> new ArrayList<>())
                                .add(question)));
        hidden.forEach(article -> this.hidden.put(article.id(), article));
        comparingWords =
                data.collection(COMPARISONS).stream().flatMap(Library::listed).toList();
        comparing = Pattern.compile(
                comparingWords.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L})")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The same list while the same files can be named by the same names. */
    private static List<Article.Reference> names(List<Article> shown, Session session) {
        Session.Row row = session.row(REFERENCES, "", shown.size(), "");
        List<Article.Reference> names = IntStream.range(0, shown.size())
                .parallel()
                .mapToObj(i -> {
                    Article article = shown.get(i);
                    return row.<Article.Reference>recall(
                            i, article, article::path, () -> article, reads -> article.reference());
                })
                .toList();
        return session.recall(NAMES, "", names, reads -> names);
    }

    /** By these files are found when they are named. */
    List<Article.Reference> names() {
        return names;
    }

    private static Stream<String> listed(Entry entry) {
        return entry.find("words").stream()
                .filter(Field.Items.class::isInstance)
                .flatMap(list -> ((Field.Items) list).items().stream())
                .filter(Field.Text.class::isInstance)
                .map(word -> ((Field.Text) word).text());
    }

    /** Words that compare what they stand beside, as the site's data lists them. */
    List<String> comparingWords() {
        return comparingWords;
    }

    /** Finds one of {@link #comparingWords}, of which there must be one at least. */
    Pattern comparing() {
        return comparing;
    }

    /** Whether all data could be read, so that a figure, table or source that is not found does not exist. */
    boolean complete() {
        return data.complete();
    }

    Figures figures() {
        return figures;
    }

    boolean declaresCurve(String id) {
        return data.find(id).filter(entry -> entry.collection().equals(CURVES)).isPresent();
    }

    Optional<Entry> source(String id) {
        return data.find(id).filter(entry -> entry.collection().equals(SOURCES));
    }

    List<String> sources() {
        return data.collection(SOURCES).stream().map(Entry::id).toList();
    }

    Optional<Article> term(String id) {
        return Optional.ofNullable(shown("term").get(id));
    }

    Collection<String> terms() {
        return shown("term").keySet();
    }

    Optional<Article> question(String id) {
        return Optional.ofNullable(shown("question").get(id));
    }

    Collection<String> questions() {
        return shown("question").keySet();
    }

    /** In the order in which they are shown. */
    List<Article> questionsOn(String topic) {
        return questionsByTopic.getOrDefault(topic, List.of());
    }

    Collection<String> questionTopics() {
        return questionsByTopic.keySet();
    }

    /** By id, or by {@code type/id} where two types share an id; an article is found before a page or question. */
    Optional<Article> page(String id) {
        for (String type : ORDER) {
            Article found = shown(type).get(id);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return pageOfType(id);
    }

    private Optional<Article> pageOfType(String id) {
        int slash = id.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.ofNullable(shown(id.substring(0, slash)).get(id.substring(slash + 1)));
    }

    /** What pages can be called, for hints. */
    Collection<String> pages() {
        Set<String> names = new LinkedHashSet<>();
        byType.values().forEach(all -> names.addAll(all.keySet()));
        byType.forEach((type, all) -> all.keySet().forEach(id -> names.add(type + "/" + id)));
        return names;
    }

    /** Why a target that exists as a file cannot be named. */
    Optional<String> whyHidden(String id) {
        return Optional.ofNullable(hidden.get(id)).map(Library::whyHidden);
    }

    /** Why a file that exists is not on the site, as a hint. */
    public static String whyHidden(Article article) {
        return article.path()
                + (article.head().status() == Article.Status.DRAFT
                        ? " is a draft, which this build leaves out"
                        : " is scheduled, which this build leaves out");
    }

    /** Look-ups change nothing: pages are expanded by several threads. */
    private Map<String, Article> shown(String type) {
        return byType.getOrDefault(type, Map.of());
    }

    private Map<String, Article> ofType(String type) {
        return byType.computeIfAbsent(type, key -> new LinkedHashMap<>());
    }

    static Stream<String> words(String list) {
        return Stream.of(list.trim().split("[\\s,]+")).filter(word -> !word.isEmpty());
    }
}
