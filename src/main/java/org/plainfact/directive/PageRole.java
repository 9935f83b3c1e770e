package org.plainfact.directive;

import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;

/** A cross-reference by id. */
final class PageRole implements Role {
    @Override
    public Optional<Inline> expand(Part.Role call, Scope scope) {
        return scope.linkedPage(call.target(), call.span())
                .map(page -> new Inline.PageRef(page, call.label().orElseGet(() -> page.title())));
    }
}
