package org.plainfact.memo;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
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
        private volatile boolean searched;

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
    public <V> V recall(Drawer drawer, String name, Object key, Findings findings, Work<V> work) {
        Open open = open(drawer);
        open.searched = true;
        return valueOf(result(open, open.stock.results().get(name), name, key, findings, work));
    }

    /**
     * Results of a drawer that builds ask for in the same order, or nearly, each made from one object. Where the object is
     * the very one of the last build at the same place, the result is at hand: neither its name nor its key is looked into.
     * Safe for several threads, each at positions of its own.
     */
    public final class Row {
        private final Open open;
        private final Stock.Line now;
        private final Stock.Line last;
        private final boolean same;

        private Row(Open open, String name, int size, Object constants) {
            this.open = open;
            this.now = new Stock.Line(number, size, constants);
            this.last = open.stock.line(name, now);
            this.same = open.steady() && now.isAs(last);
            if (!same || last.size() != size) {
                now.differs();
            }
        }

        /** Whether the result of a position is at hand. */
        public boolean has(int position, Object given) {
            return same && last.at(position, given) != null;
        }

        /**
         * As {@link Session#recall(Drawer, String, Object, Findings, Work)}.
         *
         * @param given what name and key follow from, together with the constants of the row
         */
        public <V> V recall(
                int position, Object given, Supplier<String> name, Supplier<?> key, Findings findings, Work<V> work) {
            Result known = same ? last.at(position, given) : null;
            if (known != null) {
                now.keep(position, last);
                known.findings().forEach(findings::add);
                return valueOf(known);
            }
            String called = name.get();
            Result result = result(open, open.stock.results().get(called), called, key.get(), findings, work);
            now.put(position, given, called, result.isUsedBy(number) ? result : null, last);
            return valueOf(result);
        }

        /**
         * As {@link Session#recall(Drawer, String, Object, SourceTree, Collection, Findings, FileWork)}, of one file.
         *
         * @param mark of the file, by {@link SourceTree#marks}
         */
        public <V> V recall(
                int position,
                Object mark,
                Object key,
                SourceTree tree,
                Path file,
                Findings findings,
                FileWork<V> work) {
            return recall(
                    position,
                    mark,
                    () -> tree.name(file),
                    () -> List.of(key, tree.state(List.of(file))),
                    findings,
                    (reads, found) -> make(tree, List.of(file), reads, found, work));
        }

        /** As {@link #recall(int, Object, Supplier, Supplier, Findings, Work)}, of work that has nothing to tell. */
        public <V> V recall(
                int position, Object given, Supplier<String> name, Supplier<?> key, Function<Reads, V> work) {
            return recall(position, given, name, key, unheard, (reads, findings) -> work.apply(reads));
        }
    }

    /**
     * Results that are asked for in one order.
     *
     * @param name of the row, unique in its drawer
     * @param constants what all results are made from beside an object each; compared by {@code equals}
     */
    public Row row(Drawer drawer, String name, int size, Object constants) {
        return new Row(open(drawer), name, size, constants);
    }

    @SuppressWarnings("unchecked") // A name of a drawer always has the same kind of result.
    private static <V> V valueOf(Result result) {
        return (V) result.value();
    }

    /** @param last what is known under the name */
    private Result result(Open open, @Nullable Result last, String name, Object key, Findings findings, Work<?> work) {
        boolean steady = open.steady();
        if (last != null && last.isOf(key) && (steady || last.holds(this, open.stock))) {
            last.usedBy(this, key).findings().forEach(findings::add);
            return last;
        }
        open.made.add(name);
        Reads reads = new Reads(this, open.stock);
        Findings quiet = new Findings();
        Object made = work.make(reads, quiet);
        // What holds the old object need not look into the new one.
        Object value = last != null && last.value().equals(made) ? last.value() : made;
        List<Finding> found = quiet.sorted();
        found.forEach(findings::add);
        Result result = new Result(key, reads.told(), found, value);
        if (!reads.spoilt() && (found.isEmpty() || reads.told().isEmpty())) {
            open.stock.results().put(name, result.usedBy(this, key));
        }
        return result;
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
        return recall(
                drawer,
                name,
                List.of(key, tree.state(files)),
                findings,
                (reads, found) -> make(tree, files, reads, found, work));
    }

    private static <V> V make(
            SourceTree tree, Collection<Path> files, Reads reads, Findings findings, FileWork<V> work) {
        List<String> state = tree.state(files);
        V value = work.make(tree.telling(findings), findings);
        if (!tree.state(files).equals(state)) {
            reads.spoil();
        }
        return value;
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
        opened.values().forEach(open -> open.stock.clear(this, Boolean.TRUE.equals(open.steady), open.searched));
        memory.turn();
    }
}
