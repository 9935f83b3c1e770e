package org.plainfact.jbake;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jbake.app.FileUtil;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import org.jbake.model.ModelAttributes.Status;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import org.jbake.util.PagingHelper;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.Extras;
import org.plainfact.bake.Faults;
import org.plainfact.bake.PageBuffer;
import org.plainfact.memo.Asking;
import org.plainfact.source.SourceSpan;

/**
 * JBake's renderer, as its rendering tools know it, that writes no file: what a tool has it print is noted, with all that the
 * print needs, and printed later, on all cores.
 */
final class Press extends Renderer {
    private static final String INDEX = "masterindex";

    private final MemoryStore store;
    private final DefaultJBakeConfiguration configuration;
    private final Stove stove;
    private final Plates plates;
    private final Faults faults;
    private final String templates;
    private final String site;

    /** Whether a page took too long: no more are begun, lest each does. */
    private volatile boolean slow;

    /**
     * What a page is made from, beside what it looks up.
     *
     * @param site stands for the configuration and for where the site is built
     * @param model what the template is given
     * @param paging the part of lists that it sees
     */
    private record Basis(String site, String type, String template, Object model, MemoryStore.Paging paging) {}

    /**
     * @param templates the folder of the templates, as findings name it, with its slash
     * @param site stands for the configuration and for where the site is built
     */
    Press(
            MemoryStore store,
            DefaultJBakeConfiguration configuration,
            Stove stove,
            Plates plates,
            Faults faults,
            String templates,
            String site) {
        super(store, configuration, stove);
        this.store = store;
        this.configuration = configuration;
        this.stove = stove;
        this.plates = plates;
        this.faults = faults;
        this.templates = templates;
        this.site = site;
    }

    /** Takes a document as it is now: a tool may use the same object for the next. */
    @Override
    public void render(DocumentModel content) {
        String type = content.getType();
        String uri = content.getUri();
        int dot = uri.lastIndexOf('.');
        String bare = dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
        String suffix = Status.DRAFT.equals(content.getStatus()) ? configuration.getDraftSuffix() : "";
        DocumentModel copy = new DocumentModel();
        copy.putAll(content);
        TemplateModel model = model(copy);
        String owner = content.get(ModelAttributes.FILE) instanceof String file ? file : "a " + type;
        note(bare + suffix + configuration.getOutputExtensionByDocType(type), owner, type, model);
    }

    @Override
    public void renderIndex(String indexFile) {
        noteSimple(indexFile, "the index", INDEX);
    }

    @Override
    public void renderSitemap(String sitemapFile) {
        noteSimple(sitemapFile, "the sitemap", "sitemap");
    }

    @Override
    public void renderFeed(String feedFile) {
        noteSimple(feedFile, "the feed", "feed");
    }

    @Override
    public void renderArchive(String archiveFile) {
        noteSimple(archiveFile, "the archive", "archive");
    }

    @Override
    public void renderError404(String errorFile) {
        noteSimple(errorFile, "the page for what is not found", "error404");
    }

    @Override
    public void renderIndexPaging(String indexFile) {
        long posts = store.getPublishedCount("post");
        int perPage = configuration.getPostsPerPage();
        if (posts == 0) {
            renderIndex(indexFile);
            return;
        }
        PagingHelper pages = new PagingHelper(posts, perPage);
        MemoryStore.Paging before = store.paging();
        try {
            for (int start = 0, page = 1; start < posts; start += perPage, page++) {
                store.setPaging(new MemoryStore.Paging(start, perPage));
                TemplateModel model = model(simple(INDEX, page > 1 ? "../" : ""));
                model.setNumberOfPages(pages.getNumberOfPages());
                model.setCurrentPageNuber(page);
                model.setPreviousFilename(pages.getPreviousFileName(page));
                model.setNextFileName(pages.getNextFileName(page));
                note(pages.getCurrentFileName(page, indexFile), "the index", INDEX, model);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a number is no address", e);
        } finally {
            store.setPaging(before);
        }
    }

    @Override
    public int renderTags(String tagPath) {
        int count = 0;
        for (String tag : store.getAllTags()) {
            String path = tagPath + "/" + tag + configuration.getOutputExtension();
            TemplateModel model = model(simple(ModelAttributes.TAG, rootPath(path)));
            model.setTag(tag);
            note(path, "the tag \"" + tag + "\"", ModelAttributes.TAG, model);
            count++;
        }
        if (configuration.getRenderTagsIndex()) {
            String path = tagPath + "/index" + configuration.getOutputExtension();
            note(path, "the list of tags", "tagsindex", model(simple(ModelAttributes.TAGS, rootPath(path))));
            count++;
        }
        return count;
    }

    private String rootPath(String path) {
        return FileUtil.getUriPathToDestinationRoot(
                configuration, new File(configuration.getDestinationFolder(), path));
    }

    private void noteSimple(String file, String owner, String type) {
        TemplateModel model = model(simple(type, ""));
        if (configuration.getPaginateIndex()) {
            model.setNumberOfPages(0);
            model.setCurrentPageNuber(0);
            model.setPreviousFilename("");
            model.setNextFileName("");
        }
        note(file, owner, type, model);
    }

    private static DocumentModel simple(String type, String rootPath) {
        DocumentModel content = new DocumentModel();
        content.setType(type);
        content.setRootPath(rootPath);
        return content;
    }

    private TemplateModel model(DocumentModel content) {
        TemplateModel model = new TemplateModel();
        model.setContent(content);
        model.setRenderer(stove);
        return model;
    }

    private void note(String path, String owner, String type, TemplateModel model) {
        MemoryStore.Paging paging = store.paging();
        String template = configuration.getTemplateByDocType(type);
        Optional<Object> given = given(model);
        Basis basis = new Basis(site, type, String.valueOf(template), given.orElse(""), paging);
        Extras.Origin origin = new Extras.Origin(
                templates + (template == null ? "" : stove.found(template)),
                model.getContent().get(ModelAttributes.FILE) instanceof String file
                        ? Optional.of(file)
                        : Optional.empty());
        plates.add(path, owner, origin, basis, place -> (asking, findings) -> {
            if (given.isEmpty()) {
                asking.spoil();
            }
            return printed(place, type, template, model, paging, asking);
        });
    }

    /** What a tool gives a template, as plain content; empty where only the tool knows what it is. */
    private static Optional<Object> given(TemplateModel model) {
        Map<String, Object> given = new TreeMap<>(model);
        given.remove(ModelAttributes.RENDERER);
        return Plain.of(given);
    }

    private Optional<byte[]> printed(
            String path,
            String type,
            @Nullable String template,
            TemplateModel model,
            MemoryStore.Paging paging,
            Asking asking) {
        if (template == null) {
            faults.add(
                    path,
                    SourceSpan.of(Properties.FILE),
                    "there is no template for the type \"" + type + "\"",
                    Optional.of("name one: template." + type + ".file=…"));
            return Optional.empty();
        }
        if (slow) {
            return Optional.empty();
        }
        PageBuffer out = PageBuffer.usual();
        MemoryStore.Paging before = store.paging();
        store.setPaging(paging);
        try {
            // A template's model is put together for one print.
            Watch.over(asking, () -> render(new TemplateModel(model), template, out));
            return Optional.of(out.toString().getBytes(Charset.forName(configuration.getRenderEncoding())));
        } catch (RuntimeException | StackOverflowError e) {
            Throwable cause = e instanceof Failed && e.getCause() != null ? e.getCause() : e;
            if (Thread.currentThread().isInterrupted()) {
                // What is too slow often stands in what many pages share.
                slow = true;
                faults.addSlow("/" + path, templates + stove.found(template));
            } else {
                faults.add("/" + path, cause, templates, stove.found(template));
            }
            return Optional.empty();
        } finally {
            store.setPaging(before);
        }
    }

    private PageBuffer render(TemplateModel model, String template, PageBuffer out) {
        try {
            stove.renderDocument(model, template, out);
            return out;
        } catch (RenderingException e) {
            throw new Failed(e);
        }
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(RenderingException cause) {
            super(cause);
        }
    }
}
