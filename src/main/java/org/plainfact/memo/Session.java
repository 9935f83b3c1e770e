package org.plainfact.memo;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** One build that uses again what earlier ones made. Safe for several threads. */
public final class Session {
    private final Memory memory;
    private final int number;
    private final World world = new World();
    private final Findings unheard = new Findings();
    private final Map<Drawer, Open> opened = new ConcurrentHashMap<>();

    /** A drawer that this build came to. */
    private final class Open {
        private final Stock stock;
        private final Set<String> made = ConcurrentHashMap.newKeySet();
        private volatile @Nullable Boolean steady;

        Open(Stock stock) {
            this.stock = stock;
            this.steady = stock.open() ? null : Boolean.FALSE;
        }

        /**
         * Whether what is in it goes by the same answers as before; found out before anything is made, which may bring other
         * answers.
         */
        boolean steady() {
            Boolean known = steady;
            return known == null ? findOut() : known;
        }

        private synchronized boolean findOut() {
            Boolean known = steady;
            if (known == null) {
                known = stock.steady(Session.this);
                steady = known;
            }
            return known;
        }
    }

    Session(Memory memory, int number) {
        this.memory = memory;
        this.number = number;
    }

    /** What can be looked up; to be filled before the work that asks for it begins. */
    public World world() {
        return world;
    }

    int number() {
        return number;
    }

    /** A piece of work. What it depends on is in its key, or is looked up through the {@link Reads}. */
    public interface Work<V> {
        /** @param findings what is wrong with the project; a result told along with a finding may not be used again */
        V make(Reads reads, Findings findings);
    }

    /**
     * The result of a piece of work: of an earlier build, where nothing that it depends on has changed, else made now.
     *
     * @param name of the result, unique in its drawer
     * @param key what the work is given; compared by {@code equals}
     */
    @SuppressWarnings("unchecked") // A name of a drawer always has the same kind of result.
    public <V> V recall(Drawer drawer, String name, Object key, Findings findings, Work<V> work) {
        Open open = open(drawer);
        boolean steady = open.steady();
        Result last = open.stock.results().get(name);
        if (last != null && last.isOf(key) && (steady || last.holds(this, open.stock))) {
            last.usedBy(this, key).findings().forEach(findings::add);
            return (V) last.value();
        }
        open.made.add(name);
        Reads reads = new Reads(this, open.stock);
        Findings quiet = new Findings();
        V made = work.make(reads, quiet);
        // What holds the old object need not look into the new one.
        V value = last != null && last.value().equals(made) ? (V) last.value() : made;
        List<Finding> found = quiet.sorted();
        found.forEach(findings::add);
        if (!reads.spoilt() && (found.isEmpty() || reads.told().isEmpty())) {
            open.stock.results().put(name, new Result(key, reads.told(), found, value).usedBy(this, key));
        }
        return value;
    }

    /** Asked for every piece of a site: looked up once where it is open, which needs no lock. */
    private Open open(Drawer drawer) {
        Open known = opened.get(drawer);
        return known != null ? known : opened.computeIfAbsent(drawer, each -> new Open(memory.stock(each)));
    }

    /** As {@link #recall(Drawer, String, Object, Findings, Work)}, of work that has nothing to tell. */
    public <V> V recall(Drawer drawer, String name, Object key, Function<Reads, V> work) {
        return recall(drawer, name, key, unheard, (reads, findings) -> work.apply(reads));
    }

    /** Makes something of files; what is wrong with them is told by the tree that it is given. */
    public interface FileWork<V> {
        V make(SourceTree tree, Findings findings);
    }

    /**
     * As {@link #recall}, of work that is given files: made now where one of them has another name or content. Where one
     * is saved meanwhile, what was read is not what the key says, and the result is not used again.
     *
     * @param key what the work is given beside the files
     */
    public <V> V recall(
            Drawer drawer,
            String name,
            Object key,
            SourceTree tree,
            Collection<Path> files,
            Findings findings,
            FileWork<V> work) {
        List<String> state = tree.state(files);
        return recall(drawer, name, List.of(key, state), findings, (reads, found) -> {
            V value = work.make(tree.telling(found), found);
            if (!tree.state(files).equals(state)) {
                reads.spoil();
            }
            return value;
        });
    }

    /** A value as a key of results of a drawer. */
    public Alike alike(Drawer drawer, Object value) {
        return new Alike(value, memory.fingerprinter(drawer));
    }

    /** Names of what had to be made in this build. */
    public Set<String> made(Drawer drawer) {
        Open open = opened.get(drawer);
        return open == null ? Set.of() : new TreeSet<>(open.made);
    }

    /** Whether anything that can be kept had to be made. */
    public boolean madeAny() {
        return opened.entrySet().stream()
                .anyMatch(
                        entry -> entry.getKey().kept() && !entry.getValue().made.isEmpty());
    }

    /** Forgets what this build had no use for. */
    public void end() {
        memory.forgetUnused(
                this, opened.values().stream().map(open -> open.stock).toList());
    }
}
