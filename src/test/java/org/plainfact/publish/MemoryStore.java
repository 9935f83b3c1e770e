package org.plainfact.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** A store in memory that tells what it was asked. */
final class MemoryStore implements ObjectStore {
    private final Map<String, Kept> objects = new ConcurrentSkipListMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong versions = new AtomicLong();
    private final Time time;
    private final boolean conditional;

    private record Kept(byte[] bytes, Headers headers, String version, Duration written) {}

    MemoryStore(Time time) {
        this(time, true);
    }

    /** @param conditional whether it knows conditional writes */
    MemoryStore(Time time, boolean conditional) {
        this.time = time;
        this.conditional = conditional;
    }

    /** Verbs and keys, in order; and none from now on. */
    List<String> asked() {
        synchronized (asked) {
            List<String> all = List.copyOf(asked);
            asked.clear();
            return all;
        }
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Optional<Found> read(String key) {
        asked.add("read " + key);
        return Optional.ofNullable(objects.get(key)).map(kept -> new Found(kept.bytes, stored(kept)));
    }

    @Override
    public Optional<Stored> look(String key) {
        asked.add("look " + key);
        return Optional.ofNullable(objects.get(key)).map(this::stored);
    }

    private Stored stored(Kept kept) {
        return new Stored(
                kept.version, kept.headers.notes(), Optional.of(time.since().minus(kept.written)));
    }

    @Override
    public void write(String key, Body body, Headers headers) throws IOException {
        asked.add("write " + key);
        objects.put(key, kept(body.bytes(), headers));
    }

    private Kept kept(byte[] bytes, Headers headers) {
        return new Kept(bytes, headers, "v" + versions.incrementAndGet(), time.since());
    }

    @Override
    public Optional<String> writeIf(Condition condition, String key, byte[] bytes, Headers headers) {
        asked.add("writeIf " + key);
        Kept kept = kept(bytes, headers);
        Kept after = objects.compute(key, (name, before) -> !conditional || holds(condition, before) ? kept : before);
        return after == kept ? Optional.of(kept.version) : Optional.empty();
    }

    private static boolean holds(Condition condition, Kept before) {
        return switch (condition) {
            case Condition.Absent absent -> before == null;
            case Condition.Unchanged unchanged -> before != null && before.version.equals(unchanged.version());
        };
    }

    @Override
    public void remove(String key) {
        asked.add("remove " + key);
        objects.remove(key);
    }

    @Override
    public void close() {}
}
