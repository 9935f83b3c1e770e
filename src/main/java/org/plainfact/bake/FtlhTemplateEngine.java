package org.plainfact.bake;

import freemarker.cache.StringTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.template.AbstractTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import org.jspecify.annotations.Nullable;
import org.plainfact.memo.Asking;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * JBake's template engine for {@code .ftlh} and {@code .ftlx}: Freemarker with escaping on, and with no way out of the
 * template. A {@code .css} beside them is there to be included. Registered with JBake by {@code META-INF/org.jbake.parser.TemplateEngines.properties}. Safe for several
 * threads.
 *
 * <p>Every template is parsed when the engine is made; one that cannot be parsed, or that asks for what is refused, is
 * a finding then.
 */
public final class FtlhTemplateEngine extends AbstractTemplateEngine {
    private static final long MAX_TEMPLATE_BYTES = 1 << 20;

    /** What the page that is being printed looks up; not bound in JBake's own loop. */
    private static final ScopedValue<Asking> ASKING = ScopedValue.newInstance();

    private final Tracking freemarker;
    private final Map<String, SourceFile> templates;

    /**
     * As JBake makes it: templates from the configuration's template folder.
     *
     * @throws IllegalArgumentException naming every template that cannot be used
     */
    public FtlhTemplateEngine(JBakeConfiguration config, @Nullable ContentStore store) {
        this(config, store, new Findings());
    }

    private FtlhTemplateEngine(JBakeConfiguration config, @Nullable ContentStore store, Findings findings) {
        this(
                config,
                store,
                read(new SourceTree(config.getTemplateFolder().toPath(), findings), "", findings),
                "",
                findings);
        if (findings.hasErrors()) {
            throw new IllegalArgumentException(
                    findings.sorted().stream().map(Finding::toString).reduce("templates", (a, b) -> a + "\n" + b));
        }
    }

    private FtlhTemplateEngine(
            JBakeConfiguration config,
            @Nullable ContentStore store,
            Map<String, SourceFile> templates,
            String folder,
            Findings findings) {
        super(config, store);
        this.freemarker = freemarker(templates);
        this.templates = Map.copyOf(templates);
        TemplateGate gate = new TemplateGate(folder, findings);
        templates.keySet().forEach(name -> load(name, gate));
    }

    /** The project's engine. What is wrong with a template is a finding. */
    static FtlhTemplateEngine of(JBakeConfiguration config, SourceTree tree, String folder, Findings findings) {
        return new FtlhTemplateEngine(config, null, read(tree, folder + "/", findings), folder + "/", findings);
    }

    boolean has(String template) {
        return templates.containsKey(template);
    }

    Set<String> names() {
        return templates.keySet();
    }

    /**
     * Of a template, as it is written.
     *
     * @param name as a template asks for it: with a slash before it or dots and stars in it, too
     */
    Optional<String> text(String name) {
        return freemarker.source(name).map(templates::get).map(SourceFile::text);
    }

    /** As {@link #renderDocument}; each template that is used on the way is asked for. */
    void render(TemplateModel model, String template, Writer writer, Asking asking) throws RenderingException {
        ScopedValue.where(ASKING, asking).call(() -> {
            renderDocument(model, template, writer);
            return template;
        });
    }

    /**
     * @param model what the template sees; JBake's extractors are not asked
     * @throws RenderingException with Freemarker's exception as its cause
     */
    @Override
    public void renderDocument(TemplateModel model, String templateName, Writer writer) throws RenderingException {
        try {
            freemarker.getTemplate(templateName).process(model, writer, RecordWrapper.INSTANCE);
        } catch (IOException | TemplateException e) {
            throw new RenderingException(templateName, e);
        }
    }

    private static Map<String, SourceFile> read(SourceTree tree, String prefix, Findings findings) {
        Map<String, SourceFile> templates = new TreeMap<>();
        for (Path file : tree.files(prefix)) {
            String name = tree.name(file).substring(prefix.length());
            if (name.endsWith(".ftlh") || name.endsWith(".ftlx") || name.endsWith(".css")) {
                tree.read(file, MAX_TEMPLATE_BYTES).ifPresent(source -> templates.put(name, source));
            } else if (name.endsWith(".ftl")) {
                findings.warning(
                        "stray-template",
                        SourceSpan.of(tree.name(file)),
                        "a template of JBake prints nothing in a site that has article.ftlh",
                        Optional.of(
                                "remove it, or rename it to .ftlh; in a site of JBake that begins to use ours write site.jbake=true"));
            }
        }
        return templates;
    }

    private static Tracking freemarker(Map<String, SourceFile> templates) {
        Tracking freemarker = new Tracking();
        StringTemplateLoader loader = new StringTemplateLoader() {
            /** Freemarker's words of a missing template end with this; a page may print them. */
            @Override
            public String toString() {
                return "templates";
            }
        };
        templates.forEach((name, source) -> loader.putTemplate(name, source.text(), 0));
        freemarker.setTemplateLoader(loader);
        freemarker.setCacheStorage(new StrongCacheStorage());
        freemarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        freemarker.setLocalizedLookup(false);
        freemarker.setDefaultEncoding("UTF-8");
        freemarker.setOutputEncoding("UTF-8");
        freemarker.setLocale(Locale.ROOT);
        freemarker.setTimeZone(TimeZone.getTimeZone("UTC"));
        freemarker.setNumberFormat("computer");
        freemarker.setObjectWrapper(RecordWrapper.INSTANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setWrapUncheckedExceptions(true);
        freemarker.setFallbackOnNullLoopVariable(false);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setAPIBuiltinEnabled(false);
        return freemarker;
    }

    /** Tells which templates a page includes. */
    private static final class Tracking extends Configuration {
        Tracking() {
            super(VERSION_2_3_35);
        }

        @Override
        @SuppressWarnings("NullAway") // Freemarker's "missing" is null.
        public Template getTemplate(
                String name, Locale locale, Object lookup, String encoding, boolean parse, boolean ignoreMissing)
                throws IOException {
            // First of all: a page can recover from a template that is missing or broken.
            if (ASKING.isBound()) {
                ASKING.get().ask(new Asked.TemplateNamed(name));
            }
            return super.getTemplate(name, locale, lookup, encoding, parse, ignoreMissing);
        }

        /** The file that a name leads to; without parsing it, so that one that cannot be parsed is found too. */
        @SuppressWarnings("NullAway") // Freemarker takes null for its defaults.
        Optional<String> source(String name) {
            try {
                return Optional.ofNullable(super.getTemplate(name, null, null, null, false, true))
                        .map(Template::getSourceName);
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    private void load(String name, TemplateGate gate) {
        try {
            Template template = freemarker.getTemplate(name);
            gate.check(template);
            // Lets the deadline end a loop that neither prints nor reads.
            _CoreAPI.addThreadInterruptedChecks(template);
        } catch (ParseException e) {
            gate.refuse(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
