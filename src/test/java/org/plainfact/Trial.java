package org.plainfact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One random sequence of edits.
 *
 * @param work where folders may be made and removed
 */
record Trial(long seed, List<Edit.Step> steps, Path work) {
    Trial(long seed, Path work) {
        this(seed, new Edits(new Random(seed)).sequence(), work);
    }

    /** What differs; empty where all is as it should be. */
    Optional<String> failure() {
        return difference(steps);
    }

    private Optional<String> difference(List<Edit.Step> steps) {
        Path folder = work.resolve("seed-" + seed);
        try {
            return SideBySide.difference(folder, steps);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        } finally {
            new Desk(work).delete(folder.getFileName().toString());
        }
    }

    /** Words for a failure, with the fewest edits that lead to it. */
    String shortestFailure() {
        List<Edit.Step> shortest = shortest();
        StringBuilder told = new StringBuilder("seed " + seed + " (again by -Dplainfact.seed=" + seed + ")\n");
        shortest.forEach(step -> told.append("- ").append(step).append('\n'));
        return told + difference(shortest).orElse("which does not fail each time");
    }

    /** Without the steps, and then the edits, that the difference does not need. */
    private List<Edit.Step> shortest() {
        List<Edit.Step> left = steps;
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (List<Edit.Step> without : shorter(left)) {
                if (difference(without).isPresent()) {
                    left = without;
                    shorter = true;
                    break;
                }
            }
        }
        return left;
    }

    private static List<List<Edit.Step>> shorter(List<Edit.Step> steps) {
        List<List<Edit.Step>> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Edit.Step> without = new ArrayList<>(steps);
            without.remove(i);
            all.add(without);
        }
        for (int i = 0; i < steps.size(); i++) {
            for (Edit.Step step : simpler(steps.get(i))) {
                List<Edit.Step> other = new ArrayList<>(steps);
                other.set(i, step);
                all.add(other);
            }
        }
        all.sort(Comparator.comparingInt(List::size));
        return all;
    }

    private static List<Edit.Step> simpler(Edit.Step step) {
        List<Edit.Step> all = new ArrayList<>();
        if (step.baked()) {
            all.add(new Edit.Step(step.edits(), false, step.toldAll()));
        }
        if (step.toldAll()) {
            all.add(new Edit.Step(step.edits(), step.baked(), false));
        }
        for (int i = 0; i < step.edits().size(); i++) {
            List<Edit> without = new ArrayList<>(step.edits());
            without.remove(i);
            all.add(new Edit.Step(List.copyOf(without), step.baked(), step.toldAll()));
        }
        return all;
    }
}
