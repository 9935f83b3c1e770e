package org.plainfact.memo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;

/** One build that uses again what earlier ones made. Safe for several threads. */
public final class Session {
    private final Memory memory;
    private final World world = new World();
    private final Map<Lookup<?>, Fingerprint> exact = new ConcurrentHashMap<>();
    private final Map<Lookup<?>, Fingerprint> shown = new ConcurrentHashMap<>();
    private final Map<Drawer, Table> tables = new ConcurrentHashMap<>();

    Session(Memory memory) {
        this.memory = memory;
    }

    /** What can be looked up; to be filled before the work that asks for it begins. */
    public World world() {
        return world;
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
        Table table = tables.computeIfAbsent(drawer, each -> new Table(memory.results(each)));
        Result last = table.last.get(name);
        if (last != null && last.key().equals(key) && holds(drawer, last)) {
            table.next.put(name, last);
            last.findings().forEach(findings::add);
            return (V) last.value().orElseThrow();
        }
        table.made.add(name);
        Reads reads = new Reads(this, drawer);
        Findings quiet = new Findings();
        V value = work.make(reads, quiet);
        List<Finding> found = quiet.sorted();
        found.forEach(findings::add);
        if (!reads.spoilt() && (found.isEmpty() || reads.told().isEmpty())) {
            table.next.put(name, new Result(key, Map.copyOf(reads.told()), found, Optional.of(value)));
        }
        return value;
    }

    /** The fingerprint of a value, as results of a drawer depend on it. */
    public Fingerprint fingerprint(Drawer drawer, Object value) {
        return memory.fingerprinter(drawer).of(value);
    }

    /** Names of what had to be made in this build. */
    public Set<String> made(Drawer drawer) {
        Table table = tables.get(drawer);
        return table == null ? Set.of() : new TreeSet<>(table.made);
    }

    /** Remembers what this build made and used. A drawer that it did not come to is remembered as it was. */
    public void end() {
        tables.forEach((drawer, table) -> memory.remember(drawer, table.next));
        memory.turn();
    }

    Fingerprint told(Drawer drawer, Lookup<?> lookup) {
        Map<Lookup<?>, Fingerprint> answers = drawer.places() ? exact : shown;
        Fingerprint known = answers.get(lookup);
        if (known == null) {
            known = fingerprint(drawer, lookup.in(world));
            answers.put(lookup, known);
        }
        return known;
    }

    private boolean holds(Drawer drawer, Result last) {
        for (Map.Entry<Lookup<?>, Fingerprint> read : last.told().entrySet()) {
            if (!told(drawer, read.getKey()).equals(read.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static final class Table {
        private final Map<String, Result> last;
        private final Map<String, Result> next = new ConcurrentHashMap<>();
        private final Set<String> made = ConcurrentHashMap.newKeySet();

        Table(Map<String, Result> last) {
            this.last = last;
        }
    }
}
