package org.plainfact.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Objects under keys, each whole or not there; no two change together. From any thread. What it does not do it says by a
 * {@link StoreFault}.
 */
public interface ObjectStore extends AutoCloseable {
    /** What to call it when speaking to the user; holds no secret. */
    String name();

    /** Empty where there is none. */
    Optional<Found> read(String key) throws IOException;

    /** What is known of an object without its content; empty where there is none. */
    Optional<Stored> look(String key) throws IOException;

    /** Makes or replaces. */
    void write(String key, Body body, Headers headers) throws IOException;

    /**
     * Makes or replaces it where the condition holds, in one step; for locks. A store that knows no conditions writes
     * always.
     *
     * @return the version that was written; empty where nothing was
     */
    Optional<String> writeIf(Condition condition, String key, byte[] bytes, Headers headers) throws IOException;

    /** One that is not there counts as removed. */
    void remove(String key) throws IOException;

    @Override
    void close();

    /** On what an object is written. */
    sealed interface Condition {
        /** There is none under the key. */
        record Absent() implements Condition {}

        /** It is of a version. */
        record Unchanged(String version) implements Condition {}
    }

    /** An object with its content. */
    record Found(byte[] bytes, Stored stored) {}

    /**
     * What a store says of an object.
     *
     * @param version another for every content; opaque
     * @param age since it was written, by the clock of the store; empty where the store does not say
     */
    record Stored(String version, Map<String, String> notes, Optional<Duration> age) {
        public Stored {
            notes = Map.copyOf(notes);
        }
    }

    /**
     * What is answered with an object.
     *
     * @param type the value of {@code Content-Type}
     * @param caching the value of {@code Cache-Control}
     * @param encoding the value of {@code Content-Encoding}
     * @param notes kept beside the object, for us; names in small letters, ASCII
     */
    record Headers(String type, String caching, Optional<String> encoding, Map<String, String> notes) {
        public Headers {
            notes = Map.copyOf(notes);
        }

        /** Of a file as it is. */
        public static Headers of(Entry entry) {
            return new Headers(entry.type(), entry.caching().header(), Optional.empty(), Map.of());
        }

        Headers with(Map<String, String> moreNotes) {
            return new Headers(type, caching, encoding, moreNotes);
        }
    }
}
