package org.plainfact.jbake;

import java.io.File;
import java.io.Writer;
import java.util.Map;
import org.jbake.app.ContentStore;
import org.jbake.app.FileUtil;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.template.AbstractTemplateEngine;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.FreemarkerTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.TemplateEngines;
import org.jbake.template.model.TemplateModel;
import org.plainfact.bake.FtlhTemplateEngine;

/**
 * Finds the engine of a template as JBake does, among those that the class path offers; in place of JBake's own for Freemarker
 * stands ours. Safe for several threads where the engines are.
 */
final class Stove extends DelegatingTemplateEngine {
    private static final int SUFFIX = ".ftl".length();

    private final TemplateEngines engines;
    private final FtlEngine freemarker;
    private final Map<String, Object> seen;

    Stove(ContentStore store, DefaultJBakeConfiguration config, FtlEngine freemarker) {
        super(store, config);
        this.engines = new TemplateEngines(config, store);
        this.freemarker = freemarker;
        this.seen = config.asHashMap();
    }

    /**
     * The template that prints what is meant for another: the same, or one of the same name for another engine.
     *
     * @param name such as {@code post.ftl}
     */
    String found(String name) {
        File folder = config.getTemplateFolder();
        if (new File(folder, name).exists() || name.length() <= SUFFIX) {
            return name;
        }
        String bare = name.substring(0, name.length() - SUFFIX);
        return engines.getRecognizedExtensions().stream()
                .map(extension -> bare + "." + extension)
                .filter(other -> new File(folder, other).exists())
                .findFirst()
                .orElse(name);
    }

    /** Whether there is an engine for a template; where there is none, JBake writes an empty page. */
    boolean canPrint(String template) {
        return engines.getEngine(FileUtil.fileExt(template)) != null;
    }

    @Override
    public void renderDocument(TemplateModel model, String templateName, Writer writer) throws RenderingException {
        model.setVersion(config.getVersion());
        model.setConfig(seen);
        String template = found(templateName);
        AbstractTemplateEngine engine = engines.getEngine(FileUtil.fileExt(template));
        if (engine == null) {
            return;
        }
        boolean ours = engine instanceof FreemarkerTemplateEngine || engine instanceof FtlhTemplateEngine;
        if (!ours) {
            // What they read is not known.
            Watch.spoil();
        }
        (ours ? freemarker : engine).renderDocument(model, template, writer);
    }
}
