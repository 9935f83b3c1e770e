package org.plainfact.directive;

import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;

/** A number in a sentence. It always shows its own value, so words cannot stand in for it. */
final class FigureRole implements Role {
    @Override
    public Optional<Inline> expand(Part.Role call, Scope scope) {
        if (call.label().isPresent()) {
            scope.findings()
                    .error(
                            "unexpected-label",
                            call.span(),
                            "a figure shows its value, not the words \""
                                    + call.label().get() + "\"",
                            "write the words beside it: " + call.label().get() + " {figure}`" + call.target() + "`");
            return Optional.empty();
        }
        return scope.figure(call.target(), call.span()).map(Inline.FigureRef::new);
    }
}
