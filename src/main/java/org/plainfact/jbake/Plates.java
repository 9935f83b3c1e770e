package org.plainfact.jbake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.plainfact.bake.Extras;
import org.plainfact.bake.Piece;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/**
 * What is published where. As with JBake, who comes last has an address; unlike it, this says so, and nothing leaves the
 * output.
 */
final class Plates {
    private final Map<String, Plate> plates = new LinkedHashMap<>();
    private final Findings findings;
    private final UnaryOperator<String> names;

    /**
     * Something with an address: one of both.
     *
     * @param owner what stands there: a file, or words
     */
    private record Plate(
            String owner, Optional<Extras.Origin> origin, Optional<Piece> piece, Optional<Extras.Copy> copy) {}

    /** @param names the path of an owner that is a file, as findings name it */
    Plates(UnaryOperator<String> names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /**
     * @param origin with paths as JBake writes them
     * @param basis what the piece is made from
     * @param making given the path as it is published
     */
    void add(String path, String owner, Extras.Origin origin, Object basis, Function<String, Piece.Making> making) {
        place(path, owner)
                .ifPresent(place -> put(
                        place,
                        new Plate(
                                owner,
                                Optional.of(origin.named(names)),
                                Optional.of(new Piece(place, basis, making.apply(place))),
                                Optional.empty())));
    }

    void add(String owner, Extras.Copy copy) {
        place(copy.path(), owner)
                .ifPresent(
                        place -> put(place, new Plate(owner, Optional.empty(), Optional.empty(), Optional.of(copy))));
    }

    private void put(String path, Plate plate) {
        Plate before = plates.remove(path);
        if (before != null) {
            findings.warning(
                    "jbake-address",
                    span(before.owner()),
                    "/" + path + " is published by " + named(before.owner()) + " and by " + named(plate.owner())
                            + "; the second is what readers get",
                    Optional.of("rename one of them"));
        }
        plates.put(path, plate);
    }

    /** The same path without detours; empty after a finding where it leads out of the output. */
    private Optional<String> place(String path, String owner) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..") && segments.isEmpty()) {
                return refused(path, owner, "leads out of the output folder");
            } else if (segment.equals("..")) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        if (segments.isEmpty() || path.chars().anyMatch(Character::isISOControl)) {
            return refused(path, owner, "is no name of a file");
        }
        return Optional.of(String.join("/", segments));
    }

    private Optional<String> refused(String path, String owner, String why) {
        findings.warning(
                "jbake-outside",
                span(owner),
                named(owner) + " is not published: /" + path + " " + why,
                Optional.of("rename it"));
        return Optional.empty();
    }

    /** Tells names of files that are at the same time folders of others, and names that differ in case alone. */
    void check() {
        Map<String, String> small = new HashMap<>();
        for (String path : plates.keySet()) {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                String folder = path.substring(0, slash);
                Plate file = plates.get(folder);
                if (file != null) {
                    findings.error(
                            "address-collision",
                            span(file.owner()),
                            "/" + folder + " (" + named(file.owner()) + ") cannot stand beside /" + path + " ("
                                    + named(plates.get(path).owner()) + ")",
                            "rename one of them");
                }
            }
            String other = small.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                findings.warning(
                        "jbake-address",
                        span(plates.get(path).owner()),
                        "/" + other + " and /" + path
                                + " differ in capital letters alone; on some machines one replaces" + " the other",
                        Optional.of("write both in the same way, or rename one"));
            }
        }
    }

    List<Piece> pieces() {
        return plates.values().stream().flatMap(plate -> plate.piece().stream()).toList();
    }

    Optional<Extras.Origin> origin(String path) {
        return Optional.ofNullable(plates.get(path)).flatMap(Plate::origin);
    }

    List<Extras.Copy> copies() {
        return plates.values().stream().flatMap(plate -> plate.copy().stream()).toList();
    }

    private String named(String owner) {
        return names.apply(owner);
    }

    private SourceSpan span(String owner) {
        String name = names.apply(owner);
        return SourceSpan.of(name.contains("/") && !name.contains(" \"") ? name : Properties.FILE);
    }
}
