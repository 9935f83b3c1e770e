package org.plainfact.data;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Of the violations in the branches of an {@code anyOf} or {@code oneOf}, keeps those of the branch that the value is
 * nearest to: the others only say that it is not what it was never meant to be.
 */
final class Alternatives {
    private Alternatives() {}

    static List<Error> clearest(List<Error> errors) {
        return clearest(errors, 0);
    }

    private static List<Error> clearest(Collection<Error> errors, int from) {
        List<Error> kept = new ArrayList<>();
        Map<String, List<Error>> choices = new LinkedHashMap<>();
        for (Error error : errors) {
            int choice = choiceFrom(error.getEvaluationPath(), from);
            if (choice < 0) {
                kept.add(error);
            } else {
                choices.computeIfAbsent(key(error, choice), key -> new ArrayList<>())
                        .add(error);
            }
        }
        choices.values().forEach(group -> kept.addAll(chosen(group, from)));
        return kept;
    }

    private static List<Error> chosen(List<Error> group, int from) {
        int choice = choiceFrom(group.getFirst().getEvaluationPath(), from);
        List<Error> summary = new ArrayList<>();
        Map<String, List<Error>> branches = new TreeMap<>();
        for (Error error : group) {
            NodePath path = error.getEvaluationPath();
            if (path.getNameCount() == choice + 1) {
                summary.add(error);
            } else {
                branches.computeIfAbsent(path.getName(choice + 1), branch -> new ArrayList<>())
                        .add(error);
            }
        }
        int depth = instanceDepth(group.getFirst().getEvaluationPath(), choice);
        return nearest(branches.values(), depth)
                .map(branch -> clearest(branch, choice + 2))
                .orElse(summary.isEmpty() ? group : summary);
    }

    /** The branch with fewest violations at the value itself, then fewest in all; empty where that is none or several. */
    private static Optional<List<Error>> nearest(Collection<List<Error>> branches, int depth) {
        long least = branches.stream()
                .mapToLong(branch -> distance(branch, depth))
                .min()
                .orElse(0);
        List<List<Error>> best = branches.stream()
                .filter(branch -> distance(branch, depth) == least)
                .toList();
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    /** A value of another kind is farther from a branch than one with any number of wrong keys. */
    private static long distance(List<Error> branch, int depth) {
        long outer = branch.stream()
                .filter(error -> error.getInstanceLocation().getNameCount() == depth)
                .mapToLong(error -> error.getKeyword().equals("type") ? 1_000 : 1)
                .sum();
        return outer * 1_000_000 + branch.size();
    }

    private static int choiceFrom(NodePath path, int from) {
        for (int i = from; i < path.getNameCount(); i++) {
            String name = path.getName(i);
            if (named(name)) {
                i++;
            } else if (name.equals("anyOf") || name.equals("oneOf")) {
                return i;
            }
        }
        return -1;
    }

    /** The choice and the value it was made for: one choice is made for every item of a list. */
    private static String key(Error error, int choice) {
        NodePath path = error.getEvaluationPath();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i <= choice; i++) {
            key.append(path.getName(i)).append('\n');
        }
        NodePath instance = error.getInstanceLocation();
        int depth = instanceDepth(path, choice);
        for (int i = 0; i < depth && i < instance.getNameCount(); i++) {
            key.append('/').append(instance.getName(i));
        }
        return key.toString();
    }

    /** How many steps into the value the keywords before a place of the path have made. */
    private static int instanceDepth(NodePath path, int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            switch (path.getName(i)) {
                case "properties", "patternProperties", "prefixItems" -> {
                    depth++;
                    i++;
                }
                case "items", "contains", "additionalProperties", "unevaluatedProperties", "unevaluatedItems" ->
                    depth++;
                case "dependentSchemas" -> i++;
                default -> {
                    // allOf and its index, $ref, if, then, else: the same value
                }
            }
        }
        return depth;
    }

    /** Whether a keyword is followed by a name of the author's, which may look like a keyword. */
    private static boolean named(String keyword) {
        return keyword.equals("properties")
                || keyword.equals("patternProperties")
                || keyword.equals("dependentSchemas");
    }
}
