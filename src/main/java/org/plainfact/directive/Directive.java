package org.plainfact.directive;

import java.util.List;
import java.util.Set;
import org.plainfact.content.Body.Part;

/** A kind of call that stands for blocks. One class each, named after it; {@link Extensions} lists them. */
interface Directive {
    default String id() {
        return Names.idOf(getClass(), "Directive");
    }

    Form form();

    /** Called when the call has this directive's form. No blocks after a finding. */
    List<Block> expand(Part.Directive call, Scope scope);

    /** What a call may consist of. */
    record Form(Need argument, Need body, Set<String> options) {
        static Form of(Need argument, Need body, String... options) {
            return new Form(argument, body, Set.of(options));
        }
    }

    enum Need {
        NONE,
        OPTIONAL,
        REQUIRED
    }
}
