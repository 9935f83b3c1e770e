package org.plainfact.memo;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Seen;
import org.plainfact.source.SourceTree;

/** One build that uses again what earlier ones made. Safe for several threads. */
public final class Session {
    private final Memory memory;
    private final int number;
    private final World world = new World();
    private final Findings unheard = new Findings();
    private final Map<Drawer, Open> opened = new ConcurrentHashMap<>();
    private final Set<Drawer> followed = ConcurrentHashMap.newKeySet();

    /** A drawer that this build came to. */
    private final class Open {
        private final Stock stock;
        private final Set<String> made = ConcurrentHashMap.newKeySet();
        private volatile boolean madeAny;
        private volatile @Nullable Boolean steady;
        private volatile boolean searched;

        Open(Stock stock) {
            this.stock = stock;
            this.steady = stock.open() ? null : Boolean.FALSE;
        }

        /** Names are for those who asked for them; else that there was anything is enough. */
        void made(String name) {
            if (followed.contains(stock.drawer())) {
                made.add(name);
            }
            madeAny = true;
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

    /** Whether nothing comes after it in this process: what can be made again is not held at any cost. */
    public boolean passes() {
        return memory.passes();
    }

    int number() {
        return number;
    }

    /** A piece of work. What it depends on is in its key, or is looked up through the {@link Reads}. */
    public interface Work<V> {
        /** @param findings what is wrong with the project; a result told along with a finding may not be used again */
        V make(Reads reads, Findings findings);
    }

    /** A piece of work that may be done again, in the same world, to the same end. */
    public interface Making<V> {
        V make(Asking asking, Findings findings);
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
     * Results of a drawer that builds ask for in the same order, or nearly, each made from one object.
     *
     * @param name of the row, unique in its drawer
     * @param givens what the results are made from: immutable
     * @param constants what all of them are made from beside; compared by {@code equals}
     */
    public record Row(Drawer drawer, String name, List<?> givens, Object constants) {}

    /**
     * A result of a row that is not at hand. What it is asked by follows from what it is made from, and the constants of the
     * row.
     *
     * @param name see {@link Session#recall(Drawer, String, Object, Findings, Work)}, as key and work
     * @param ready given the result, be it that of an earlier process
     */
    public record Wanted<V>(String name, Object key, Work<V> work, Consumer<V> ready) {
        public Wanted(String name, Object key, Work<V> work) {
            this(name, key, work, result -> {});
        }

        public Wanted<V> ready(Consumer<V> taker) {
            return new Wanted<>(name, key, work, taker);
        }

        /** Of work that has nothing to tell. */
        public static <V> Wanted<V> of(String name, Object key, Function<Reads, V> work) {
            return new Wanted<>(name, key, (reads, findings) -> work.apply(reads));
        }

        /** Of work that is given a file, as {@link Session#recall(Drawer, String, Object, SourceTree, Collection, Findings, FileWork)}. */
        public static <V> Wanted<V> of(Object key, SourceTree tree, Path file, FileWork<V> work) {
            List<Path> files = List.of(file);
            return new Wanted<>(
                    tree.name(file),
                    List.of(key, tree.state(files)),
                    (reads, findings) -> make(tree, files, reads, findings, work));
        }
    }

    /**
     * Something that is made when somebody asks for it, where it would come out as in an earlier build. What stands for it is all that
     * it follows from: the key, and what was looked up.
     */
    public <V> Wanted<Later<V>> later(Drawer drawer, String name, Object key, Making<V> making) {
        return new Wanted<>(
                name,
                key,
                (reads, found) -> {
                    V made = making.make(reads, found);
                    return Later.of(memory.recipe(drawer, key, reads), made);
                },
                later -> later.madeBy(this, () -> making.make(world, new Findings())));
    }

    /** As {@link #recallAll(Row, Findings, IntFunction)}, of work that has nothing to tell. */
    public <V> List<V> recallAll(Row row, IntFunction<Wanted<V>> wanted) {
        return recallAll(row, unheard, wanted);
    }

    /**
     * All results of a row, on all cores. Where one is made from the very object of the last build at the same place, it is at hand: it is
     * neither wanted nor looked into.
     *
     * @param wanted what is asked for at a position
     * @return immutable; the very list of the last build where the same came out
     */
    @SuppressWarnings("unchecked") // A row always has the same kind of results.
    public <V> List<V> recallAll(Row row, Findings findings, IntFunction<Wanted<V>> wanted) {
        Open open = open(row.drawer);
        // Where nothing comes after this build, nobody will ask where a result stood.
        Line before = passes() ? Line.none() : open.stock.line(row.name);
        open.searched |= passes();
        Line.Next line = before.next(row, open.steady());
        line.tell(findings::add);
        Crew.work(line.missing(), position -> {
            Wanted<V> one = wanted.apply(position);
            Result last = open.stock.results().get(one.name);
            Result result = result(open, last, one.name, one.key, findings, one.work);
            line.put(position, result.isUsedBy(number) ? result : null, result.value());
            one.ready.accept(valueOf(result));
        });
        Line ended = line.end(this);
        if (!passes()) {
            open.stock.line(row.name, ended);
        }
        return (List<V>) ended.values();
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
        open.made(name);
        Reads reads = new Reads(this, open.stock);
        Findings quiet = new Findings();
        Object made = work.make(reads, quiet);
        // What holds the old object need not look into the new one.
        Object value = last != null && last.value().equals(made) ? last.value() : made;
        List<Finding> found = quiet.sorted();
        found.forEach(findings::add);
        Result result = new Result(name, key, reads.told(), found, value);
        if (!reads.spoilt() && (found.isEmpty() || reads.told().isEmpty())) {
            result.usedBy(this, key);
            // Else its key may hold the whole of a site, and nobody will ask for it.
            if (!passes() || open.stock.drawer().kept()) {
                open.stock.results().put(result);
            }
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
        List<Seen.State> state = tree.state(files);
        V value = work.make(tree.telling(findings), findings);
        if (!tree.state(files).equals(state)) {
            reads.spoil();
        }
        return value;
    }

    /** A value that is at hand and stands for itself, as in keys of a drawer. */
    public <V> Later<V> later(Drawer drawer, V value) {
        return Later.of(alike(drawer, value), value);
    }

    /** A value as a key of results of a drawer. */
    public Alike alike(Drawer drawer, Object value) {
        Fingerprinter fingerprinter = memory.fingerprinter(drawer);
        // The next process will have the fingerprint alone: what is kept for it need not hold more.
        return passes() && drawer.kept() ? new Alike(fingerprinter.of(value)) : new Alike(value, fingerprinter);
    }

    /** Asks for the names of what will be made, see {@link #made}. Where nobody does they are not held: there are a dozen for each text. */
    public void follow(Drawer drawer) {
        followed.add(drawer);
    }

    /** Names of what had to be made in this build since somebody began to {@link #follow} it. */
    public Set<String> made(Drawer drawer) {
        Open open = opened.get(drawer);
        return open == null ? Set.of() : new TreeSet<>(open.made);
    }

    /** Whether anything that can be kept had to be made. */
    public boolean madeAny() {
        return opened.entrySet().stream().anyMatch(entry -> entry.getKey().kept() && entry.getValue().madeAny);
    }

    /** Forgets what this build had no use for. */
    public void end() {
        opened.values().forEach(open -> open.stock.clear(this, Boolean.TRUE.equals(open.steady), open.searched));
        memory.turn();
    }
}
