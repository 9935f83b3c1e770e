package org.plainfact.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plainfact.data.Qualifiers;

/**
 * What a formula does with the qualifiers of its inputs.
 *
 * @param requires what an input that has the qualifier must say
 * @param sets what the result says, whatever the inputs do
 * @param across qualifiers in which the inputs may differ; {@code *} stands for all
 * @param drops what the result does not say
 */
record QualifierRules(Map<String, String> requires, Map<String, String> sets, Set<String> across, Set<String> drops) {
    QualifierRules {
        requires = Map.copyOf(requires);
        sets = Map.copyOf(sets);
        across = Set.copyOf(across);
        drops = Set.copyOf(drops);
    }

    /** Qualifiers of a result, and why the inputs do not fit together; nothing where they do. */
    record Merged(Qualifiers qualifiers, List<Conflict> conflicts) {}

    /** @param rule {@code unlike-qualifiers} or {@code requires} */
    record Conflict(String rule, String problem, String hint) {}

    private record Said(String value, Figure by) {}

    Merged merge(List<Figure> inputs) {
        SortedMap<String, Said> said = new TreeMap<>();
        Set<String> different = new TreeSet<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (Figure input : inputs) {
            input.qualifiers().values().forEach((name, value) -> {
                check(name, value, input, conflicts);
                Said first = said.computeIfAbsent(name, ignored -> new Said(value, input));
                if (!first.value.equals(value) && different.add(name) && !mayDiffer(name)) {
                    conflicts.add(unlike(name, first, value, input));
                }
            });
        }
        return new Merged(result(said, different), conflicts);
    }

    private boolean mayDiffer(String name) {
        return across.contains(name) || across.contains("*");
    }

    private Qualifiers result(SortedMap<String, Said> said, Set<String> different) {
        SortedMap<String, String> result = new TreeMap<>();
        said.forEach((name, one) -> result.put(name, one.value));
        result.keySet().removeAll(different);
        result.keySet().removeAll(drops);
        result.putAll(sets);
        return Qualifiers.of(result);
    }

    private void check(String name, String value, Figure input, List<Conflict> conflicts) {
        String wanted = requires.getOrDefault(name, value);
        if (!wanted.equals(value)) {
            conflicts.add(new Conflict(
                    "requires",
                    "the formula requires %s \"%s\", but %s has \"%s\"".formatted(name, wanted, input.address(), value),
                    "bind an input that says so, or convert it first"));
        }
    }

    private static Conflict unlike(String name, Said first, String value, Figure input) {
        return new Conflict(
                "unlike-qualifiers",
                "%s is \"%s\" for %s but \"%s\" for %s"
                        .formatted(name, first.value, first.by.address(), value, input.address()),
                "unlike values do not mix; where they are meant to differ, list \"" + name + "\" in its \"across\"");
    }
}
