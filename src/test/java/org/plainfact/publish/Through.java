package org.plainfact.publish;

import java.io.IOException;
import java.util.Optional;

/** A store that does as another does, but for what a test wants. */
interface Through extends ObjectStore {
    ObjectStore store();

    @Override
    default String name() {
        return store().name();
    }

    @Override
    default Optional<Found> read(String key) throws IOException {
        return store().read(key);
    }

    @Override
    default Optional<Stored> look(String key) throws IOException {
        return store().look(key);
    }

    @Override
    default void write(String key, Body body, Headers headers) throws IOException {
        store().write(key, body, headers);
    }

    @Override
    default Optional<String> writeIf(Condition condition, String key, byte[] bytes, Headers headers)
            throws IOException {
        return store().writeIf(condition, key, bytes, headers);
    }

    @Override
    default void remove(String key) throws IOException {
        store().remove(key);
    }

    @Override
    default void close() {
        store().close();
    }
}
