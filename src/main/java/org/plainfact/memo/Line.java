package org.plainfact.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Finding;

/**
 * Results in the order in which a build asked for them. What the next build asks for of the very same object is taken over
 * without being looked into; where nothing else comes out, it is the same list.
 */
final class Line {
    private final Object constants;
    private final List<?> givens;
    private final @Nullable Result[] results;
    private final List<?> values;

    /** Positions of results that something is told along with. */
    private final int[] telling;

    private volatile boolean repeats;
    private volatile int build;

    private Line(Object constants, List<?> givens, @Nullable Result[] results, List<?> values, int[] telling) {
        this.constants = constants;
        this.givens = givens;
        this.results = results;
        this.values = values;
        this.telling = telling;
    }

    /** Where no build asked for a row yet. */
    static Line none() {
        return new Line("", List.of(), new Result[0], List.of(), new int[0]);
    }

    List<?> values() {
        return values;
    }

    boolean isOf(Session session) {
        return build == session.number();
    }

    /** Whether a build asked for the same results as the one before. */
    boolean repeats(Session session) {
        return isOf(session) && repeats;
    }

    /** Says that its results are used in a build. */
    void mark(Session session) {
        for (Result result : results) {
            if (result != null) {
                result.usedBy(session);
            }
        }
    }

    private Line of(int number, boolean repeating) {
        build = number;
        repeats = repeating;
        return this;
    }

    /**
     * The line of the next build.
     *
     * @param wanted what is asked for
     * @param steady whether what results looked up is answered as before
     */
    Next next(Session.Row wanted, boolean steady) {
        List<?> now = wanted.givens();
        boolean same = steady && constants.equals(wanted.constants());
        return new Next(wanted.constants(), now, same, same ? missing(now) : all(now.size()));
    }

    private static List<Integer> all(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    /** Positions at which something else stands now. */
    private List<Integer> missing(List<?> now) {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (i >= results.length || results[i] == null || givens.get(i) != now.get(i)) {
                missing.add(i);
            }
        }
        return Collections.unmodifiableList(missing);
    }

    /** A line that comes to be. Safe for several threads, each at positions of its own. */
    final class Next {
        private final Object constantsNow;
        private final List<?> givensNow;
        private final boolean same;
        private final List<Integer> missing;
        private final @Nullable Result[] resultsNow;
        private final @Nullable Object[] valuesNow;
        private volatile boolean differs;

        private Next(Object constantsNow, List<?> givensNow, boolean same, List<Integer> missing) {
            this.constantsNow = constantsNow;
            this.givensNow = givensNow;
            this.same = same;
            this.missing = missing;
            this.differs = !same || givensNow.size() != results.length;
            if (isAsBefore()) {
                resultsNow = results;
                valuesNow = new Object[0];
                return;
            }
            int size = givensNow.size();
            resultsNow = Arrays.copyOf(results, size);
            valuesNow = Arrays.copyOf(values.toArray(), size);
            missing.forEach(position -> resultsNow[position] = null);
        }

        private boolean isAsBefore() {
            return missing.isEmpty() && !differs;
        }

        /** Positions whose results are not at hand. */
        List<Integer> missing() {
            return missing;
        }

        /** Tells again what was told along with the results that are at hand. */
        void tell(Consumer<Finding> teller) {
            for (int position : telling) {
                Result result = same && position < resultsNow.length ? resultsNow[position] : null;
                if (result != null) {
                    result.findings().forEach(teller);
                }
            }
        }

        /** @param result of a position that was missing; null where it is not to be used again */
        void put(int position, @Nullable Result result, Object value) {
            differs |= result == null
                    || position >= results.length
                    || results[position] == null
                    || !result.name().equals(results[position].name());
            resultsNow[position] = result;
            valuesNow[position] = value;
        }

        /** To be called when nothing is missing any more. */
        Line end(Session session) {
            return isAsBefore()
                    ? of(session.number(), true)
                    : new Line(constantsNow, givensNow, resultsNow, valuesAtEnd(), tellingNow())
                            .of(session.number(), !differs);
        }

        private List<?> valuesAtEnd() {
            boolean equal = valuesNow.length == values.size()
                    && missing.stream().allMatch(position -> valuesNow[position] == values.get(position));
            return equal ? values : List.of(valuesNow);
        }

        private int[] tellingNow() {
            return IntStream.concat(
                            same ? Arrays.stream(telling) : IntStream.empty(),
                            missing.stream().mapToInt(Integer::intValue))
                    .distinct()
                    .filter(position -> position < resultsNow.length && tells(resultsNow[position]))
                    .toArray();
        }

        private static boolean tells(@Nullable Result result) {
            return result != null && !result.findings().isEmpty();
        }
    }
}
