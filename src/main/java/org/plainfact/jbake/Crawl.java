package org.plainfact.jbake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jbake.app.FileUtil;
import org.jbake.app.Parser;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import org.jbake.model.ModelAttributes.Status;
import org.jbake.parser.Engines;
import org.jbake.parser.ErrorEngine;
import org.jbake.parser.ParserEngine;
import org.jbake.util.HtmlUtil;
import org.jspecify.annotations.Nullable;
import org.plainfact.data.Json;
import org.plainfact.memo.Crew;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * The documents of a site, as JBake's crawler makes them, on all cores: the same files in the same order through the same
 * engines, with the same attributes. What the crawler leaves out or reads otherwise than it is meant is told.
 */
final class Crawl {
    private static final Drawer DRAWER = new Drawer("jbake-documents", true, true);

    private static final String FRONT_MATTER = "---";

    private final DefaultJBakeConfiguration configuration;
    private final Charset encoding;
    private final LocalDate today;
    private final SourceTree tree;
    private final String site;
    private final Session session;
    private final Findings findings;
    private final Folder content;
    private final Set<String> ours;
    private final Folder data;

    /**
     * @param today ISO date that decides what is published by its date
     * @param site stands for all that decides what becomes of a text
     */
    Crawl(
            SourceTree tree,
            DefaultJBakeConfiguration configuration,
            String today,
            String site,
            Session session,
            Findings findings) {
        this.tree = tree;
        this.site = site;
        this.session = session;
        this.configuration = configuration;
        this.encoding = Charset.forName(configuration.getRenderEncoding());
        this.today = LocalDate.parse(today);
        this.findings = findings;
        this.content = new Folder(tree, configuration.getContentFolder(), configuration.getIgnoreFileName());
        this.ours = content.entries().stream()
                .filter(Crawl::isDocument)
                .filter(this::isOurs)
                .map(content::named)
                .collect(Collectors.toUnmodifiableSet());
        this.data = new Folder(tree, configuration.getDataFolder(), "");
    }

    /** Files that engines make documents of. */
    static boolean isDocument(Folder.Entry entry) {
        return !entry.isHidden() && Engines.getRecognizedExtensions().contains(entry.extension());
    }

    Folder content() {
        return content;
    }

    /**
     * Whether a text is one of our own form, which begins with a line {@code ---}. JBake takes none of that form for a page, but
     * where that line ends its headers.
     */
    private boolean isOurs(Folder.Entry file) {
        if (!file.extension().equals("md") || configuration.getHeaderSeparator().equals(FRONT_MATTER)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            String begin = new String(in.readNBytes(FRONT_MATTER.length() + 4), StandardCharsets.UTF_8);
            String line = begin.startsWith("\uFEFF") ? begin.substring(1) : begin;
            return line.startsWith(FRONT_MATTER + "\n") || line.startsWith(FRONT_MATTER + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts of our own form, as findings name them. */
    Set<String> ours() {
        return ours;
    }

    /**
     * In the order in which JBake reads them. Of files with one address it keeps the last alone, and none where that one is no
     * page.
     */
    Collection<DocumentModel> documents() {
        List<Folder.Entry> files = content.entries().stream()
                .filter(Crawl::isDocument)
                .filter(entry -> !ours.contains(content.named(entry)))
                .toList();
        Map<Integer, DocumentModel> read = new ConcurrentHashMap<>();
        Crew.work(
                IntStream.range(0, files.size()).boxed().toList(),
                i -> document(files.get(i)).ifPresent(document -> read.put(i, document)));
        Map<String, DocumentModel> documents = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            DocumentModel before = documents.remove(uri(files.get(i)));
            if (before != null) {
                tellReplaced(before, files.get(i));
            }
            DocumentModel document = read.get(i);
            if (document != null) {
                documents.put(document.getUri(), document);
            }
        }
        return documents.values();
    }

    private void tellReplaced(DocumentModel before, Folder.Entry file) {
        String first = content.named(Path.of(before.getFile()));
        findings.warning(
                "jbake-address",
                SourceSpan.of(first),
                "/" + before.getUri() + " is the address of " + content.named(file) + " too; the page is left out",
                Optional.of("rename one of them"));
    }

    /**
     * What a file is read by, beside its content.
     *
     * @param saved when, which is the date of a text that says none
     */
    private record Key(String site, String engine, String sha256, long saved) {}

    private Optional<DocumentModel> document(Folder.Entry file) {
        byte[] bytes = bytes(file);
        String path = content.named(file);
        return remembered(file, path, bytes, found -> read(file, path, bytes, found))
                .map(document -> {
                    document.setFile(file.path().toString());
                    if (Status.PUBLISHED_DATE.equals(document.getStatus())
                            && document.getDate() != null
                            && isDue(document)) {
                        document.setStatus(Status.PUBLISHED);
                    }
                    return document;
                });
    }

    /**
     * What a file becomes, as it became before where nothing of it has changed. What engines of others make is made anew:
     * they may read other files, too.
     *
     * @param reading given where to tell what is wrong
     */
    private Optional<DocumentModel> remembered(
            Folder.Entry file, String path, byte[] bytes, Function<Findings, Optional<DocumentModel>> reading) {
        ParserEngine engine = Engines.get(file.extension());
        String sha256 = Digests.sha256(bytes);
        long saved = file.path().toFile().lastModified();
        AtomicReference<@Nullable DocumentModel> odd = new AtomicReference<>();
        Key key = new Key(site, engine == null ? "" : engine.getClass().getName(), sha256, saved);
        Optional<Object> plain = session.recall(DRAWER, path, key, findings, (reads, found) -> {
            Optional<DocumentModel> made = reading.apply(found);
            Optional<Object> kept = made.flatMap(Plain::of);
            if (engine != null && Others.isOne(engine)) {
                tree.readElsewhere();
                reads.spoil();
            }
            if (made.isPresent() && kept.isEmpty()) {
                odd.set(made.get());
                reads.spoil();
            }
            return kept;
        });
        Optional<DocumentModel> document = Optional.ofNullable(odd.get())
                .or(() -> plain.map(Plain.Members.class::cast).map(Plain::document));
        boolean dated = document.map(DocumentModel::getDate)
                .filter(date -> date.getTime() == saved)
                .isEmpty();
        if (dated) {
            tree.known(file.path(), sha256);
        }
        return document;
    }

    private Optional<DocumentModel> read(Folder.Entry file, String path, byte[] bytes, Findings found) {
        Header header = Header.of(path, new String(bytes, encoding), configuration);
        ParserEngine engine = Engines.get(file.extension());
        if (engine instanceof ErrorEngine) {
            found.warning(
                    "jbake-engine",
                    SourceSpan.of(path),
                    "there is no engine for ." + file.extension()
                            + " files; JBake publishes a page without text in its place",
                    Optional.of("put the engine's library on the class path, or write the page in Markdown"));
        }
        DocumentModel document;
        try {
            document = new Parser(configuration).processFile(file.path().toFile());
        } catch (RuntimeException | StackOverflowError e) {
            found.error("jbake-engine", SourceSpan.of(path), "the engine fails: " + e);
            return Optional.empty();
        }
        if (document == null) {
            header.tellWhyDropped(found);
            return Optional.empty();
        }
        if (!DocumentTypes.contains(document.getType())) {
            header.tellUnknownType(document.getType(), found);
            return Optional.empty();
        }
        header.tellOddities(document, found);
        complete(document, file, bytes);
        return Optional.of(document);
    }

    private void complete(DocumentModel document, Folder.Entry file, byte[] bytes) {
        String uri = uri(file);
        if (document.get(ModelAttributes.TAGS) instanceof List<?> tags) {
            // As JBake's database gives them back.
            document.setTags(tags.stream().map(String::valueOf).toArray(String[]::new));
        }
        document.setRootPath(
                FileUtil.getUriPathToContentRoot(configuration, file.path().toFile()));
        document.setSha1(sha1(bytes));
        document.setRendered(false);
        document.setSourceUri(uri);
        document.setUri(uri);
        document.setCached(true);
        if (configuration.getUriWithoutExtension()) {
            document.setNoExtensionUri(uri.replace("/index.html", "/"));
        }
        if (configuration.getImgPathUpdate()) {
            HtmlUtil.fixImageSourceUrls(document, configuration);
        }
    }

    /** By the day: a site is the same from morning to evening. */
    private boolean isDue(DocumentModel document) {
        ZoneId zone = TimeZone.getDefault().toZoneId();
        return !LocalDate.ofInstant(document.getDate().toInstant(), zone).isAfter(today);
    }

    /** Where JBake publishes a file, relative to the output. */
    private String uri(Folder.Entry file) {
        String folder = file.parent().isEmpty() ? "" : file.parent() + "/";
        String name = file.name();
        String base = URLEncoder.encode(name.substring(0, name.lastIndexOf('.')), StandardCharsets.UTF_8);
        String prefix = configuration.getPrefixForUriWithoutExtension();
        boolean bare = configuration.getUriWithoutExtension()
                && prefix != null
                && !prefix.isEmpty()
                && ("/" + file.below()).startsWith(prefix);
        return folder + base + (bare ? "/index" : "") + configuration.getOutputExtension();
    }

    /** What templates ask for by {@code data.get("name.yaml")}, and, beyond JBake, {@code data.get("name.json")}. */
    List<DocumentModel> data() {
        List<DocumentModel> documents = new ArrayList<>();
        for (Folder.Entry file : data.entries()) {
            String extension = file.extension();
            if (!file.parent().isEmpty()) {
                continue;
            }
            if (extension.equals("json")) {
                json(file).ifPresent(documents::add);
            } else if (extension.equalsIgnoreCase("yaml") || extension.equalsIgnoreCase("yml")) {
                yaml(file).ifPresent(documents::add);
            }
        }
        return documents;
    }

    private Optional<DocumentModel> yaml(Folder.Entry file) {
        ParserEngine engine = Engines.get(file.extension());
        if (engine == null) {
            findings.warning(
                    "jbake-data",
                    SourceSpan.of(data.named(file)),
                    "no engine reads files that end in ." + file.extension(),
                    Optional.of("write the ending in small letters"));
            return Optional.empty();
        }
        return remembered(file, data.named(file), bytes(file), found -> {
                    try {
                        return Optional.of(
                                engine.parse(configuration, file.path().toFile()));
                    } catch (RuntimeException e) {
                        found.error(
                                "jbake-data", SourceSpan.of(data.named(file)), "this cannot be read: " + firstLine(e));
                        return Optional.empty();
                    }
                })
                .map(document -> asData(document, file));
    }

    private Optional<DocumentModel> json(Folder.Entry file) {
        byte[] bytes = bytes(file);
        tree.known(file.path(), Digests.sha256(bytes));
        Findings faults = new Findings();
        Optional<Object> value =
                Json.read(new SourceFile(data.named(file), new String(bytes, StandardCharsets.UTF_8)), faults);
        for (Finding fault : faults.sorted()) {
            findings.warning(
                    "jbake-data",
                    fault.span(),
                    fault.problem(),
                    Optional.of("mend it, if a template is to read it; JBake reads no JSON"));
        }
        if (value.isEmpty()) {
            return Optional.empty();
        }
        DocumentModel document = new DocumentModel();
        if (value.get() instanceof Map<?, ?> members) {
            members.forEach((key, member) -> document.put(String.valueOf(key), member));
        } else {
            document.put(ModelAttributes.DATA, value.get());
        }
        return Optional.of(asData(document, file));
    }

    private DocumentModel asData(DocumentModel document, Folder.Entry file) {
        document.setSha1(sha1(bytes(file)));
        document.setRendered(true);
        document.setFile(file.path().toString());
        document.setSourceUri(file.below());
        document.setType(configuration.getDataFileDocType());
        return document;
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }

    private static byte[] bytes(Folder.Entry file) {
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
