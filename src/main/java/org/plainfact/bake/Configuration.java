package org.plainfact.bake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.interpol.ConfigurationInterpolator;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfiguration;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.site.Link;
import org.plainfact.site.Route;
import org.plainfact.site.Settings;
import org.plainfact.source.Findings;
import org.plainfact.source.Look;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * What {@code jbake.properties} says, with JBake's own defaults below it. Values are taken as written: nothing in them
 * reads the environment, system properties or scripts.
 */
public final class Configuration {
    public static final String FILE = "jbake.properties";
    private static final String PUBLISH = "publish.";
    private static final long MAX_BYTES = 1 << 20;
    private static final List<String> KEYS = List.of(
            "site.title",
            "site.tagline",
            "site.description",
            "site.host",
            "site.language",
            "site.publisher",
            "site.disclaimer",
            "site.policy",
            "site.navigation",
            "site.footer");
    /** Of the theme that comes with the program: nothing but files of the site itself. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

    private static final List<String> FOLDERS = List.of("content.folder", "template.folder", "asset.folder");

    private static final Drawer DRAWER = new Drawer("configuration", true, false);

    private final SourceTree tree;
    private final Options options;
    private final boolean foreign;
    private final Findings findings;
    private final PropertyKeys keys;
    private final Map<String, String> own;
    private final DefaultJBakeConfiguration jbake;
    private final Settings settings;
    private final long maxArticleBytes;
    private final int slides;
    private final boolean copiesPictures;
    private final boolean previews;
    private final Optional<Period> sourceReview;
    private final int externalAge;

    private Configuration(SourceTree tree, Options options, Keys meant, SourceFile source, Findings findings) {
        this.tree = tree;
        this.options = options;
        this.foreign = meant == Keys.OTHERS;
        this.findings = findings;
        this.keys = new PropertyKeys(source, foreign ? new Findings() : findings);
        PropertiesConfiguration project = properties();
        readInto(project, source);
        this.own = asText(project);
        this.jbake = jbake(tree.root(), project);
        checkKeys();
        this.settings = readSettings();
        this.sourceReview = period("check.sources.review");
        this.externalAge = number("check.external.age", 7);
        this.slides = number("carousel.slides", 7);
        this.copiesPictures = flag("images.copies", true);
        this.previews = flag("og.images", false);
        this.maxArticleBytes = number("content.max.kilobytes", 256) * 1024L;
    }

    /**
     * What the caller decides, not the file.
     *
     * @param baseUrl in place of {@code site.host}
     * @param today ISO date that decides what is scheduled
     */
    public record Options(Optional<String> baseUrl, boolean drafts, boolean future, String today) {
        /** @throws IllegalArgumentException for a base address that is no http or https address */
        public Options {
            baseUrl.ifPresent(url -> address(url).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            }));
        }
    }

    /** Whose the keys are that are not known here. */
    public enum Keys {
        /** Nobody's: each is a mistake, and what a site of ours needs must be there. */
        OURS,
        /** Of another program, for which the site was made: it may have any, and in all of its folders. */
        OTHERS
    }

    /** As {@link #read(SourceTree, Options, Keys, Findings)}, of a site of ours. */
    public static Optional<Configuration> read(SourceTree tree, Options options, Findings findings) {
        return read(tree, options, Keys.OURS, findings);
    }

    /** As {@link #read(SourceTree, Options, Keys, Session, Findings)}, the first time. */
    public static Optional<Configuration> read(SourceTree tree, Options options, Keys meant, Findings findings) {
        return read(tree, options, meant, new Memory().begin(), findings);
    }

    /** All that a configuration is made from. */
    private record Key(String text, Options options, Keys meant) {}

    /**
     * Reads the project's configuration; empty where it is missing or unreadable. Wrong values are findings.
     *
     * @param session what an earlier build read: the same object while it says the same
     */
    public static Optional<Configuration> read(
            SourceTree tree, Options options, Keys meant, Session session, Findings findings) {
        Path file = tree.root().resolve(FILE);
        if (!Look.isFile(file, LinkOption.NOFOLLOW_LINKS)) {
            findings.error(
                    "no-configuration",
                    SourceSpan.of(FILE),
                    "there is no " + FILE + " in " + tree.root(),
                    "start a site with: plainfact init DIR");
            return Optional.empty();
        }
        return tree.read(file, MAX_BYTES)
                .map(source -> session.recall(
                        DRAWER,
                        FILE,
                        new Key(source.text(), options, meant),
                        findings,
                        (reads, found) -> new Configuration(tree, options, meant, source, found)));
    }

    public Settings settings() {
        return settings;
    }

    /** Relative to the project, as the other folders. */
    public String contentFolder() {
        return folder("content.folder");
    }

    public String templateFolder() {
        return folder("template.folder");
    }

    public String assetFolder() {
        return folder("asset.folder");
    }

    /** That of a site of ours is {@code data}. */
    public String dataFolder() {
        return folder("data.folder");
    }

    /** Where the site is written unless the caller says otherwise; absolute. */
    public Path destination() {
        return tree.root().resolve(value("destination.folder")).normalize();
    }

    /** Everything that a site is made from: what a preview watches. Relative to the project. */
    public Set<String> sources() {
        return Set.of(FILE, contentFolder(), templateFolder(), assetFolder(), dataFolder());
    }

    /** Where the site is published: what stands behind {@code publish.}, with its values. No part of what pages see. */
    public SortedMap<String, String> publishing() {
        SortedMap<String, String> all = new TreeMap<>();
        own.forEach((key, value) -> {
            if (key.startsWith(PUBLISH)) {
                all.put(key.substring(PUBLISH.length()), value);
            }
        });
        return all;
    }

    /** Whether raw HTML of articles is cleaned: unless {@code content.html=trusted}. */
    public boolean sanitise() {
        return !value("content.html").equals("trusted");
    }

    public long maxArticleBytes() {
        return maxArticleBytes;
    }

    /** Of a carousel that is made from an article: {@code carousel.slides}. */
    public int slides() {
        return slides;
    }

    /** Whether slides are {@code light} or {@code dark}: {@code carousel.scheme}. */
    public String scheme() {
        return own.getOrDefault("carousel.scheme", "light");
    }

    /** Whether pictures get smaller copies: unless {@code images.copies=false}. */
    boolean copiesPictures() {
        return copiesPictures;
    }

    /** Whether pages get pictures that networks show beside a link to them: {@code og.images=true}. */
    public boolean previews() {
        return previews;
    }

    /** The styles that texts are held to: {@code check.styles}. */
    public List<String> styles() {
        return own.containsKey("check.styles") ? list("check.styles") : List.of("overclaim");
    }

    /** After which a source is to be looked at again: {@code check.sources.review}; empty for never. */
    public Optional<Period> sourceReview() {
        return sourceReview;
    }

    /** For how many days an answer of another site is good: {@code check.external.age}. */
    public int externalAge() {
        return externalAge;
    }

    /** Hosts and addresses beyond the site that are not asked: {@code check.external.skip}. */
    public List<String> externalSkip() {
        return list("check.external.skip");
    }

    /** Hosts inside a network that may be asked: {@code check.external.private}. */
    public List<String> externalPrivate() {
        return list("check.external.private");
    }

    /** Where a key stands; the file where it is not written. */
    public SourceSpan placeOf(String key) {
        return keys.span(key);
    }

    /** Where the project's people read about rules: {@code check.help}. */
    public Optional<String> help() {
        return Optional.ofNullable(own.get("check.help")).filter(address -> !address.isEmpty());
    }

    JBakeConfiguration jbake() {
        return jbake;
    }

    /** The template that the project's own file names for a kind of content or a collection. */
    Optional<String> template(String kind) {
        return Optional.ofNullable(own.get("template." + kind + ".file"));
    }

    /** All that decides which template prints what, as a value. */
    Object templates() {
        Map<String, String> named = new TreeMap<>(own);
        named.keySet().removeIf(key -> !key.startsWith("template."));
        return named;
    }

    /** Where a key stands. */
    SourceSpan span(String key) {
        return keys.span(key);
    }

    SourceSpan templateSpan(String kind) {
        return keys.span("template." + kind + ".file");
    }

    private static DefaultJBakeConfiguration jbake(Path root, PropertiesConfiguration project) {
        CompositeConfiguration composite = new CompositeConfiguration();
        composite.setInterpolator(new ConfigurationInterpolator());
        composite.addConfiguration(project);
        composite.addConfiguration(defaults());
        return new DefaultJBakeConfiguration(root.toFile(), composite);
    }

    private static PropertiesConfiguration defaults() {
        PropertiesConfiguration defaults = properties();
        try (InputStream in = JBakeConfiguration.class.getResourceAsStream("/default.properties")) {
            if (in == null) {
                throw new IllegalStateException("JBake's default.properties is not on the class path");
            }
            defaults.read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalStateException("JBake's default.properties", e);
        }
        return defaults;
    }

    /** Commas do not split values, and no file includes another. */
    private static PropertiesConfiguration properties() {
        PropertiesConfiguration properties = new PropertiesConfiguration();
        properties.setIncludesAllowed(false);
        properties.setInterpolator(new ConfigurationInterpolator());
        return properties;
    }

    private void readInto(PropertiesConfiguration project, SourceFile source) {
        try {
            project.read(new StringReader(source.text()));
        } catch (ConfigurationException | IOException e) {
            findings.error("configuration", SourceSpan.of(FILE), String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> asText(PropertiesConfiguration project) {
        Map<String, String> text = new TreeMap<>();
        project.getKeys().forEachRemaining(key -> {
            Object value = project.getProperty(key);
            // A key written twice is told elsewhere; here the last one counts.
            Object last = value instanceof Collection<?> all ? List.copyOf(all).getLast() : value;
            text.put(key, String.valueOf(last).strip());
        });
        return text;
    }

    private void checkKeys() {
        checkChoices();
        if (foreign) {
            return;
        }
        for (String key : keys.all()) {
            if (key.startsWith("site.") && !KEYS.contains(key)) {
                findings.error(
                        "unknown-key",
                        keys.span(key),
                        "the key \"" + key + "\" means nothing",
                        Nearest.hint(key, KEYS).or(() -> Optional.of("known are " + String.join(", ", KEYS))));
            }
        }
        FOLDERS.forEach(this::checkFolder);
        // Schemas, styles and the names of collections are said by it.
        if (!tree.root()
                .resolve(value("data.folder"))
                .normalize()
                .equals(tree.root().resolve("data"))) {
            wrong("data.folder", "figures are read from data, and from no other folder", "name the folder data");
        }
    }

    private void checkChoices() {
        checkScheme();
        String html = value("content.html");
        if (!html.isEmpty() && !html.equals("sanitise") && !html.equals("trusted")) {
            wrong("content.html", "\"" + html + "\" is not a way to treat HTML", "write sanitise or trusted");
        }
    }

    private void checkScheme() {
        String scheme = scheme();
        if (!scheme.equals("light") && !scheme.equals("dark")) {
            wrong("carousel.scheme", "\"" + scheme + "\" is no scheme of slides", "write light or dark");
        }
    }

    private void checkFolder(String key) {
        String folder = value(key);
        Path path = tree.root().resolve(folder).normalize();
        if (folder.isEmpty() || path.equals(tree.root()) || !path.startsWith(tree.root())) {
            wrong(key, "\"" + folder + "\" is not a folder inside the project", "write a relative path");
        }
    }

    private Settings readSettings() {
        String title = foreign ? own.getOrDefault("site.title", "") : required("site.title");
        return new Settings(
                title,
                value("site.tagline"),
                value("site.description"),
                baseUrl(),
                own.getOrDefault("site.language", "en"),
                own.getOrDefault("site.publisher", title),
                links("site.navigation"),
                links("site.footer"),
                value("site.disclaimer"),
                policy(),
                list("records.pages"),
                number("index.posts_per_page", 10),
                options.drafts(),
                options.future(),
                options.today(),
                templateConfig());
    }

    private String policy() {
        String policy = own.getOrDefault("site.policy", POLICY);
        if (!policy.matches("[\\x20-\\x7e]*")) {
            wrong("site.policy", "a policy is written in ASCII on one line", "write it as in a header");
            return POLICY;
        }
        return policy;
    }

    /** Every key of the project that is of the site; dots are read as {@code _}. */
    private Map<String, String> templateConfig() {
        Map<String, String> all = new HashMap<>();
        own.forEach((key, value) -> {
            if (!key.startsWith(PUBLISH)) {
                all.put(key.replace('.', '_'), value);
            }
        });
        return all;
    }

    private String baseUrl() {
        String url = options.baseUrl().orElseGet(() -> foreign ? value("site.host") : required("site.host"));
        if (foreign && address(url).isPresent()) {
            return "http://localhost";
        }
        if (options.baseUrl().isEmpty() && own.containsKey("site.host")) {
            Optional<String> problem = address(url);
            problem.ifPresent(
                    words -> wrong("site.host", words, "write it like https://example.org or https://example.org/sub"));
            if (problem.isPresent()) {
                return "http://localhost";
            }
        }
        String trimmed = url.replaceAll("/+$", "");
        return trimmed.isEmpty() ? "http://localhost" : trimmed;
    }

    /** What is wrong with a site's address. */
    private static Optional<String> address(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean whole = uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() <= 65_535;
            if (!http || !whole) {
                return Optional.of("\"" + text + "\" is not the address of a site");
            }
            // Throws for empty and relative segments.
            Route.of(uri.getPath().isEmpty() ? "/" : uri.getPath());
            return Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.of("\"" + text + "\" is not an address");
        }
    }

    private List<Link> links(String key) {
        List<Link> links = new ArrayList<>();
        for (String item : list(key)) {
            int bar = item.lastIndexOf('|');
            try {
                if (bar < 1) {
                    throw new IllegalArgumentException("\"" + item + "\" has no title and address");
                }
                links.add(new Link(
                        item.substring(0, bar).strip(),
                        Route.of(item.substring(bar + 1).strip())));
            } catch (IllegalArgumentException e) {
                wrong(key, String.valueOf(e.getMessage()), "write Title|/address/, and a comma between links");
            }
        }
        return links;
    }

    private List<String> list(String key) {
        List<String> items = new ArrayList<>();
        for (String item : value(key).split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    private boolean flag(String key, boolean otherwise) {
        String text = own.getOrDefault(key, String.valueOf(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            wrong(key, "\"" + text + "\" is neither true nor false", "write true or false");
            return otherwise;
        }
        return Boolean.parseBoolean(text);
    }

    private int number(String key, int otherwise) {
        String text = own.getOrDefault(key, String.valueOf(otherwise));
        if (foreign && key.startsWith("index.")) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,6}")) {
            wrong(key, "\"" + text + "\" is not a whole number above 0", "write a number such as " + otherwise);
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    private Optional<Period> period(String key) {
        String text = own.getOrDefault(key, "");
        try {
            Optional<Period> period = text.isEmpty() ? Optional.empty() : Optional.of(Period.parse(text));
            if (period.filter(it -> it.isNegative() || it.isZero()).isEmpty()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        wrong(key, "\"" + text + "\" is no period", "write P1Y for a year or P6M for six months");
        return Optional.empty();
    }

    private String required(String key) {
        String text = value(key);
        if (!own.containsKey(key) || text.isEmpty()) {
            wrong(key, "the key \"" + key + "\" is missing", "add a line such as " + key + "=…");
            return "";
        }
        return text;
    }

    private String folder(String key) {
        String folder = value(key).replaceAll("/+$", "");
        Path path = tree.root().resolve(folder).normalize();
        return path.startsWith(tree.root()) ? tree.name(path) : folder;
    }

    /** The project's value, else JBake's default, else nothing. */
    private String value(String key) {
        Object inherited = jbake.getCompositeConfiguration().getProperty(key);
        return own.getOrDefault(key, inherited == null ? "" : inherited.toString())
                .strip();
    }

    private void wrong(String key, String problem, String hint) {
        findings.error("configuration", keys.span(key), problem, hint);
    }
}
