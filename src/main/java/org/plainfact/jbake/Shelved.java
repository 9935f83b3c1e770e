package org.plainfact.jbake;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jbake.model.DocumentModel;
import org.jspecify.annotations.Nullable;

/**
 * A document as the store gives it: what is read of it while a page is printed, the page depends on ({@link Watch}). Lists show
 * the title of a text and seldom more, so most edits of a text leave them as they are.
 */
final class Shelved extends DocumentModel {
    private static final long serialVersionUID = 1;

    private final transient DocumentModel plain;
    private final String id;

    /** Whether something in it cannot be compared. */
    private final boolean opaque;

    /**
     * @param plain itself, unwatched
     * @param id stands for it in lookups, the same in each build
     */
    Shelved(DocumentModel plain, String id) {
        this(plain, id, Plain.of(plain).isEmpty());
    }

    private Shelved(DocumentModel plain, String id, boolean opaque) {
        this.plain = plain;
        this.id = id;
        this.opaque = opaque;
        super.putAll(plain);
    }

    String id() {
        return id;
    }

    DocumentModel plain() {
        return plain;
    }

    boolean isOpaque() {
        return opaque;
    }

    @Override
    public @Nullable Object get(Object key) {
        Watch.attribute(this, key);
        return super.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        Watch.attribute(this, key);
        return super.containsKey(key);
    }

    @Override
    public Object getOrDefault(Object key, Object otherwise) {
        Watch.attribute(this, key);
        return super.getOrDefault(key, otherwise);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Watch.whole(this);
        return super.entrySet();
    }

    @Override
    public Set<String> keySet() {
        Watch.whole(this);
        return super.keySet();
    }

    @Override
    public Collection<Object> values() {
        Watch.whole(this);
        return super.values();
    }

    @Override
    public boolean containsValue(Object value) {
        Watch.whole(this);
        return super.containsValue(value);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        Watch.whole(this);
        super.forEach(action);
    }

    @Override
    public int size() {
        Watch.whole(this);
        return super.size();
    }

    @Override
    public boolean isEmpty() {
        Watch.whole(this);
        return super.isEmpty();
    }

    /** Freemarker reads a copy. */
    @Override
    public Object clone() {
        return new Shelved(plain, id, opaque);
    }
}
