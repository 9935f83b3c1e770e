package org.plainfact.memo;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What builds of one project made, so that the next one makes again only what would come out differently. A result is
 * used again where its name and key are the same and everything that was looked up for it is answered as before. For one
 * build at a time.
 */
public final class Memory {
    private final Fingerprinter exact;
    private final Fingerprinter shown;
    private final Map<Drawer, Map<String, Result>> results = new HashMap<>();

    /**
     * @param heavy records that are fingerprinted once for each object; see {@link Fingerprinter}
     * @param forms what stands for a value that is no plain content, by a type of the value
     */
    public Memory(Set<Class<?>> heavy, Map<Class<?>, Function<Object, Object>> forms) {
        this.exact = new Fingerprinter(true, heavy, forms);
        this.shown = new Fingerprinter(false, heavy, forms);
    }

    /** Begins a build. Nothing is remembered of it unless it is ended by {@link Session#end}. */
    public Session begin() {
        return new Session(this);
    }

    Fingerprinter fingerprinter(Drawer drawer) {
        return drawer.places() ? exact : shown;
    }

    Map<String, Result> results(Drawer drawer) {
        return results.getOrDefault(drawer, Map.of());
    }

    /** Replaces what is remembered of a drawer. */
    void remember(Drawer drawer, Map<String, Result> made) {
        results.put(drawer, made);
    }

    /** The objects seen in the last build are the ones worth knowing in the next. */
    void turn() {
        exact.turn();
        shown.turn();
    }
}
