package org.plainfact.jbake;

import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import org.jbake.model.DocumentModel;

/**
 * The content store as templates see it, as {@code db}: every method of JBake's that asks something, by its name. What changes
 * the store is left out: pages are printed in no order that could be relied on.
 *
 * <p>It is a class of its own since Freemarker looks at all methods of a class, and those of JBake's store name classes of a
 * database that is not here. For the same reason lists are plain ones.
 */
public final class Db {
    private final MemoryStore store;

    Db(MemoryStore store) {
        this.store = store;
    }

    public boolean isActive() {
        return store.isActive();
    }

    public long getStart() {
        return store.getStart();
    }

    public void setStart(int start) {
        store.setStart(start);
    }

    public long getLimit() {
        return store.getLimit();
    }

    public void setLimit(int limit) {
        store.setLimit(limit);
    }

    public void resetPagination() {
        store.resetPagination();
    }

    public long getDocumentCount(String docType) {
        return store.getDocumentCount(docType);
    }

    public long getPublishedCount(String docType) {
        return store.getPublishedCount(docType);
    }

    public List<DocumentModel> getDocumentByUri(String uri) {
        return plain(store.getDocumentByUri(uri));
    }

    public List<DocumentModel> getDocumentStatus(String uri) {
        return plain(store.getDocumentStatus(uri));
    }

    public List<DocumentModel> getPublishedPosts() {
        return plain(store.getPublishedPosts());
    }

    public List<DocumentModel> getPublishedPosts(boolean applyPaging) {
        return plain(store.getPublishedPosts(applyPaging));
    }

    public List<DocumentModel> getPublishedPostsByTag(String tag) {
        return plain(store.getPublishedPostsByTag(tag));
    }

    public List<DocumentModel> getPublishedDocumentsByTag(String tag) {
        return plain(store.getPublishedDocumentsByTag(tag));
    }

    public List<DocumentModel> getPublishedPages() {
        return plain(store.getPublishedPages());
    }

    public List<DocumentModel> getPublishedContent(String docType) {
        return plain(store.getPublishedContent(docType));
    }

    public List<DocumentModel> getAllContent(String docType) {
        return plain(store.getAllContent(docType));
    }

    public List<DocumentModel> getAllContent(String docType, boolean applyPaging) {
        return plain(store.getAllContent(docType, applyPaging));
    }

    public List<DocumentModel> getUnrenderedContent() {
        return plain(store.getUnrenderedContent());
    }

    public Set<String> getTags() {
        return store.getTags();
    }

    public Set<String> getAllTags() {
        return store.getAllTags();
    }

    private static List<DocumentModel> plain(List<DocumentModel> list) {
        return new LinkedList<>(list);
    }
}
