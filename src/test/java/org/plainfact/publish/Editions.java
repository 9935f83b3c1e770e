package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plainfact.source.Digests;

/** Sites to publish. */
final class Editions {
    private static final int PAGES = 40;

    private Editions() {}

    /** Of texts by path. */
    static Edition of(Map<String, String> texts) {
        SortedMap<String, Entry> files = new TreeMap<>();
        Map<String, Body> bodies = new HashMap<>();
        texts.forEach((path, text) -> {
            byte[] bytes = text.getBytes(UTF_8);
            files.put(path, Entry.of(path, Digests.sha256(bytes), bytes.length));
            bodies.put(path, new Body.OfBytes(bytes));
        });
        return new Edition(new Manifest(files), bodies);
    }

    /** Of paths and texts in turns. */
    static Edition of(String... pathsAndTexts) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return of(texts);
    }

    /**
     * The n-th of a series, each of which differs from the one before in half of its pages, in its style sheet and in which
     * pages there are.
     */
    static Edition numbered(int n) {
        Map<String, String> texts = new TreeMap<>();
        String css = "body { order: " + n + " }";
        String sheet = "assets/site." + Digests.sha256(css.getBytes(UTF_8)).substring(0, 12) + ".css";
        texts.put(sheet, css);
        texts.put("edition.txt", String.valueOf(n));
        texts.put("index.html", "<link href=\"/" + sheet + "\">" + n);
        texts.put("글/한 글+1 " + n % 3 + "/index.html", "<p>" + n);
        for (int i = 0; i < PAGES; i++) {
            texts.put("articles/a" + i + "/index.html", "<p>" + i + " " + (i % 2 == 0 ? n : 0) + " words".repeat(200));
        }
        return of(texts);
    }

    /** What lies in a folder but the manifest, by path. */
    static SortedMap<String, String> texts(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder.toRealPath())) {
            for (Path file : walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String path = folder.toRealPath().relativize(file).toString().replace('\\', '/');
                if (!path.equals(Manifest.NAME)) {
                    texts.put(path, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    static SortedMap<String, String> texts(Edition edition) {
        SortedMap<String, String> texts = new TreeMap<>();
        edition.manifest().files().values().forEach(entry -> {
            try {
                texts.put(entry.path(), new String(edition.body(entry).bytes(), UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return texts;
    }

    /** As the command does it: what is live, the plan, the act. */
    static Plan publish(Target target, Edition edition) throws IOException {
        Plan plan = Plan.of(target.live().manifest(), edition.manifest());
        if (!plan.isEmpty()) {
            target.publish(edition, plan, Progress.NONE);
        }
        return plan;
    }
}
