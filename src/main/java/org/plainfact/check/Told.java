package org.plainfact.check;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;

/**
 * What is told of a run.
 *
 * @param findings errors, warnings and the suggestions that are asked for, sorted
 * @param suggestions the others, sorted
 * @param allowed how many findings authors let stand
 * @param known how many are in the baseline
 */
public record Told(List<Finding> findings, List<Finding> suggestions, int allowed, int known) {
    public Told {
        findings = List.copyOf(findings);
        suggestions = List.copyOf(suggestions);
    }

    /** Of findings of all severities. */
    public static Told of(List<Finding> all, int allowed) {
        List<Finding> sorted = all.stream().sorted().distinct().toList();
        return new Told(
                sorted.stream().filter(Predicate.not(Told::isSuggestion)).toList(),
                sorted.stream().filter(Told::isSuggestion).toList(),
                allowed,
                0);
    }

    private static boolean isSuggestion(Finding finding) {
        return finding.severity() == Severity.SUGGESTION;
    }

    public boolean failed() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Those of some rules. */
    public Told only(Predicate<String> rules) {
        Predicate<Finding> wanted = finding -> rules.test(finding.rule());
        return new Told(
                findings.stream().filter(wanted).toList(),
                suggestions.stream().filter(wanted).toList(),
                allowed,
                known);
    }

    /** With suggestions told as findings are. */
    public Told withSuggestions() {
        return new Told(
                Stream.concat(findings.stream(), suggestions.stream()).sorted().toList(), List.of(), allowed, known);
    }

    /** Without those that a baseline knows. */
    public Told without(Baseline baseline) {
        List<Finding> rest = baseline.without(findings);
        return new Told(rest, suggestions, allowed, known + findings.size() - rest.size());
    }
}
