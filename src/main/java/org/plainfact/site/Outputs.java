package org.plainfact.site;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** The files of the site as they come to be. Two that would be one file on some disk are told as a finding. */
final class Outputs {
    private final Findings findings;
    private final TreeMap<Route, Output> byRoute = new TreeMap<>();
    private final Set<Route> routes = new HashSet<>();
    private final Map<String, Claim> files = new HashMap<>();
    private final Map<String, Claim> folders = new HashMap<>();

    /**
     * Who wants a file.
     *
     * @param place empty where no author wrote it
     */
    private record Claim(Route route, String what, Optional<SourceSpan> place) {
        @Override
        public String toString() {
            return what + place.map(span -> " (" + span + ")").orElse("");
        }
    }

    Outputs(Findings findings) {
        this.findings = findings;
    }

    /** A file that the site makes by itself. */
    void add(String what, Output output) {
        add(new Claim(output.route(), what, Optional.empty()), output);
    }

    /** A file that an author asked for at a place. */
    void add(String what, SourceSpan place, Output output) {
        add(new Claim(output.route(), what, Optional.of(place)), output);
    }

    boolean has(Route route) {
        return routes.contains(route);
    }

    Set<Route> routes() {
        return byRoute.keySet();
    }

    /** By route. */
    List<Output> sorted() {
        return List.copyOf(byRoute.values());
    }

    private void add(Claim claim, Output output) {
        if (claim(claim)) {
            byRoute.put(output.route(), output);
            routes.add(output.route());
        }
    }

    private boolean claim(Claim claim) {
        String key = key(claim.route.file());
        Claim other = files.putIfAbsent(key, claim);
        if (other == null) {
            other = folders.get(key);
        }
        for (int slash = key.indexOf('/'); slash > 0; slash = key.indexOf('/', slash + 1)) {
            String folder = key.substring(0, slash);
            folders.putIfAbsent(folder, claim);
            other = other == null ? files.get(folder) : other;
        }
        if (other != null) {
            collision(other, claim);
        }
        return other == null;
    }

    private void collision(Claim first, Claim second) {
        SourceSpan place = second.place.or(() -> first.place).orElse(SourceSpan.of("jbake.properties"));
        boolean same = first.route.equals(second.route);
        findings.error(
                "route-collision",
                place,
                same
                        ? "two things want the address " + first.route + ": " + first + " and " + second
                        : "the addresses " + first.route + " and " + second.route + " cannot stand side by side: "
                                + first + " and " + second,
                "give one of them another address: a page by a slug, a tag or topic by other words");
    }

    /** Disks may ignore case, and may hold composed and decomposed letters for the same. */
    private static String key(String file) {
        return Normalizer.normalize(file, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
