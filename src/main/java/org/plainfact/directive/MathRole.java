package org.plainfact.directive;

import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;
import org.plainfact.source.SourceSpan;
import org.plainfact.tex.Formula;

/** A formula in a line of text, in the notation of TeX. */
final class MathRole implements Role {
    @Override
    public Optional<Inline> expand(Part.Role call, Scope scope) {
        // What other roles read as a label and a target is here a formula that ends in >.
        String tex =
                call.label().map(label -> label + " <" + call.target() + ">").orElseGet(call::target);
        try {
            return Optional.of(Inline.Tex.of(tex, false));
        } catch (Formula.Malformed e) {
            tell(e, place(call, tex, e.offset()), scope);
            return Optional.empty();
        }
    }

    /** That of the character, where the formula is written as it is read; else that of the role. */
    private static SourceSpan place(Part.Role call, String tex, int offset) {
        SourceSpan span = call.span();
        int head = call.name().length() + 3;
        boolean asWritten = call.label().isEmpty() && call.end() - call.start() == head + tex.length() + 1;
        // A line break in the text is a space in the formula.
        return asWritten && !tex.substring(0, offset).contains(" ")
                ? new SourceSpan(span.path(), span.line(), span.column() + head + offset)
                : span;
    }

    static void tell(Formula.Malformed fault, SourceSpan place, Scope scope) {
        scope.findings()
                .error(
                        "malformed-math",
                        place,
                        "this formula is not understood: " + fault.problem(),
                        fault.hint().orElse("src/test/resources/spec/role/math.md says what a formula may hold"));
    }
}
