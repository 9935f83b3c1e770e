package org.plainfact.jbake;

import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.beans.BeansWrapperBuilder;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.ModelAttributes;
import org.jbake.template.AbstractTemplateEngine;
import org.jbake.template.FreemarkerTemplateEngine.LazyLoadingModel;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import org.jbake.util.DataFileUtil;

/**
 * Freemarker as JBake sets it up: the behaviour of its version 2.3.0, the machine's locale, the same variables through JBake's
 * own extractors. Two things differ: no template can make an object, reach a class or read a file, and a template whose name
 * ends in {@code .ftlh} escapes what it prints. Safe for several threads.
 */
final class FtlEngine extends AbstractTemplateEngine {
    private static final Version AS_JBAKE = Configuration.VERSION_2_3_0;

    private final Configuration freemarker;
    private final DefaultObjectWrapper wrapper;
    private final BeansWrapper beans;
    private final Db seen;
    private final Set<String> ofOthers;

    /**
     * @param templates the files that the loader loads
     * @param escaping whether {@code .ftl} templates escape what they print, too
     */
    FtlEngine(
            JBakeConfiguration config,
            MemoryStore store,
            TemplateLoader loader,
            Templates templates,
            boolean escaping) {
        super(config, store);
        this.seen = new Db(store);
        Exposure exposure = new Exposure();
        DefaultObjectWrapperBuilder objects = new DefaultObjectWrapperBuilder(AS_JBAKE);
        objects.setMemberAccessPolicy(exposure);
        this.wrapper = objects.build();
        BeansWrapperBuilder others = new BeansWrapperBuilder(AS_JBAKE);
        others.setMemberAccessPolicy(exposure);
        this.beans = others.build();
        this.ofOthers = Others.variables();
        this.freemarker = new Tracking(templates);
        freemarker.setDefaultEncoding(config.getRenderEncoding());
        freemarker.setOutputEncoding(config.getOutputEncoding());
        freemarker.setLocale(Machine.locale());
        if (config.getFreemarkerTimeZone() != null) {
            freemarker.setTimeZone(config.getFreemarkerTimeZone());
            freemarker.setSQLDateAndTimeTimeZone(config.getFreemarkerTimeZone());
        }
        freemarker.setTemplateLoader(loader);
        freemarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        freemarker.setObjectWrapper(wrapper);
        freemarker.setRecognizeStandardFileExtensions(true);
        if (escaping) {
            freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        }
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    @Override
    public void renderDocument(TemplateModel model, String templateName, Writer writer) throws RenderingException {
        try {
            Template template = freemarker.getTemplate(templateName);
            template.process(new Model(new LazyLoadingModel(wrapper, model, db, config)), writer);
        } catch (IOException | TemplateException | UncheckedIOException e) {
            throw new RenderingException(e);
        }
    }

    /** Tells which templates a page uses. */
    private static final class Tracking extends Configuration {
        private final Templates templates;
        private final Map<Template, Boolean> interruptible = new ConcurrentHashMap<>();

        Tracking(Templates templates) {
            super(AS_JBAKE);
            this.templates = templates;
        }

        @Override
        @SuppressWarnings("NullAway") // Freemarker's "missing" is null.
        public Template getTemplate(
                String name, Locale locale, Object lookup, String encoding, boolean parse, boolean ignoreMissing)
                throws IOException {
            try {
                Template found = super.getTemplate(name, locale, lookup, encoding, parse, ignoreMissing);
                if (found != null) {
                    // Lets the deadline end a loop that neither prints nor reads; once, before anybody prints it.
                    interruptible.computeIfAbsent(found, template -> {
                        _CoreAPI.addThreadInterruptedChecks(template);
                        return true;
                    });
                    Watch.lookup(new Asked.Template(found.getSourceName()));
                    if (templates.tellsTime(found.getSourceName())) {
                        Watch.lookup(new Asked.Today());
                    }
                }
                return found;
            } catch (TemplateNotFoundException e) {
                // A page can go on without it. It depends on the names of all templates anyway.
                throw e;
            } catch (ParseException e) {
                Watch.lookup(new Asked.Template(String.valueOf(e.getTemplateName())));
                throw e;
            } catch (IOException | RuntimeException e) {
                Watch.spoil();
                throw e;
            }
        }
    }

    /** JBake's, but for two variables that it wraps for itself. */
    private final class Model implements TemplateHashModel {
        private final LazyLoadingModel jbakes;

        Model(LazyLoadingModel jbakes) {
            this.jbakes = jbakes;
        }

        @Override
        public freemarker.template.TemplateModel get(String key) throws TemplateModelException {
            if (ofOthers.contains(key)) {
                Watch.spoil();
            }
            if (key.equals(ModelAttributes.PUBLISHED_DATE)) {
                Watch.lookup(new Asked.Today());
            }
            return switch (key) {
                case ModelAttributes.DB -> beans.wrap(seen);
                case ModelAttributes.DATA -> beans.wrap(new DataFileUtil(db, config.getDataFileDocType()));
                default -> jbakes.get(key);
            };
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
