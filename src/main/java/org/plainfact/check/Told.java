package org.plainfact.check;

import java.util.List;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;

/**
 * What is told of a run.
 *
 * @param findings sorted
 * @param allowed how many findings authors let stand
 * @param known how many are in the baseline
 */
public record Told(List<Finding> findings, int allowed, int known) {
    public Told {
        findings = List.copyOf(findings);
    }

    public boolean failed() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Those of some rules; of all where none is named. */
    public Told only(List<String> rules) {
        return rules.isEmpty()
                ? this
                : new Told(
                        findings.stream()
                                .filter(finding -> rules.contains(finding.rule()))
                                .toList(),
                        allowed,
                        known);
    }

    /** Without those that a baseline knows. */
    public Told without(Baseline baseline) {
        List<Finding> rest = baseline.without(findings);
        return new Told(rest, allowed, known + findings.size() - rest.size());
    }
}
