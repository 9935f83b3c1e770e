package org.plainfact.directive;

import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;

/** A citation. */
final class SourceRole implements Role {
    @Override
    public Optional<Inline> expand(Part.Role call, Scope scope) {
        return scope.source(call.target(), call.span()).map(source -> new Inline.SourceRef(source, call.label()));
    }
}
