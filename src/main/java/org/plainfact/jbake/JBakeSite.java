package org.plainfact.jbake;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import org.jbake.model.ModelAttributes.Status;
import org.jbake.parser.Engines;
import org.jbake.parser.MarkdownEngine;
import org.jbake.render.DocumentsRenderer;
import org.jbake.render.RenderingTool;
import org.jbake.template.ModelExtractors;
import org.jbake.template.ModelExtractorsDocumentTypeListener;
import org.jbake.template.RenderingException;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.Extras;
import org.plainfact.bake.Faults;
import org.plainfact.bake.Piece;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.source.Digests;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * A site that was made for JBake 2.7, read anew: the pages and files that JBake would publish, as extras of a site of ours. What
 * JBake keeps in static registers is set for the site that was read last; one is read and printed at a time.
 */
public final class JBakeSite implements Extras {
    /** Whether {@code .ftl} templates escape what they print: {@code true}, {@code false}, or unsaid. */
    static final String ESCAPING = "freemarker.escape";

    /** Says of a site with templates of both kinds that it is one of JBake. */
    private static final String MIXED = "site.jbake";

    /** What is published beside texts of our own form. */
    private static final Set<String> BESIDE_TEXTS =
            Set.of("svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "mp4", "webm", "mp3", "pdf");

    private static final ModelExtractorsDocumentTypeListener EXTRACTORS = new ModelExtractorsDocumentTypeListener();

    private static final Drawer OUTLINE = new Drawer("jbake-outline", true, false);

    private final SourceTree tree;
    private final DefaultJBakeConfiguration configuration;
    private final Findings findings;
    private final MemoryStore store = new MemoryStore();
    private final Faults faults = new Faults();
    private final Plates plates;
    private final Crawl crawl;
    private final Templates templates;

    private JBakeSite(
            SourceTree tree,
            DefaultJBakeConfiguration configuration,
            Crawl crawl,
            Templates templates,
            Findings findings) {
        this.tree = tree;
        this.configuration = configuration;
        this.crawl = crawl;
        this.templates = templates;
        this.findings = findings;
        this.plates = new Plates(this::named, findings);
    }

    /**
     * Whether a project is one: it has {@code jbake.properties} and a template that ends in {@code .ftl}, and not the template
     * by which a site of our own form prints its articles, unless its configuration makes that one of JBake's or says that the
     * site is of both.
     */
    public static boolean isOne(SourceTree project) {
        return isOne(project, new Memory().begin());
    }

    /** What of a configuration tells whose site it is. */
    private record Outline(Path templates, boolean printsArticles, boolean mixed) {
        static Outline of(DefaultJBakeConfiguration configuration) {
            return new Outline(
                    configuration.getTemplateFolder().toPath().toAbsolutePath().normalize(),
                    configuration.getTemplateByDocType("article") != null,
                    "true".equals(String.valueOf(configuration.get(MIXED))));
        }
    }

    /**
     * As {@link #isOne(SourceTree)}.
     *
     * @param session what an earlier build read; a configuration that says the same is not read again
     */
    public static boolean isOne(SourceTree project, Session session) {
        SourceTree tree = project.telling(new Findings());
        if (!Files.isRegularFile(tree.root().resolve(Properties.FILE), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Outline outline = session.recall(
                OUTLINE,
                Properties.FILE,
                Properties.texts(tree),
                reads -> Outline.of(Properties.read(tree, new Findings())));
        Path templates = outline.templates;
        boolean inside = templates.startsWith(tree.root());
        String name = inside ? tree.name(templates) : String.valueOf(templates.getFileName());
        List<Path> files = (inside ? tree : tree.reading(name, templates)).files(name);
        boolean ours = files.contains(templates.resolve("article.ftlh")) && !outline.printsArticles && !outline.mixed;
        return !ours && files.stream().anyMatch(file -> file.toString().endsWith(".ftl"));
    }

    /**
     * Reads a site. What is wrong with it, and what JBake would pass over in silence, is told.
     *
     * @param output where it goes
     * @param session of the build
     * @param today ISO date that decides what is published by its date
     */
    public static JBakeSite read(SourceTree tree, Path output, String today, Session session, Findings findings) {
        DefaultJBakeConfiguration configuration = Properties.read(tree, findings);
        String texts = digest(configuration);
        configuration.setDestinationFolder(output.toFile());
        register(configuration);
        JBakeSite site = new JBakeSite(
                tree,
                configuration,
                new Crawl(tree, configuration, today, texts, session, findings),
                new Templates(tree, configuration.getTemplateFolder()),
                findings);
        session.world().know(Asked.Shelves.class, new Asked.Shelves(site.store, site.templates, today));
        site.read();
        return site;
    }

    /**
     * What is found in a site.
     *
     * @param texts how many, by type and status
     * @param templates relative to their folder
     * @param used keys of JBake in its configuration that count
     * @param ignored keys of JBake that mean nothing here
     * @param own keys that only its templates read
     * @param output relative to the project, where it lies in it
     */
    public record Survey(
            Map<String, Map<String, Integer>> texts,
            List<String> templates,
            List<String> used,
            List<String> ignored,
            List<String> own,
            String output) {}

    /** What has been read. */
    public Survey survey() {
        Map<String, Map<String, Integer>> texts = new TreeMap<>();
        for (String type : DocumentTypes.getDocumentTypes()) {
            if (!type.equals(configuration.getDataFileDocType())) {
                store.getAllContent(type)
                        .forEach(document -> texts.computeIfAbsent(type, each -> new TreeMap<>())
                                .merge(document.getStatus(), 1, Integer::sum));
            }
        }
        Map<String, Properties.Use> keys = Properties.uses(tree);
        return new Survey(
                texts,
                templates.names(),
                with(Properties.Use.COUNTS, keys),
                with(Properties.Use.IGNORED, keys),
                with(Properties.Use.OWN, keys),
                named(Properties.read(tree, new Findings())
                        .getDestinationFolder()
                        .toPath()
                        .toAbsolutePath()
                        .normalize()
                        .toString()));
    }

    private static List<String> with(Properties.Use use, Map<String, Properties.Use> keys) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue() == use)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Piece> pieces() {
        return plates.pieces();
    }

    @Override
    public List<Copy> copies() {
        return plates.copies();
    }

    @Override
    public Optional<Origin> origin(String path) {
        return plates.origin(path);
    }

    @Override
    public void tell(Findings found) {
        faults.tell(found);
    }

    /** Stands for all that a site says of itself in its configuration, and for where it is built. */
    private static String digest(DefaultJBakeConfiguration configuration) {
        String all = Machine.surroundings() + " " + new TreeMap<>(configuration.asHashMap());
        return Digests.sha256(all.getBytes(StandardCharsets.UTF_8));
    }

    private void read() {
        String locale = configuration.getJvmLocale();
        Machine.in(locale == null ? "" : locale, () -> crawl.documents().forEach(store::addDocument));
        crawl.data().forEach(store::addDocument);
    }

    /** Whether there are texts of our own form, which JBake would leave out. */
    public boolean isMixed() {
        return !crawl.ours().isEmpty();
    }

    /**
     * Whether a file is to be read by our own rules: a text of our own form, what lies beside it, and what such texts need.
     *
     * @param name relative to the project
     */
    public boolean isOurs(String name) {
        if (!isMixed()) {
            return false;
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (isBelow(configuration.getContentFolder(), name)) {
            return crawl.ours().contains(name)
                    || BESIDE_TEXTS.contains(extension)
                            && crawl.ours().stream()
                                    .anyMatch(text -> folder(text).equals(folder(name)));
        } else if (isBelow(configuration.getTemplateFolder(), name)) {
            return !extension.equals("ftl");
        }
        return !(isBelow(configuration.getDataFolder(), name) && (extension.equals("yaml") || extension.equals("yml")));
    }

    private boolean isBelow(File folder, String name) {
        return name.startsWith(named(folder.getPath()) + "/");
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /**
     * A text of our own form that is published, for lists of JBake's templates.
     *
     * @param type a document type of JBake
     * @param path of its file, relative to the project
     * @param address relative to the output, without a slash before it
     * @param date ISO; the time of the file counts where there is none
     * @param summary without markup
     */
    public record Own(
            String type,
            String path,
            String address,
            String title,
            Optional<String> date,
            List<String> tags,
            String summary) {}

    /** Puts the site together. To be called once, before what it is made of is asked for. */
    public JBakeSite with(List<Own> own) {
        own.forEach(text -> store.addDocument(document(text)));
        Stove stove =
                new Stove(store, configuration, new FtlEngine(configuration, store, loader(), templates, escaping()));
        Press press = new Press(
                store,
                configuration,
                stove,
                plates,
                faults,
                named(configuration.getTemplateFolder().getPath()) + "/",
                digest(configuration) + " " + templates.names());
        for (RenderingTool tool : ServiceLoader.load(RenderingTool.class)) {
            if (!tool.getClass().getName().startsWith("org.jbake.")) {
                // What it reads is not known.
                tree.readElsewhere();
            }
            run(tool, press);
        }
        copy(crawl.content());
        plates.check();
        return this;
    }

    /** Printed already, as JBake says: lists show it, and nobody prints its page. */
    private DocumentModel document(Own text) {
        Path file = tree.root().resolve(text.path());
        DocumentModel document = new DocumentModel();
        document.setType(text.type());
        document.setTitle(text.title());
        document.setStatus(Status.PUBLISHED);
        document.setDate(text.date()
                .map(date ->
                        LocalDate.parse(date).atStartOfDay(TimeZone.getDefault().toZoneId()))
                .map(begin -> Date.from(begin.toInstant()))
                .orElseGet(() -> new Date(file.toFile().lastModified())));
        document.setTags(text.tags().toArray(String[]::new));
        document.setUri(text.address());
        document.setSourceUri(text.address());
        document.setNoExtensionUri(text.address());
        document.setRootPath(
                "../".repeat((int) text.address().chars().filter(c -> c == '/').count()));
        document.setFile(file.toString());
        document.setSha1("");
        document.setCached(true);
        document.setRendered(true);
        document.setBody("<p>" + escaped(text.summary()) + "</p>");
        return document;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static synchronized void register(DefaultJBakeConfiguration configuration) {
        if (Engines.get("md") instanceof MarkdownEngine) {
            Engines.register("md", new PegdownMarkdown());
        }
        DocumentTypes.resetDocumentTypes();
        ModelExtractors.getInstance().reset();
        DocumentTypes.addListener(EXTRACTORS);
        configuration.getDocumentTypes().forEach(DocumentTypes::addDocumentType);
        DocumentTypes.addDocumentType(configuration.getDataFileDocType());
    }

    private TemplateLoader loader() {
        try {
            return new FileTemplateLoader(configuration.getTemplateFolder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean escaping() {
        String written = String.valueOf(configuration.get(ESCAPING));
        if (!written.equals("true") && !written.equals("false")) {
            findings.warning(
                    "jbake-escaping",
                    SourceSpan.of(Properties.FILE),
                    "the .ftl templates print texts without escaping them, as with JBake: a < in a title is read as HTML",
                    Optional.of(
                            "rename templates to .ftlh one by one, which escape and print HTML with ?no_esc; or write "
                                    + ESCAPING + "=true for all, or =false to leave it so"));
        }
        return written.equals("true");
    }

    private void run(RenderingTool tool, Press press) {
        if (tool instanceof DocumentsRenderer) {
            documents(press);
            return;
        }
        try {
            tool.render(press, store, configuration);
        } catch (RenderingException e) {
            findings.error(
                    "jbake-tool",
                    SourceSpan.of(Properties.FILE),
                    "the rendering tool " + tool.getClass().getName() + " fails: " + e.getMessage());
        }
    }

    /** As JBake's own tool does, which looks each document up in a list of all. */
    private void documents(Press press) {
        Map<DocumentModel, @Nullable DocumentModel> earlier = new java.util.IdentityHashMap<>();
        Map<DocumentModel, @Nullable DocumentModel> later = new java.util.IdentityHashMap<>();
        for (String type : DocumentTypes.getDocumentTypes()) {
            List<DocumentModel> all = store.getAllContent(type);
            neighbours(all, later);
            neighbours(new java.util.ArrayList<>(all).reversed(), earlier);
        }
        for (DocumentModel document : store.getUnrenderedContent()) {
            DocumentModel page = new DocumentModel();
            page.putAll(document);
            page.setPreviousContent(earlier.get(document));
            page.setNextContent(later.get(document));
            press.render(page);
        }
    }

    /** For each document the last one before it that is published, by what pages need to lead there. */
    private static void neighbours(List<DocumentModel> all, Map<DocumentModel, @Nullable DocumentModel> found) {
        DocumentModel last = null;
        for (DocumentModel document : all) {
            found.put(document, last);
            if (Status.PUBLISHED.equals(document.get(ModelAttributes.STATUS))) {
                last = new DocumentModel();
                last.setNoExtensionUri(document.getNoExtensionUri());
                last.setUri(document.getUri());
                last.setTitle(document.getTitle());
            }
        }
    }

    private void copy(Folder content) {
        Folder assets = new Folder(tree, configuration.getAssetFolder(), configuration.getIgnoreFileName());
        boolean hiddenToo = !configuration.getAssetIgnoreHidden();
        for (Folder.Entry entry : assets.entries()) {
            if (hiddenToo || !(entry.isHidden() || entry.liesHidden())) {
                copy(assets, entry);
            }
        }
        for (Folder.Entry entry : content.entries()) {
            if (!entry.isHidden()
                    && !isOurs(content.named(entry))
                    && !Engines.getRecognizedExtensions().contains(entry.extension())) {
                copy(content, entry);
            }
        }
    }

    private void copy(Folder folder, Folder.Entry entry) {
        try {
            plates.add(
                    folder.named(entry),
                    new Copy(entry.below(), entry.path(), folder.sha256(entry), Files.size(entry.path())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String named(String path) {
        Path absolute = Path.of(path);
        return absolute.isAbsolute() && absolute.startsWith(tree.root()) ? tree.name(absolute) : path;
    }
}
