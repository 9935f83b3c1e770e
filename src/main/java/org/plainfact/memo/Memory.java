package org.plainfact.memo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What builds of one project made, so that the next one makes again only what would come out differently. A result is
 * used again where its name and key are the same and everything that was looked up for it is answered as before: it says
 * itself whether it still holds, whatever came between. For one build at a time.
 */
public final class Memory {
    private final Fingerprinter exact;
    private final Fingerprinter shown;
    private final Map<Drawer, Stock> stocks = new ConcurrentHashMap<>();
    private int sessions;
    private volatile boolean passes;

    /** For values that are plain content. */
    public Memory() {
        this(Set.of(), Map.of());
    }

    /**
     * @param heavy records that are fingerprinted once for each object; see {@link Fingerprinter}
     * @param forms what stands for a value that is no plain content, by a type of the value
     */
    public Memory(Set<Class<?>> heavy, Map<Class<?>, Function<Object, Object>> forms) {
        this.exact = new Fingerprinter(true, heavy, forms);
        this.shown = new Fingerprinter(false, heavy, forms);
    }

    /** Begins a build. */
    public Session begin() {
        sessions++;
        return new Session(this, sessions);
    }

    /** Says that the next build is the last of this process. */
    public void pass() {
        passes = true;
    }

    boolean passes() {
        return passes;
    }

    /**
     * Keeps for other processes what can be kept. May be called beside a build: each result stands by itself.
     *
     * @param program stands for every class that took part in the results
     * @param goOn asked often; where it says no, the file stays as it was
     * @return whether all was kept
     */
    public boolean save(Path file, String program, BooleanSupplier goOn) throws IOException {
        List<Store.Kept> kept = new ArrayList<>();
        stocks.forEach((drawer, stock) -> {
            if (drawer.kept()) {
                kept.add(new Store.Kept(drawer, stock.results().all()));
            }
        });
        return new Store(file, program).save(kept, exact, goOn);
    }

    /**
     * Remembers what a process before this one kept. What is damaged, or was made by another version, is not used.
     *
     * @return why the file cannot be used, in words that follow its name; empty where it can, or where there is none
     */
    public Optional<String> load(Path file, String program) {
        try {
            new Store(file, program)
                    .load(exact::know)
                    .forEach(kept -> kept.results().forEach(stock(kept.drawer()).results()::put));
            return Optional.empty();
        } catch (Store.Unusable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return Optional.of("cannot be read: " + e.getMessage());
        }
    }

    /** Stands for what a piece of work came to: for what it was given, and what it was told. */
    Fingerprint recipe(Drawer drawer, Object key, Reads reads) {
        List<Object> all = new ArrayList<>();
        all.add(drawer.name());
        all.add(key);
        if (reads.spoilt()) {
            // Nobody can say what it follows from: it stands for itself alone.
            all.add(UUID.randomUUID().toString());
        }
        reads.told().forEach(told -> all.add(told.answer()));
        return fingerprinter(drawer).of(all);
    }

    Fingerprinter fingerprinter(Drawer drawer) {
        return drawer.places() ? exact : shown;
    }

    Stock stock(Drawer drawer) {
        return stocks.computeIfAbsent(drawer, each -> new Stock(each, fingerprinter(each)));
    }

    /** Lets go of fingerprints that the last builds had no use for. */
    void turn() {
        exact.turn();
        shown.turn();
    }
}
