package org.plainfact.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Site;

/** The files of a site that lies nowhere, by path. */
final class Proofs extends Described {
    /** Searched by route: a table by file would be as large again as what is known of the files. */
    private final Site site;

    private final List<Optional<Printer.Printed>> printed;
    private final Function<Output, byte[]> again;
    private final Map<String, Proof> others;

    /**
     * @param printed what the outputs of the site hold, in their order
     * @param again makes the bytes of one
     * @param others the files that are no outputs
     */
    Proofs(
            Site site,
            List<Optional<Printer.Printed>> printed,
            Function<Output, byte[]> again,
            Map<String, Proof> others) {
        this.site = site;
        this.printed = printed;
        this.again = again;
        this.others = others;
    }

    /** Paths of files that do not hold what they held in another look, have come or have gone. */
    static Set<String> changed(Map<String, Proof> now, Map<String, Proof> before) {
        if (now instanceof Proofs proofs && before instanceof Proofs old && proofs.site.owners() == old.site.owners()) {
            return proofs.changedSince(old);
        }
        return changed(all(now, before), now::get, before::get);
    }

    /** Nothing has moved: what holds the same stands in the same object. */
    private Set<String> changedSince(Proofs before) {
        Set<String> changed = changed(all(others, before.others), others::get, before.others::get);
        for (int i = 0; i < printed.size(); i++) {
            Optional<Printer.Printed> now = printed.get(i);
            Optional<Printer.Printed> then = before.printed.get(i);
            if (differ(now, then)) {
                Stream.concat(now.stream(), then.stream())
                        .map(Printer.Printed::path)
                        .forEach(changed::add);
            }
        }
        return changed;
    }

    private static boolean differ(Object now, Object before) {
        return now != before && !now.equals(before);
    }

    private static Stream<String> all(Map<String, Proof> now, Map<String, Proof> before) {
        return Stream.concat(now.keySet().stream(), before.keySet().stream());
    }

    private static Set<String> changed(
            Stream<String> paths, Function<String, @Nullable Proof> now, Function<String, @Nullable Proof> before) {
        return paths.filter(path -> !stamp(now.apply(path)).equals(stamp(before.apply(path))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Stamp> stamp(@Nullable Proof proof) {
        return Optional.ofNullable(proof).map(Proof::stamp);
    }

    @Override
    public @Nullable Proof get(@Nullable Object path) {
        int position = position(path);
        return position < 0 ? others.get(path) : proof(position);
    }

    /** Negative where it is no output. */
    private int position(@Nullable Object file) {
        if (!(file instanceof String path)) {
            return -1;
        }
        int page = path.equals(Route.INDEX) || path.endsWith("/" + Route.INDEX)
                ? site.position("/" + path.substring(0, path.length() - Route.INDEX.length()))
                : -1;
        return page >= 0 ? page : site.position("/" + path);
    }

    private @Nullable Proof proof(int position) {
        Output output = site.outputs().get(position);
        // Holds on to no bytes: it may be kept for long.
        return printed.get(position)
                .map(made -> new Proof(
                        made.path(), made.stamp().sha256(), made.stamp().size(), () -> again.apply(output)))
                .orElse(null);
    }

    @Override
    public Set<String> keySet() {
        return new Paths();
    }

    private final class Paths extends AbstractSet<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(
                            site.owners().stream().map(owner -> owner.route().file()), others.keySet().stream())
                    .iterator();
        }

        @Override
        public boolean contains(Object path) {
            return position(path) >= 0 || others.containsKey(path);
        }

        @Override
        public int size() {
            return site.owners().size() + others.size();
        }
    }

    static byte[] unchanged(Path source, Stamp stamp) throws IOException {
        byte[] bytes = Files.readAllBytes(source);
        if (!Stamp.of(bytes).equals(stamp)) {
            throw new IOException("changed since it was read: " + source);
        }
        return bytes;
    }
}
