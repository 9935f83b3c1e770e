package org.plainfact.jbake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.interpol.ConfigurationInterpolator;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfiguration;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * The configuration of a site as JBake reads it: {@code custom.properties}, then {@code jbake.properties}, then JBake's own
 * defaults; values split at commas, and {@code ${key}} stands for the value of another key. Not for one of the environment
 * or of the system, which JBake would read too: a site must not depend on who builds it.
 */
final class Properties {
    static final String FILE = "jbake.properties";
    /** JBake's older name for it, which it reads before the other. */
    static final String LEGACY = "custom.properties";

    private static final long MAX_BYTES = 1 << 20;

    private Properties() {}

    /** What {@link #read} reads: no text where there is no file, or none that can be read. */
    static List<String> texts(SourceTree tree) {
        SourceTree quiet = tree.telling(new Findings());
        return Stream.of(LEGACY, FILE)
                .map(tree.root()::resolve)
                .map(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? quiet.read(file, MAX_BYTES).map(SourceFile::text).orElse("")
                        : "")
                .toList();
    }

    /** What is wrong with the text of a file is an error. */
    static DefaultJBakeConfiguration read(SourceTree tree, Findings findings) {
        CompositeConfiguration all = new CompositeConfiguration();
        all.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
        ConfigurationInterpolator own = new ConfigurationInterpolator();
        own.addDefaultLookup(key -> {
            Object value = all.getProperty(key);
            return value == null ? null : all.getString(key);
        });
        all.setInterpolator(own);
        for (String name : List.of(LEGACY, FILE)) {
            Path file = tree.root().resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                tree.telling(findings)
                        .read(file, MAX_BYTES)
                        .ifPresent(source ->
                                all.addConfiguration(parsed(new StringReader(source.text()), name, findings)));
            }
        }
        all.addConfiguration(defaults());
        return new DefaultJBakeConfiguration(tree.root().toFile(), all);
    }

    /** What a key of a site's configuration is good for. */
    enum Use {
        COUNTS,
        /** JBake's, of its database, its server, its own way of working, or an engine that is not here. */
        IGNORED,
        /** Read by templates, if by anybody. */
        OWN
    }

    private static final List<String> OF_JBAKE_ALONE = List.of(
            "db.",
            "clear.cache",
            "server.",
            "asciidoctor.",
            "example.project.",
            "thymeleaf.",
            "markdown.maxParsingTime",
            "git.hash",
            "build.timestamp",
            "version");

    private static final Pattern A_TEMPLATE = Pattern.compile("template\\..+\\.(file|extension)");

    /** Each key that a site's own files name, sorted. */
    static Map<String, Use> uses(SourceTree tree) {
        PropertiesConfiguration known = defaults();
        Map<String, Use> uses = new TreeMap<>();
        for (String name : List.of(LEGACY, FILE)) {
            Path file = tree.root().resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                tree.telling(new Findings())
                        .read(file, MAX_BYTES)
                        .map(source -> parsed(new StringReader(source.text()), name, new Findings()))
                        .ifPresent(read -> read.getKeys().forEachRemaining(key -> uses.put(key, use(key, known))));
            }
        }
        return uses;
    }

    private static Use use(String key, PropertiesConfiguration known) {
        if (OF_JBAKE_ALONE.stream().anyMatch(key::startsWith)) {
            return Use.IGNORED;
        }
        boolean jbakes = known.containsKey(key)
                || JBAKES.contains(key)
                || A_TEMPLATE.matcher(key).matches();
        return jbakes ? Use.COUNTS : Use.OWN;
    }

    /** Keys that have no default, and ours. */
    private static final List<String> JBAKES = List.of(
            "site.host",
            "jvm.locale",
            "freemarker.timezone",
            "freemarker.outputencoding",
            "header.separator",
            "tag.sanitize",
            "img.path.update",
            "img.path.prepend.host",
            "uri.noExtension",
            "uri.noExtension.prefix",
            "default.status",
            "default.type",
            "asset.ignore",
            JBakeSite.ESCAPING);

    private static PropertiesConfiguration defaults() {
        try (InputStream in = JBakeConfiguration.class.getResourceAsStream("/default.properties")) {
            if (in == null) {
                throw new IllegalStateException("JBake's default.properties is not on the class path");
            }
            return parsed(new InputStreamReader(in, StandardCharsets.UTF_8), "default.properties", new Findings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PropertiesConfiguration parsed(Reader text, String name, Findings findings) {
        PropertiesConfiguration properties = new PropertiesConfiguration();
        properties.setIncludesAllowed(false);
        properties.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
        try {
            properties.read(text);
        } catch (ConfigurationException | IOException e) {
            findings.error("configuration", SourceSpan.of(name), String.valueOf(e.getMessage()));
        }
        return properties;
    }
}
