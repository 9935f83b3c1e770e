package org.plainfact.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** Where the files of a site stand. Two that would be one file on some disk are told as a finding. */
final class Outputs {
    private static final Drawer COLLISIONS = new Drawer("route-collisions", true, false);

    private final Session session;
    private final Findings findings;
    private final Map<Route, Place> byRoute = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();

    /** What stands at a route. */
    sealed interface Place {
        Route route();

        /** A file that is at hand. */
        record Made(Output output) implements Place {
            @Override
            public Route route() {
                return output.route();
            }
        }

        /**
         * The page of a text.
         *
         * @param kind of the text
         * @param position among the texts of its kind
         */
        record Page(String kind, int position, Face face) implements Place {
            @Override
            public Route route() {
                return face.route();
            }
        }

        /** The same text as Markdown. */
        record Twin(String kind, int position, Route route) implements Place {}
    }

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

    Outputs(Session session, Findings findings) {
        this.session = session;
        this.findings = findings;
    }

    /** A file that the site makes by itself. */
    void add(String what, Output output) {
        add(what, Optional.empty(), new Place.Made(output));
    }

    /** A file that an author asked for at a place. */
    void add(String what, SourceSpan place, Output output) {
        add(what, Optional.of(place), new Place.Made(output));
    }

    /** The files of all texts of a kind, made elsewhere. */
    void reserve(String what, String kind, List<Face> texts) {
        String whatTwin = "the Markdown twin of " + what;
        for (int i = 0; i < texts.size(); i++) {
            int position = i;
            Face face = texts.get(i);
            Optional<SourceSpan> place = Optional.of(face.spanOf("slug"));
            add(what, place, new Place.Page(kind, position, face));
            face.twin().ifPresent(twin -> add(whatTwin, place, new Place.Twin(kind, position, twin)));
        }
    }

    /** By route. */
    List<Place> sorted() {
        List<Place> all = List.copyOf(byRoute.values());
        return new Order(session).of("outputs " + all.size(), all, Place::route, Comparator.naturalOrder());
    }

    /** Of two for one route the first is kept. */
    private void add(String what, Optional<SourceSpan> span, Place place) {
        claims.add(new Claim(place.route(), what, span));
        byRoute.putIfAbsent(place.route(), place);
    }

    /** To be called when all is there. */
    void tellCollisions() {
        List<Claim> key = List.copyOf(claims);
        session.recall(COLLISIONS, "", key, findings, (reads, found) -> {
            Collisions collisions = new Collisions(found);
            key.forEach(collisions::add);
            return true;
        });
    }

    /** What stands at which file, and which folders there are. */
    private static final class Collisions {
        private final Findings findings;
        private final Map<String, Claim> files = new HashMap<>();
        private final Map<String, Claim> folders = new HashMap<>();

        Collisions(Findings findings) {
            this.findings = findings;
        }

        void add(Claim claim) {
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
                collision(other, claim, findings);
            }
        }
    }

    private static void collision(Claim first, Claim second, Findings findings) {
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
