package org.plainfact.jbake;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import org.jspecify.annotations.Nullable;
import org.plainfact.jbake.Asked.Listed;

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

    private final Map<String, Shelved> documents = new LinkedHashMap<>();
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

    /** All documents, as {@link #getAllContent} sorts those of a type. What it reads of them, no page depends on. */
    private static final class Index {
        private final List<Shelved> sorted;
        private final Map<String, DocumentList<DocumentModel>> lists = new HashMap<>();
        private final Map<String, Map<String, DocumentList<DocumentModel>>> tagged = new HashMap<>();
        private final Map<String, DocumentList<DocumentModel>> bySource = new HashMap<>();
        private @Nullable Set<String> allTags;
        private @Nullable Set<String> tagsOfPosts;

        Index(Collection<Shelved> documents) {
            List<Shelved> last = new ArrayList<>(documents).reversed();
            // Stable: of one date, the order of reading counts, from the end.
            this.sorted = last.stream()
                    .sorted(Comparator.comparing(Index::time).reversed())
                    .toList();
            for (Shelved document : documents) {
                bySource.computeIfAbsent(String.valueOf(document.plain().getSourceuri()), each -> new DocumentList<>())
                        .add(document);
            }
            for (Shelved document : sorted) {
                if (isPublished(document)) {
                    Map<String, DocumentList<DocumentModel>> ofType = tagged.computeIfAbsent(
                            String.valueOf(document.plain().get(ModelAttributes.TYPE)), each -> new HashMap<>());
                    tagsOf(document)
                            .forEach(tag -> ofType.computeIfAbsent(tag, each -> new DocumentList<>())
                                    .add(document));
                }
            }
        }

        private static long time(Shelved document) {
            return document.plain().get(ModelAttributes.DATE) instanceof Date date ? date.getTime() : Long.MIN_VALUE;
        }

        synchronized DocumentList<DocumentModel> list(String name, Predicate<Shelved> wanted) {
            return lists.computeIfAbsent(name, each -> {
                DocumentList<DocumentModel> list = new DocumentList<>();
                sorted.stream().filter(wanted).forEach(list::add);
                return list;
            });
        }

        DocumentList<DocumentModel> tagged(String type, String tag) {
            Map<String, DocumentList<DocumentModel>> ofType = tagged.get(type);
            return ofType == null ? new DocumentList<>() : ofType.getOrDefault(tag, new DocumentList<>());
        }

        /** Of all types, one after the other. */
        synchronized DocumentList<DocumentModel> tagged(String tag) {
            return lists.computeIfAbsent("tagged " + tag, each -> {
                DocumentList<DocumentModel> list = new DocumentList<>();
                for (String type : DocumentTypes.getDocumentTypes()) {
                    list.addAll(tagged(type, tag));
                }
                return list;
            });
        }

        synchronized Set<String> tagsOfPosts() {
            if (tagsOfPosts == null) {
                tagsOfPosts = new HashSet<>();
                addTags(POST, tagsOfPosts);
            }
            return tagsOfPosts;
        }

        synchronized Set<String> allTags() {
            if (allTags == null) {
                allTags = new HashSet<>();
                for (String type : DocumentTypes.getDocumentTypes()) {
                    addTags(type, allTags);
                }
            }
            return allTags;
        }

        private void addTags(String type, Set<String> all) {
            Set<String> own = new HashSet<>();
            sorted.stream()
                    .filter(document -> isPublished(document) && isOf(document, type))
                    .forEach(document -> own.addAll(tagsOf(document)));
            all.addAll(own);
        }
    }

    private synchronized Index index() {
        if (index == null) {
            index = new Index(documents.values());
        }
        return index;
    }

    /** By its id. */
    synchronized Optional<Shelved> find(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    synchronized List<Shelved> all() {
        return List.copyOf(documents.values());
    }

    private static boolean isPublished(Shelved document) {
        return ModelAttributes.Status.PUBLISHED.equals(document.plain().get(ModelAttributes.STATUS));
    }

    private static boolean isOf(Shelved document, String type) {
        return type.equals(document.plain().get(ModelAttributes.TYPE));
    }

    /** Each once, however often it was written. */
    private static Set<String> tagsOf(Shelved document) {
        return document.plain().get(ModelAttributes.TAGS) instanceof String[] tags
                ? new LinkedHashSet<>(List.of(tags))
                : Set.of();
    }

    /** The documents of a list, for a page that is printed: it depends on which they are. */
    private DocumentList<DocumentModel> asked(Listed.Kind kind, @Nullable String of, Paging part) {
        Listed lookup = new Listed(kind, String.valueOf(of), part);
        Watch.lookup(lookup);
        return list(lookup);
    }

    /** Answers a lookup. */
    DocumentList<DocumentModel> list(Listed lookup) {
        Index known = index();
        String of = lookup.of();
        return page(
                switch (lookup.kind()) {
                    case OF_TYPE -> known.list("all " + of, document -> isOf(document, of));
                    case PUBLISHED_OF_TYPE ->
                        known.list("published " + of, document -> isPublished(document) && isOf(document, of));
                    case TAGGED_POSTS -> known.tagged(POST, of);
                    case TAGGED -> known.tagged(of);
                    case BY_SOURCE -> known.bySource.getOrDefault(of, new DocumentList<>());
                    case UNRENDERED ->
                        known.list(
                                "unrendered",
                                document ->
                                        Boolean.FALSE.equals(document.plain().get(ModelAttributes.RENDERED)));
                },
                lookup.paging());
    }

    /** Answers a lookup. */
    Set<String> tags(boolean ofPostsAlone) {
        return ofPostsAlone ? index().tagsOfPosts() : index().allTags();
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
        change(Map::clear);
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
        return asked(Listed.Kind.BY_SOURCE, uri, Paging.ALL);
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
        return asked(Listed.Kind.PUBLISHED_OF_TYPE, POST, applyPaging ? paging() : Paging.ALL);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(@Nullable String tag) {
        return asked(Listed.Kind.TAGGED_POSTS, tag, Paging.ALL);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(@Nullable String tag) {
        return asked(Listed.Kind.TAGGED, tag, Paging.ALL);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return getPublishedContent("page");
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String docType) {
        return asked(Listed.Kind.PUBLISHED_OF_TYPE, docType, Paging.ALL);
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType) {
        return asked(Listed.Kind.OF_TYPE, docType, Paging.ALL);
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType, boolean applyPaging) {
        return asked(Listed.Kind.OF_TYPE, docType, applyPaging ? paging() : Paging.ALL);
    }

    private static DocumentList<DocumentModel> page(DocumentList<DocumentModel> all, Paging part) {
        if (!part.applies()) {
            return all;
        }
        DocumentList<DocumentModel> page = new DocumentList<>();
        all.stream().skip(part.start()).limit(part.limit()).forEach(page::add);
        return page;
    }

    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return asked(Listed.Kind.UNRENDERED, "", Paging.ALL);
    }

    @Override
    public void deleteContent(String uri) {
        change(all ->
                all.values().removeIf(document -> uri.equals(document.plain().getSourceuri())));
    }

    @Override
    public void deleteAllByDocType(String docType) {
        change(all -> all.values().removeIf(document -> isOf(document, docType)));
    }

    /** Each build begins with nothing, so no document is ever known to be printed already. */
    @Override
    public void markContentAsRendered(DocumentModel document) {}

    @Override
    public Set<String> getTags() {
        Watch.lookup(new Asked.Tags(true));
        return tags(true);
    }

    @Override
    public Set<String> getAllTags() {
        Watch.lookup(new Asked.Tags(false));
        return tags(false);
    }

    /** Where a document stands for the same file as one before, both are there. */
    @Override
    public void addDocument(DocumentModel document) {
        change(all -> {
            String file = String.valueOf(document.get(ModelAttributes.FILE));
            String id = file;
            for (int i = 2; all.containsKey(id); i++) {
                id = file + " " + i;
            }
            all.put(id, new Shelved(document, id));
        });
    }

    private synchronized void change(Consumer<Map<String, Shelved>> work) {
        work.accept(documents);
        index = null;
    }
}
