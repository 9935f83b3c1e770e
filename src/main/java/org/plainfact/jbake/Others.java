package org.plainfact.jbake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jbake.parser.MarkdownEngine;
import org.jbake.parser.ParserEngine;
import org.jbake.parser.RawMarkupEngine;
import org.jbake.parser.YamlEngine;
import org.jbake.template.ModelExtractors;

/**
 * Extensions of JBake that others wrote. They are found on the class path as JBake finds them, and used; but what they read is not
 * known, so what comes of them is not remembered.
 */
final class Others {
    private static final String EXTRACTORS = "META-INF/org.jbake.template.ModelExtractors.properties";
    private static final String JBAKES = "org.jbake.";
    private static final List<Class<?>> KNOWN_ENGINES =
            List.of(PegdownMarkdown.class, MarkdownEngine.class, RawMarkupEngine.class, YamlEngine.class);

    private Others() {}

    /** Whether an engine may read more than the file that it is given: JBake's own for Asciidoctor includes others. */
    static boolean isOne(ParserEngine engine) {
        return !KNOWN_ENGINES.contains(engine.getClass());
    }

    /** Names of the variables of templates that extractors of others make. */
    static Set<String> variables() {
        try {
            return Collections.list(ModelExtractors.class.getClassLoader().getResources(EXTRACTORS)).stream()
                    .map(Others::read)
                    .flatMap(extractors -> extractors.stringPropertyNames().stream()
                            .filter(type -> !type.startsWith(JBAKES))
                            .flatMap(type ->
                                    Stream.of(extractors.getProperty(type).split(","))))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.Properties read(URL descriptor) {
        java.util.Properties properties = new java.util.Properties();
        try (InputStream in = descriptor.openStream();
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
