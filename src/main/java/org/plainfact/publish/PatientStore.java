package org.plainfact.publish;

import java.io.IOException;
import java.util.Optional;

/**
 * A store that does not give up at once. A conditional write can have arrived although its answer did not; then it says
 * that nothing was written, and whoever asked finds its own content there.
 */
record PatientStore(ObjectStore store, Backoff backoff) implements ObjectStore {
    @Override
    public String name() {
        return store.name();
    }

    @Override
    public Optional<Found> read(String key) throws IOException {
        return backoff.until(() -> store.read(key));
    }

    @Override
    public Optional<Stored> look(String key) throws IOException {
        return backoff.until(() -> store.look(key));
    }

    @Override
    public void write(String key, Body body, Headers headers) throws IOException {
        backoff.until(() -> {
            store.write(key, body, headers);
            return key;
        });
    }

    @Override
    public Optional<String> writeIf(Condition condition, String key, byte[] bytes, Headers headers) throws IOException {
        return backoff.until(() -> store.writeIf(condition, key, bytes, headers));
    }

    @Override
    public void remove(String key) throws IOException {
        backoff.until(() -> {
            store.remove(key);
            return key;
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
