package org.plainfact.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.plainfact.memo.Crew;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Fingerprint;
import org.plainfact.memo.Later;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/** Reads the articles of a project, on all cores. */
public final class ContentReader {
    private static final Map<String, String> TYPE_OF_FOLDER =
            Map.of("articles", "article", "faq", "question", "glossary", "term", "pages", "page");

    private static final Drawer DRAWER = new Drawer("articles", true, true);

    private static final Drawer FILES = new Drawer("content-files", true, false);

    private static final Drawer NAMES = new Drawer("content-names", true, false);

    private static final Drawer DUPLICATES = new Drawer("duplicates", true, false);

    private static final Drawer CAROUSELS = new Drawer("carousels", true, true);

    /** Of no build, for what is only compared: one for all, since each has tables of its own. */
    private static final Session NO_BUILD = new Memory().begin();

    private final SourceTree tree;
    private final ContentOptions options;
    private final Session session;
    private final Findings findings;

    private ContentReader(SourceTree tree, ContentOptions options, Session session, Findings findings) {
        this.tree = tree;
        this.options = options;
        this.session = session;
        this.findings = findings;
    }

    /** As {@link #read(SourceTree, ContentOptions, Session, Findings)}, the first time. */
    public static List<Article> read(SourceTree tree, ContentOptions options, Findings findings) {
        return read(tree, options, new Memory().begin(), findings);
    }

    /**
     * All articles below the content folder, by path. What is wrong with one is told, and the others are read all the
     * same; an article with faults is part of the result as far as it could be read, so that others can refer to it.
     *
     * @param session what an earlier build read; a file with the same content is not read again
     * @throws java.io.UncheckedIOException when a file cannot be read: a fault of the machine, not of an author
     */
    public static List<Article> read(SourceTree tree, ContentOptions options, Session session, Findings findings) {
        ContentReader reader = new ContentReader(tree, options, session, findings);
        List<Article> articles = reader.readAll(reader.files());
        reader.tellDuplicates(articles);
        return articles;
    }

    /**
     * What authors wrote in place of the carousels of articles, by path. One without an article beside it is told.
     *
     * @param articles all that were read
     */
    public static List<Carousel> readCarousels(
            SourceTree tree, ContentOptions options, List<Article> articles, Session session, Findings findings) {
        ContentReader reader = new ContentReader(tree, options, session, findings);
        Files files = reader.files();
        List<Carousel> carousels =
                reader.all(CAROUSELS, files, files.carousels, reader::carousel, (file, carousel) -> {});
        reader.tellLonely(carousels, articles);
        return carousels;
    }

    /** Whether a file below the content folder is read, as an article or a carousel; any other is published as it is. */
    public static boolean isContent(String path) {
        return path.endsWith(".md");
    }

    /**
     * The content files among those of the folder.
     *
     * @param articles where they stand among all, as carousels do
     */
    private record Files(List<Path> all, List<Integer> articles, List<Integer> carousels) {}

    private Files files() {
        List<Path> all = tree.files(options.folder());
        return session.recall(FILES, "", all, reads -> {
            List<Integer> articles = new ArrayList<>();
            List<Integer> carousels = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                String name = tree.name(all.get(i));
                if (Carousel.isOne(name)) {
                    carousels.add(i);
                } else if (isContent(name)) {
                    articles.add(i);
                }
            }
            return new Files(all, articles, carousels);
        });
    }

    private List<Article> readAll(Files files) {
        ContentReader aside = aside();
        return all(
                DRAWER,
                files,
                files.articles,
                this::article,
                (file, article) -> article.text()
                        .madeBy(
                                session,
                                new FileText(aside, file, article.text().fingerprint())));
    }

    /** What is read of files of one kind; what is not fit to be read is left out, and told. */
    private <V> List<V> all(
            Drawer drawer, Files files, List<Integer> kind, Reading<V> reading, BiConsumer<Path, V> ready) {
        List<Object> marks = tree.marks(options.folder());
        Session.Row row =
                new Session.Row(drawer, "", kind.stream().map(marks::get).toList(), options);
        List<V> all = new ArrayList<>(kind.size());
        session.recallAll(row, findings, position -> {
                    Path file = files.all.get(kind.get(position));
                    return wanted(file, reading).ready(read -> read.ifPresent(it -> ready.accept(file, it)));
                })
                .forEach(read -> read.ifPresent(all::add));
        return List.copyOf(all);
    }

    /** One that tells nothing, and holds nothing of the build: what is read by it may be read long after. */
    private ContentReader aside() {
        Findings unheard = new Findings();
        return new ContentReader(tree.telling(unheard), options, NO_BUILD, unheard);
    }

    /**
     * The text of an article that is not at hand.
     *
     * @param fingerprint of what is wanted
     */
    private record FileText(ContentReader reader, Path file, Fingerprint fingerprint) implements Later.Passing<Body> {
        @Override
        public Body get() {
            return settled().get();
        }

        /** Holds the words of the file, and not what is read of them. */
        @Override
        public Supplier<Body> settled() {
            SourceFile source = reader.again(file, fingerprint);
            String path = source.path();
            String text = source.text();
            return () -> reader.body(new SourceFile(path, text));
        }
    }

    /** @throws UncheckedIOException where the file does not hold what is wanted any more */
    private SourceFile again(Path file, Fingerprint fingerprint) {
        return tree.read(file, options.maxArticleBytes())
                .filter(source -> print(source).equals(fingerprint))
                .orElseThrow(() -> new UncheckedIOException(
                        new IOException(tree.name(file) + " was changed while the site was made")));
    }

    private Body body(SourceFile source) {
        return Crew.deep(() -> article(source, new Findings()))
                .map(Article::body)
                .orElse(Body.EMPTY);
    }

    /** Stands for all that is read from a file. */
    private Fingerprint print(SourceFile file) {
        return session.alike(DRAWER, List.of(options, file.path(), file.text())).fingerprint();
    }

    /** Understands a text. */
    private interface Reading<V> {
        Optional<V> of(SourceFile text, Findings findings);
    }

    private <V> Session.Wanted<Optional<V>> wanted(Path file, Reading<V> reading) {
        long size = tree.size(file);
        if (size > options.maxArticleBytes()) {
            // What is known of a file is looked up by its digest: a gigabyte is told without being read for that.
            return new Session.Wanted<>(
                    tree.name(file),
                    List.of(options, size),
                    (reads, found) -> read(tree.telling(found), file, reading, found));
        }
        return Session.Wanted.of(options, tree, file, (source, found) -> read(source, file, reading, found));
    }

    private <V> Optional<V> read(SourceTree source, Path file, Reading<V> reading, Findings findings) {
        return source.read(file, options.maxArticleBytes()).flatMap(text -> reading.of(text, findings));
    }

    private Optional<Article> article(SourceFile file, Findings findings) {
        if (file.text().isBlank()) {
            findings.error(
                    "empty-file",
                    SourceSpan.of(file.path()),
                    "the file is empty",
                    "begin with a line ---, then title: …, then a line ---; or remove the file");
            return Optional.empty();
        }
        String below = file.path().substring(options.folder().length() + 1);
        int slash = below.indexOf('/');
        Optional<String> folderType =
                Optional.ofNullable(slash < 0 ? null : TYPE_OF_FOLDER.get(below.substring(0, slash)));
        String id = below.substring(folderType.isPresent() ? slash + 1 : 0, below.length() - ".md".length());

        MarkdownReader markdown = new MarkdownReader(options, findings, Ids.slug(id));
        Header header = Header.read(file, findings);
        markdown.allow(Allowance.above(file, header.jbake() ? 0 : header.bodyAt()));
        HeadReader head = new HeadReader(file, header, markdown);
        String type = head.type(folderType.orElse("page"));
        Article.FrontMatter frontMatter = head.read(type, id.substring(id.lastIndexOf('/') + 1));
        Body body = body(file, header, markdown);
        boolean definedAbove = type.equals("term") && !frontMatter.description().isEmpty();
        if (body.markdown().isBlank() && header.complete() && !definedAbove) {
            findings.warning(
                    "empty-body",
                    file.at(header.bodyAt()),
                    "there is no text below the front matter",
                    Optional.of("write it, or set the status to draft"));
        }
        Later<Body> text = Later.of(print(file), body);
        return Optional.of(new Article(type, id, file.path(), frontMatter, text, markdown.allowances()));
    }

    private Optional<Carousel> carousel(SourceFile text, Findings findings) {
        return Optional.of(new CarouselReader(text, new MarkdownReader(options, findings, "")).read());
    }

    private void tellLonely(List<Carousel> carousels, List<Article> articles) {
        if (carousels.isEmpty()) {
            return;
        }
        List<String> paths = articles.stream()
                .filter(article -> article.type().equals("article"))
                .map(Article::path)
                .toList();
        carousels.stream()
                .filter(carousel -> !paths.contains(carousel.article()))
                .forEach(carousel -> findings.error(
                        "carousel-without-article",
                        SourceSpan.of(carousel.path()),
                        "there is no article " + carousel.article() + " that this could be the carousel of",
                        Nearest.hint(carousel.article(), paths)));
    }

    private static Body body(SourceFile file, Header header, MarkdownReader markdown) {
        String text = file.text().substring(header.bodyAt());
        return markdown.blocks(text, Origin.of(file, header.bodyAt()));
    }

    private void tellDuplicates(List<Article> articles) {
        Session.Row row = new Session.Row(NAMES, "", articles, "");
        List<Article.Reference> names = session.recallAll(row, position -> {
            Article article = articles.get(position);
            return Session.Wanted.of(article.path(), article, reads -> article.reference());
        });
        session.recall(DUPLICATES, "", names, findings, (reads, found) -> {
            tellDuplicates(names, found);
            return true;
        });
    }

    private static void tellDuplicates(List<Article.Reference> names, Findings findings) {
        Map<String, Map<String, Article.Reference>> seen = new HashMap<>();
        for (Article.Reference name : names) {
            Article.Reference first =
                    seen.computeIfAbsent(name.type(), type -> new HashMap<>()).putIfAbsent(name.id(), name);
            if (first != null) {
                findings.error(
                        "duplicate-id",
                        SourceSpan.of(name.path()),
                        "the " + name.type() + " " + name.id() + " is also in " + first.path(),
                        "rename one of the files");
            }
        }
    }
}
