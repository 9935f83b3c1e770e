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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainfact.content.Article;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.figure.Figure;
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
    private final List<Article> shown;
    private final Map<String, Map<String, Integer>> byType;
    private final Map<String, List<Article>> questionsByTopic = new LinkedHashMap<>();
    private final Map<String, Article> hidden = new LinkedHashMap<>();
    private final List<String> comparingWords;
    private final Pattern comparing;
    private final List<Article.Reference> names;
    private volatile @Nullable Map<String, Figure> figuresByDigits;

    /**
     * @param shown the content files of this build, in the order in which lists show them
     * @param hidden drafts and what is scheduled: to name one is a mistake, told as such
     * @param session tells whether files can be named as in an earlier build
     */
    public Library(Dataset data, Figures figures, List<Article> shown, List<Article> hidden, Session session) {
        this.data = data;
        this.figures = figures;
        this.names = names(shown, session);
        this.shown = shown;
        this.byType = session.recall(NAMES, "", names, reads -> index(names));
        ids("question").values().stream()
                .map(shown::get)
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
        Session.Row row = new Session.Row(REFERENCES, "", shown, "");
        return session.recallAll(row, position -> {
            Article article = shown.get(position);
            return Session.Wanted.of(article.path(), article, reads -> article.reference());
        });
    }

    /** Positions of files by type and id, in their order. */
    private static Map<String, Map<String, Integer>> index(List<Article.Reference> names) {
        Map<String, Map<String, Integer>> index = new LinkedHashMap<>();
        ORDER.forEach(type -> index.put(type, new LinkedHashMap<>()));
        for (int i = 0; i < names.size(); i++) {
            Article.Reference name = names.get(i);
            index.computeIfAbsent(name.type(), type -> new LinkedHashMap<>()).put(name.id(), i);
        }
        return index;
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

    /** The figure that a typed number most likely means, by its digits. Made for the first that asks. */
    Map<String, Figure> figuresByDigits() {
        Map<String, Figure> known = figuresByDigits;
        if (known == null) {
            known = TypedNumbers.byDigits(this);
            figuresByDigits = known;
        }
        return known;
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
        return find("term", id);
    }

    Collection<String> terms() {
        return ids("term").keySet();
    }

    Optional<Article> question(String id) {
        return find("question", id);
    }

    Collection<String> questions() {
        return ids("question").keySet();
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
            Optional<Article> found = find(type, id);
            if (found.isPresent()) {
                return found;
            }
        }
        return pageOfType(id);
    }

    private Optional<Article> pageOfType(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? Optional.empty() : find(id.substring(0, slash), id.substring(slash + 1));
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

    private Optional<Article> find(String type, String id) {
        return Optional.ofNullable(ids(type).get(id)).map(shown::get);
    }

    private Map<String, Integer> ids(String type) {
        return byType.getOrDefault(type, Map.of());
    }

    static Stream<String> words(String list) {
        return Stream.of(list.trim().split("[\\s,]+")).filter(word -> !word.isEmpty());
    }
}
