package org.plainfact.source;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what authors can mend, so that one run tells all of it. Safe to use from several threads. */
public final class Findings {
    private final ConcurrentLinkedQueue<Finding> all = new ConcurrentLinkedQueue<>();

    public void add(Finding finding) {
        all.add(finding);
    }

    public void error(String rule, SourceSpan span, String problem) {
        add(new Finding(Severity.ERROR, rule, span, problem, Optional.empty()));
    }

    public void error(String rule, SourceSpan span, String problem, String hint) {
        add(new Finding(Severity.ERROR, rule, span, problem, Optional.of(hint)));
    }

    public void error(String rule, SourceSpan span, String problem, Optional<String> hint) {
        add(new Finding(Severity.ERROR, rule, span, problem, hint));
    }

    public void warning(String rule, SourceSpan span, String problem, Optional<String> hint) {
        add(new Finding(Severity.WARNING, rule, span, problem, hint));
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Whether an error at a place says a text already, so that another part of the program need not repeat it. */
    public boolean tells(SourceSpan span, String text) {
        return all.stream()
                .anyMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.span().equals(span)
                        && finding.problem().contains(text));
    }

    /** By place, then severity, rule and words; the same finding told twice appears once. */
    public List<Finding> sorted() {
        return all.stream().sorted().distinct().toList();
    }
}
