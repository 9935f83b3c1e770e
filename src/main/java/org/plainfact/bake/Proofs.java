package org.plainfact.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.bake.Manifest.Stamp;

/** Keeps of each file how it is made. */
final class Proofs implements Tray {
    private final Map<String, Proof> files;

    /** @param size how many files there will be, about */
    Proofs(int size) {
        files = new ConcurrentHashMap<>(size * 2);
    }

    @Override
    public boolean keeps(Proof file) {
        files.put(file.path(), file);
        return true;
    }

    @Override
    public void put(Proof file, byte[] bytes) {
        throw new IllegalStateException("kept already: " + file.path());
    }

    @Override
    public void put(Proof file, Path source) {
        throw new IllegalStateException("kept already: " + file.path());
    }

    Map<String, Proof> files() {
        return Collections.unmodifiableMap(files);
    }

    static byte[] unchanged(Path source, Stamp stamp) throws IOException {
        byte[] bytes = Files.readAllBytes(source);
        if (!Stamp.of(bytes).equals(stamp)) {
            throw new IOException("changed since it was read: " + source);
        }
        return bytes;
    }
}
