package org.plainfact.publish;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.publish.ObjectStore.Found;
import org.plainfact.source.Digests;

/**
 * What the manifest of a store says, and what a publisher that did not come to its end has left.
 *
 * @param published the manifest's own bytes; empty where there is none
 * @param whole whether the manifest tells all
 * @param form how the files of the manifest are kept
 */
record StoreSite(Optional<byte[]> published, boolean whole, Form form) {
    private static final String STATE = "plainfact-state";
    private static final String FORM = "plainfact-form";
    private static final String WHOLE = "whole";
    private static final String CHANGING = "changing";

    static StoreSite read(ObjectStore store) throws IOException {
        Optional<Found> found = store.read(Manifest.NAME);
        if (found.isEmpty()) {
            return new StoreSite(Optional.empty(), true, Form.PLAIN);
        }
        Map<String, String> notes = found.get().stored().notes();
        return new StoreSite(
                Optional.of(found.get().bytes()),
                !notes.getOrDefault(STATE, WHOLE).equals(CHANGING),
                Form.named(notes.getOrDefault(FORM, "")).orElse(Form.PLAIN));
    }

    /** Says in the store that there is more, or other, than the manifest tells. */
    void writeChanging(ObjectStore store) throws IOException {
        write(store, published.orElseGet(Manifest.NONE::bytes), form, CHANGING);
    }

    /**
     * Publishes the manifest of an edition.
     *
     * @param whole whether it tells all
     */
    static void write(ObjectStore store, Manifest manifest, Form form, boolean whole) throws IOException {
        write(store, manifest.bytes(), form, whole ? WHOLE : CHANGING);
    }

    /** Its content is kept plain, so that it can be read whatever its form. */
    private static void write(ObjectStore store, byte[] bytes, Form form, String state) throws IOException {
        Entry entry = Entry.of(Manifest.NAME, Digests.sha256(bytes), bytes.length);
        store.write(
                Manifest.NAME,
                new Body.OfBytes(bytes),
                ObjectStore.Headers.of(entry).with(Map.of(STATE, state, FORM, form.word())));
    }

    /** @throws PublishRefused where something else lies where a manifest should */
    private Manifest manifest(ObjectStore store) {
        try {
            return published.isEmpty() ? Manifest.NONE : Manifest.read(Manifest.NAME, published.get());
        } catch (IllegalArgumentException e) {
            throw new PublishRefused("the object " + Manifest.NAME + " of " + store.name()
                    + " is no manifest of Plainfact; nothing was published, move it away (" + e.getMessage() + ")");
        }
    }

    /**
     * What readers get.
     *
     * @param wanted how the files of the next edition will be kept: what is kept in another form differs from them
     */
    Manifest live(ObjectStore store, Form wanted, Lanes lanes) throws IOException {
        Set<String> doubts = whole ? Set.of() : new Doubts(store).read();
        SortedMap<String, Entry> files = new TreeMap<>();
        manifest(store).files().values().stream()
                .filter(entry -> !doubts.contains(entry.path()))
                .forEach(entry -> files.put(entry.path(), new Mark(entry, form).seen(wanted)));
        Map<String, Entry> looked = new ConcurrentHashMap<>();
        lanes.each(
                new TreeSet<>(doubts).stream().toList(),
                path -> store.look(path)
                        .flatMap(stored -> Mark.of(path, stored.notes()))
                        .ifPresent(mark -> looked.put(path, mark.seen(wanted))));
        files.putAll(looked);
        return new Manifest(files);
    }
}
