package org.plainfact.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.site.Output;

/** Keeps of each file how it is made. */
final class Proofs implements Tray {
    private final Map<String, Stamp> stamps = new ConcurrentHashMap<>();
    private final Map<String, Proof.Content> contents = new ConcurrentHashMap<>();

    /** Says how a file is made, before it is put. */
    void expect(Output output, Printer printer) {
        contents.put(output.route().file(), () -> printer.again(output));
    }

    @Override
    public boolean keeps(String path, Stamp stamp) {
        stamps.put(path, stamp);
        return true;
    }

    @Override
    public void put(String path, byte[] bytes) {
        stamps.put(path, Stamp.of(bytes));
        contents.putIfAbsent(path, () -> bytes);
    }

    @Override
    public void put(String path, Path source, Stamp stamp) {
        stamps.put(path, stamp);
        contents.put(path, () -> unchanged(source, stamp));
    }

    Map<String, Proof> files() {
        Map<String, Proof> files = HashMap.newHashMap(stamps.size());
        stamps.forEach((path, stamp) -> files.put(
                path, new Proof(path, stamp.sha256(), stamp.size(), Objects.requireNonNull(contents.get(path), path))));
        return files;
    }

    static byte[] unchanged(Path source, Stamp stamp) throws IOException {
        byte[] bytes = Files.readAllBytes(source);
        if (!Stamp.of(bytes).equals(stamp)) {
            throw new IOException("changed since it was read: " + source);
        }
        return bytes;
    }
}
