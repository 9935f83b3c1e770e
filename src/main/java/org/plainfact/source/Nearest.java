package org.plainfact.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The known name that a misspelt one most likely means, for hints. */
public final class Nearest {
    private Nearest() {}

    /** Empty where no name is within a third of the length (at least 2 edits). */
    public static Optional<String> to(String name, Collection<String> known) {
        return several(name, known, 1).stream().findFirst();
    }

    /**
     * The nearest first; only names within a third of the length (at least 2 edits).
     *
     * @param most how many at most
     */
    public static List<String> several(String name, Collection<String> known, int most) {
        int limit = Math.max(2, name.length() / 3);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
                .map(candidate -> new Distance(candidate, edits(name, candidate)))
                .filter(distance -> distance.edits <= limit)
                .sorted(Comparator.comparingInt(Distance::edits).thenComparing(Distance::candidate))
                .limit(most)
                .map(Distance::candidate)
                .toList();
    }

    /** A hint sentence: {@code did you mean "x"?}. */
    public static Optional<String> hint(String name, Collection<String> known) {
        return to(name, known).map(nearest -> "did you mean \"" + nearest + "\"?");
    }

    private record Distance(String candidate, int edits) {}

    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
