package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plainfact.source.Digests;

/**
 * The files {@code _headers} and {@code _redirects}, from which hosts such as Netlify and Cloudflare Pages take what a file
 * cannot say itself. One that the site brings is left as it is.
 *
 * @param basePath the path that the site stands below; empty or {@code /sub}
 * @param policy the Content-Security-Policy; empty for none
 */
public record HostFiles(String basePath, String policy, List<Redirect> redirects) {
    private static final String HEADERS = "_headers";
    private static final String REDIRECTS = "_redirects";

    public HostFiles {
        redirects = List.copyOf(redirects);
    }

    /** The edition with both files, and without the pages that only led on: a real redirect is better. */
    public Edition addTo(Edition edition) {
        SortedMap<String, Entry> files = new TreeMap<>(edition.manifest().files());
        Map<String, Body> bodies = new HashMap<>(edition.bodies());
        if (!redirects.isEmpty() && !files.containsKey(REDIRECTS)) {
            StringBuilder lines = new StringBuilder();
            for (Redirect redirect : redirects) {
                lines.append(redirect.line(basePath));
                files.remove(redirect.from().file());
                bodies.remove(redirect.from().file());
            }
            put(REDIRECTS, lines.toString(), files, bodies);
        }
        if (!files.containsKey(HEADERS)) {
            put(HEADERS, headers(files.values()), files, bodies);
        }
        return new Edition(new Manifest(files), bodies);
    }

    private static void put(String path, String text, Map<String, Entry> files, Map<String, Body> bodies) {
        byte[] bytes = text.getBytes(UTF_8);
        files.put(path, Entry.of(path, Digests.sha256(bytes), bytes.length));
        bodies.put(path, new Body.OfBytes(bytes));
    }

    /** Hosts add up what several rules say, so no two rules name the same header for one file. */
    private String headers(Collection<Entry> entries) {
        StringBuilder text = new StringBuilder(basePath + "/*\n");
        if (!policy.isEmpty()) {
            text.append("  Content-Security-Policy: ").append(policy).append('\n');
        }
        text.append("  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n");
        for (String rule : lasting(entries)) {
            text.append('\n').append(basePath).append(rule).append("\n  Cache-Control: ");
            text.append(Caching.IMMUTABLE.header()).append('\n');
        }
        return text.toString();
    }

    /** What may be kept for ever: whole folders where they hold nothing else, for hosts limit the number of rules. */
    private static SortedSet<String> lasting(Collection<Entry> entries) {
        SortedSet<String> mixed = new TreeSet<>();
        entries.stream().filter(entry -> entry.caching() != Caching.IMMUTABLE).forEach(entry -> mixed.add(top(entry)));
        SortedSet<String> rules = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.caching() == Caching.IMMUTABLE) {
                rules.add(
                        top(entry).isEmpty() || mixed.contains(top(entry))
                                ? "/" + entry.path()
                                : "/" + top(entry) + "/*");
            }
        }
        return rules;
    }

    /** The folder at the top of the site; empty for a file there. */
    private static String top(Entry entry) {
        int slash = entry.path().indexOf('/');
        return slash < 0 ? "" : entry.path().substring(0, slash);
    }
}
