package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainfact.data.Json;
import org.plainfact.source.Digests;

/**
 * The files of a published site but this one, and what each holds. It is published itself, as {@link #NAME}; the same
 * files give the same bytes.
 *
 * @param files by path
 */
public record Manifest(SortedMap<String, Entry> files) {
    /** Its own path on the site. */
    public static final String NAME = "site-manifest.json";

    /** Of a place where nothing is published. */
    public static final Manifest NONE = new Manifest(new TreeMap<>());

    private static final String FORMAT = "plainfact-manifest-1";

    /** @throws IllegalArgumentException where a file is entered under another path, or the manifest in itself */
    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        files.forEach((path, entry) -> {
            if (!path.equals(entry.path()) || path.equals(NAME)) {
                throw new IllegalArgumentException("a manifest does not enter " + entry.path() + " as " + path);
            }
        });
    }

    public static Manifest of(Collection<Entry> entries) {
        SortedMap<String, Entry> files = new TreeMap<>();
        entries.forEach(entry -> files.put(entry.path(), entry));
        return new Manifest(files);
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @param name what to call it where it cannot be read
     * @throws IllegalArgumentException where it is no manifest, or one of another format
     */
    public static Manifest read(String name, byte[] bytes) {
        if (!(Json.read(name, new String(bytes, UTF_8)) instanceof Map<?, ?> all)
                || !FORMAT.equals(all.get("format"))
                || !(all.get("files") instanceof List<?> list)) {
            throw new IllegalArgumentException(name + " is no manifest of the form " + FORMAT);
        }
        return of(list.stream().map(item -> entry(name, item)).toList());
    }

    private static Entry entry(String name, Object item) {
        if (item instanceof Map<?, ?> map
                && map.get("path") instanceof String path
                && map.get("sha256") instanceof String sha256
                && map.get("size") instanceof Long size
                && map.get("type") instanceof String type
                && map.get("caching") instanceof String caching) {
            return new Entry(path, sha256, size, type, Caching.named(caching));
        }
        throw new IllegalArgumentException(name + " holds what is no file: " + item);
    }

    /** JSON, a line for each file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder("{\"format\":\"" + FORMAT + "\",\"files\":[");
        String before = "\n";
        for (Entry entry : files.values()) {
            text.append(before).append(Json.write(line(entry)));
            before = ",\n";
        }
        return text.append("\n]}\n").toString().getBytes(UTF_8);
    }

    private static Map<String, Object> line(Entry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("path", entry.path());
        line.put("sha256", entry.sha256());
        line.put("size", entry.size());
        line.put("type", entry.type());
        line.put("caching", entry.caching().word());
        return line;
    }

    /** The manifest as a file of the site. */
    public Entry entry() {
        byte[] bytes = bytes();
        return Entry.of(NAME, Digests.sha256(bytes), bytes.length);
    }
}
