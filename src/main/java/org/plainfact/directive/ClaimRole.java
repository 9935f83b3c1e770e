package org.plainfact.directive;

import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Claim;
import org.plainfact.figure.Verdict;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/** Words that the data must bear out: by the id of a claim, in words that it may be said in. */
final class ClaimRole implements Role {
    @Override
    public Optional<Inline> expand(Part.Role call, Scope scope) {
        Optional<Claim> claim = scope.claim(call.target(), call.span());
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> words =
                call.label().or(() -> claim.get().words().stream().findFirst());
        words.ifPresent(said -> judge(claim.get(), said, call.span(), scope));
        return words.map(said -> new Inline.ClaimRef(claim.get(), said));
    }

    /** A claim without a verdict has been told of where it is declared. */
    private static void judge(Claim claim, String said, SourceSpan span, Scope scope) {
        if (!claim.saidAs(said)) {
            tellWords(claim, said, span, scope);
        }
        claim.verdict().ifPresent(verdict -> {
            switch (verdict) {
                case HOLDS -> {}
                case FAILS -> tell("claim-false", "is not true", claim, said, span, scope);
                case UNDECIDED -> tell("claim-undecided", "cannot be said", claim, said, span, scope);
            }
        });
    }

    private static void tellWords(Claim claim, String said, SourceSpan span, Scope scope) {
        scope.findings()
                .error(
                        "claim-words",
                        span,
                        "the claim \"" + claim.id() + "\" may not be said as \"" + said + "\"",
                        Nearest.hint(said, claim.words())
                                .or(() -> Optional.of("it may be said as \"" + String.join("\", \"", claim.words())
                                        + "\"; where the new words mean no more than these, add them to it in "
                                        + claim.span().path())));
    }

    private static void tell(String rule, String how, Claim claim, String said, SourceSpan span, Scope scope) {
        String why = verdictWords(claim);
        scope.findings()
                .error(
                        rule,
                        span,
                        "\"" + said + "\" " + how + ": " + claim.predicate() + ", that is " + claim.shown() + why,
                        "write what the figures bear out, or correct the claim \"" + claim.id() + "\" in "
                                + claim.span().path());
    }

    private static String verdictWords(Claim claim) {
        if (claim.verdict().filter(Verdict.FAILS::equals).isPresent()) {
            return "";
        }
        return claim.figures().stream().anyMatch(figure -> figure.absent())
                ? "; a value is not stated"
                : "; it holds for a part of the ranges only";
    }
}
