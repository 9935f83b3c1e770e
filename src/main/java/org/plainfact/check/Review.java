package org.plainfact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.plainfact.content.Allowance;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/** What authors let stand in one run, and whether there was anything. */
public final class Review {
    /** One without allowances: of a project that could not be read. */
    public static final Review NONE = new Review(List.of());

    private final List<Allowance> allowances;
    private final Set<SourceSpan> used = ConcurrentHashMap.newKeySet();
    private final Set<Finding> allowed = ConcurrentHashMap.newKeySet();

    Review(List<Allowance> allowances) {
        this.allowances = List.copyOf(allowances);
    }

    /** Tells findings of rules about words, whose errors may be let stand. */
    void tell(List<Finding> found, Findings findings) {
        found.stream().filter(finding -> !isAllowed(finding)).forEach(findings::add);
    }

    /** Findings with those about words that were let stand. */
    public List<Finding> told(List<Finding> findings) {
        return Stream.concat(findings.stream(), allowed.stream()).toList();
    }

    /**
     * What is told of a run.
     *
     * @param findings all of it, sorted
     * @param unasked rules that the run did not look at: of what is let stand against them nothing can be said
     */
    public Told close(List<Finding> findings, Set<String> unasked) {
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR || !isAllowed(finding)) {
                told.add(finding);
            }
        }
        allowances.forEach(allowance -> problem(allowance, unasked).ifPresent(told::add));
        return Told.of(told, allowed.size());
    }

    private boolean isAllowed(Finding finding) {
        boolean found = false;
        for (Allowance allowance : allowances) {
            boolean speaksOfIt = allowance.rule().equals(finding.rule())
                    && allowance.span().path().equals(finding.span().path())
                    && allowance.covers(finding.span().line());
            if (speaksOfIt) {
                used.add(allowance.span());
                found |= !allowance.reason().isEmpty();
            }
        }
        if (found) {
            allowed.add(finding);
        }
        return found;
    }

    private Optional<Finding> problem(Allowance allowance, Set<String> unasked) {
        if (allowance.rule().isEmpty()) {
            return warning(
                    "allowance-form",
                    allowance,
                    "the comment speaks to Plainfact and is not understood",
                    "write plainfact: allow RULE reason");
        }
        if (allowance.reason().isEmpty()) {
            return warning(
                    "allowance-without-reason",
                    allowance,
                    "nothing says why " + allowance.rule() + " should be let stand",
                    "write the reason behind the rule");
        }
        return used.contains(allowance.span()) || unasked.contains(allowance.rule())
                ? Optional.empty()
                : warning(
                        "unused-allowance",
                        allowance,
                        "nothing is found that this would let stand against " + allowance.rule(),
                        "remove it; errors but those of rules about words cannot be let stand");
    }

    private static Optional<Finding> warning(String rule, Allowance allowance, String problem, String hint) {
        return Optional.of(new Finding(Severity.WARNING, rule, allowance.span(), problem, Optional.of(hint)));
    }
}
