package org.plainfact.directive;

import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;

/** A kind of call inside a line. One class each, named after it; {@link Extensions} lists them. */
interface Role {
    default String id() {
        return Names.idOf(getClass(), "Role");
    }

    /** Empty after a finding. */
    Optional<Inline> expand(Part.Role call, Scope scope);
}
