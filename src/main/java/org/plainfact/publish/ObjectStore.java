package org.plainfact.publish;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** Objects under keys, each whole or not there; no two change together. From any thread. */
public interface ObjectStore extends AutoCloseable {
    /** What to call it when speaking to the user; holds no secret. */
    String name();

    /** Empty where there is none. */
    Optional<byte[]> read(String key) throws IOException;

    /** Makes or replaces. */
    void write(String key, Body body, Headers headers) throws IOException;

    /** Makes it where there is none, in one step; false where there is one. For locks. */
    boolean writeIfAbsent(String key, byte[] bytes, Headers headers) throws IOException;

    /** Those that are not there count as removed. */
    void remove(Collection<String> keys) throws IOException;

    @Override
    void close();

    /**
     * What is answered with an object.
     *
     * @param type the value of {@code Content-Type}
     * @param caching the value of {@code Cache-Control}
     * @param encoding the value of {@code Content-Encoding}
     */
    record Headers(String type, String caching, Optional<String> encoding) {
        /** Of a file as it is. */
        public static Headers of(Entry entry) {
            return new Headers(entry.type(), entry.caching().header(), Optional.empty());
        }
    }
}
