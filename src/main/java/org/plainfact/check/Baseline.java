package org.plainfact.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plainfact.data.Json;
import org.plainfact.source.Finding;

/**
 * The findings that a site had when it began to be checked. They are known again by file, rule and words, since lines
 * move.
 *
 * @param counts how often each is found
 */
public record Baseline(Map<Known, Integer> counts) {
    private static final String FINDINGS = "findings";

    public Baseline {
        counts = Map.copyOf(counts);
    }

    /** A finding without its line. */
    record Known(String path, String rule, String problem) implements Comparable<Known> {
        static Known of(Finding finding) {
            return new Known(finding.span().path(), finding.rule(), finding.problem());
        }

        @Override
        public int compareTo(Known other) {
            int byPath = path.compareTo(other.path);
            int byRule = byPath != 0 ? byPath : rule.compareTo(other.rule);
            return byRule != 0 ? byRule : problem.compareTo(other.problem);
        }
    }

    /** Numbers the findings that are the same but for their line. */
    static final class Counter {
        private final Map<Known, Integer> counts = new TreeMap<>();

        /** From 1. */
        int next(Finding finding) {
            return counts.merge(Known.of(finding), 1, Integer::sum);
        }
    }

    public static Baseline of(List<Finding> findings) {
        Map<Known, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(Known.of(finding), 1, Integer::sum));
        return new Baseline(counts);
    }

    /**
     * One that was written by {@link #text}.
     *
     * @param name of the file, for the message
     * @throws IllegalArgumentException where it was not
     */
    public static Baseline read(String name, String text) {
        Map<Known, Integer> counts = new TreeMap<>();
        if (!(Json.read(name, text) instanceof Map<?, ?> file) || !(file.get(FINDINGS) instanceof List<?> all)) {
            throw new IllegalArgumentException(name + " has no list of findings");
        }
        for (Object each : all) {
            if (!(each instanceof Map<?, ?> entry)
                    || !(entry.get("path") instanceof String path)
                    || !(entry.get("rule") instanceof String rule)
                    || !(entry.get("problem") instanceof String problem)
                    || !(entry.get("count") instanceof Long count)) {
                throw new IllegalArgumentException(
                        name + " holds something that is no finding with path, rule, problem and count");
            }
            counts.put(new Known(path, rule, problem), count.intValue());
        }
        return new Baseline(counts);
    }

    /** As a file, sorted, so that it can be compared. */
    public String text() {
        List<Object> all = new ArrayList<>();
        new TreeMap<>(counts).forEach((known, count) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", known.path());
            entry.put("rule", known.rule());
            entry.put("problem", known.problem());
            entry.put("count", count);
            all.add(entry);
        });
        return Json.pretty(Map.of(FINDINGS, all));
    }

    /** What is not known: of the same finding, those beyond the number that is. */
    List<Finding> without(List<Finding> findings) {
        Map<Known, Integer> left = new TreeMap<>(counts);
        return findings.stream()
                .filter(finding -> left.merge(Known.of(finding), -1, Integer::sum) < 0)
                .toList();
    }
}
