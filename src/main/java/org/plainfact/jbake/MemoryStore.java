package org.plainfact.jbake;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import org.jspecify.annotations.Nullable;

/**
 * JBake's content store without its database: the documents of one build, in memory, with every public method of the
 * original, since templates call them. Documents of one date stand in the order in which JBake's database gives them on a
 * machine with one core: the one that was read last comes first.
 *
 * <p>Safe for several threads. Lists and documents are shared by all who ask; whoever changes one takes a copy. A page of a
 * paginated index ({@link #setStart}, {@link #setLimit}) is that of the thread that asks.
 */
final class MemoryStore extends ContentStore {
    private static final long NONE = -1;
    private static final String POST = "post";

    private final List<DocumentModel> documents = new ArrayList<>();
    private final ThreadLocal<Paging> paging = ThreadLocal.withInitial(() -> Paging.ALL);
    private @Nullable Index index;

    MemoryStore() {
        super("memory", "");
    }

    /** Which part of a list is given. */
    record Paging(long start, long limit) {
        static final Paging ALL = new Paging(NONE, NONE);

        boolean applies() {
            return start >= 0 && limit > NONE;
        }
    }

    Paging paging() {
        return paging.get();
    }

    void setPaging(Paging wanted) {
        paging.set(wanted);
    }

    /** All documents, as {@link #getAllContent} sorts those of a type. */
    private static final class Index {
        private final List<DocumentModel> sorted;
        private final Map<String, DocumentList<DocumentModel>> lists = new HashMap<>();
        private final Map<String, Map<String, DocumentList<DocumentModel>>> tagged = new HashMap<>();
        private final Map<String, DocumentList<DocumentModel>> bySource = new HashMap<>();
        private final Map<String, DocumentList<DocumentModel>> byTag = new HashMap<>();
        private @Nullable Set<String> allTags;

        Index(List<DocumentModel> documents) {
            List<DocumentModel> last = new ArrayList<>(documents).reversed();
            // Stable: of one date, the order of reading counts, from the end.
            this.sorted = last.stream()
                    .sorted(Comparator.comparing(Index::time).reversed())
                    .toList();
            for (DocumentModel document : documents) {
                bySource.computeIfAbsent(String.valueOf(document.getSourceuri()), each -> new DocumentList<>())
                        .add(document);
            }
            for (DocumentModel document : sorted) {
                if (isPublished(document)) {
                    Map<String, DocumentList<DocumentModel>> ofType = tagged.computeIfAbsent(
                            String.valueOf(document.get(ModelAttributes.TYPE)), each -> new HashMap<>());
                    tags(document)
                            .forEach(tag -> ofType.computeIfAbsent(tag, each -> new DocumentList<>())
                                    .add(document));
                }
            }
        }

        private static long time(DocumentModel document) {
            return document.get(ModelAttributes.DATE) instanceof Date date ? date.getTime() : Long.MIN_VALUE;
        }

        synchronized DocumentList<DocumentModel> list(String name, Predicate<DocumentModel> wanted) {
            return lists.computeIfAbsent(name, each -> {
                DocumentList<DocumentModel> list = new DocumentList<>();
                sorted.stream().filter(wanted).forEach(list::add);
                return list;
            });
        }

        synchronized DocumentList<DocumentModel> documentsByTag(
                String tag, Consumer<DocumentList<DocumentModel>> filling) {
            DocumentList<DocumentModel> known = byTag.get(tag);
            if (known == null) {
                known = new DocumentList<>();
                filling.accept(known);
                byTag.put(tag, known);
            }
            return known;
        }

        synchronized Set<String> allTags(Consumer<Set<String>> filling) {
            if (allTags == null) {
                Set<String> all = new HashSet<>();
                filling.accept(all);
                allTags = all;
            }
            return allTags;
        }
    }

    private synchronized Index index() {
        if (index == null) {
            index = new Index(documents);
        }
        return index;
    }

    private static boolean isPublished(DocumentModel document) {
        return ModelAttributes.Status.PUBLISHED.equals(document.get(ModelAttributes.STATUS));
    }

    private static boolean isOf(DocumentModel document, String type) {
        return type.equals(document.get(ModelAttributes.TYPE));
    }

    /** Each once, however often it was written. */
    private static Set<String> tags(DocumentModel document) {
        return document.get(ModelAttributes.TAGS) instanceof String[] tags
                ? new LinkedHashSet<>(List.of(tags))
                : Set.of();
    }

    /** Where nothing is written that could need one. */
    @Override
    public void startup() {}

    @Override
    public void close() {}

    @Override
    public void shutdown() {}

    @Override
    public void drop() {
        change(List::clear);
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void updateAndClearCacheIfNeeded(boolean needed, File templateFolder) {}

    @Override
    public long getStart() {
        return paging().start();
    }

    @Override
    public void setStart(int start) {
        setPaging(new Paging(start, paging().limit()));
    }

    @Override
    public long getLimit() {
        return paging().limit();
    }

    @Override
    public void setLimit(int limit) {
        setPaging(new Paging(paging().start(), limit));
    }

    @Override
    public void resetPagination() {
        paging.remove();
    }

    @Override
    public long getDocumentCount(String docType) {
        return getAllContent(docType).size();
    }

    @Override
    public long getPublishedCount(String docType) {
        return getPublishedContent(docType).size();
    }

    @Override
    public DocumentList<DocumentModel> getDocumentByUri(String uri) {
        return index().bySource.getOrDefault(uri, new DocumentList<>());
    }

    @Override
    public DocumentList<DocumentModel> getDocumentStatus(String uri) {
        return getDocumentByUri(uri);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts() {
        return getPublishedContent(POST);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
        return applyPaging ? page(getPublishedPosts()) : getPublishedPosts();
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(@Nullable String tag) {
        return tagged(POST, tag);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(@Nullable String tag) {
        return index().documentsByTag(String.valueOf(tag), list -> {
            for (String type : DocumentTypes.getDocumentTypes()) {
                list.addAll(tagged(type, tag));
            }
        });
    }

    private DocumentList<DocumentModel> tagged(String type, @Nullable String tag) {
        Map<String, DocumentList<DocumentModel>> ofType = index().tagged.get(type);
        return ofType == null || tag == null ? new DocumentList<>() : ofType.getOrDefault(tag, new DocumentList<>());
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return getPublishedContent("page");
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String docType) {
        return index().list("published " + docType, document -> isPublished(document) && isOf(document, docType));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType) {
        return index().list("all " + docType, document -> isOf(document, docType));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType, boolean applyPaging) {
        return applyPaging ? page(getAllContent(docType)) : getAllContent(docType);
    }

    private DocumentList<DocumentModel> page(DocumentList<DocumentModel> all) {
        Paging part = paging();
        if (!part.applies()) {
            return all;
        }
        DocumentList<DocumentModel> page = new DocumentList<>();
        all.stream().skip(part.start()).limit(part.limit()).forEach(page::add);
        return page;
    }

    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return index().list("unrendered", document -> Boolean.FALSE.equals(document.getRendered()));
    }

    @Override
    public void deleteContent(String uri) {
        change(all -> all.removeIf(document -> uri.equals(document.getSourceuri())));
    }

    @Override
    public void deleteAllByDocType(String docType) {
        change(all -> all.removeIf(document -> isOf(document, docType)));
    }

    /** Each build begins with nothing, so no document is ever known to be printed already. */
    @Override
    public void markContentAsRendered(DocumentModel document) {}

    @Override
    public Set<String> getTags() {
        return tagsOf(getPublishedPosts());
    }

    @Override
    public Set<String> getAllTags() {
        return index().allTags(all -> {
            for (String type : DocumentTypes.getDocumentTypes()) {
                all.addAll(tagsOf(getPublishedContent(type)));
            }
        });
    }

    private static Set<String> tagsOf(List<DocumentModel> documents) {
        Set<String> all = new HashSet<>();
        documents.forEach(document -> all.addAll(tags(document)));
        return all;
    }

    @Override
    public void addDocument(DocumentModel document) {
        change(all -> Collections.addAll(all, document));
    }

    private synchronized void change(Consumer<List<DocumentModel>> work) {
        work.accept(documents);
        index = null;
    }
}
