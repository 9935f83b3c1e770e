package org.plainfact;

import java.util.Collection;
import java.util.Optional;
import org.plainfact.source.Nearest;

/** The command line names what is not there. */
final class UnknownName extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param why it is not there, where that is known */
    UnknownName(String what, String name, Optional<String> why, Collection<String> known) {
        super("there is no " + what + " \"" + name + "\"; "
                + why.or(() -> Nearest.hint(name, known))
                        .orElse(known.isEmpty() ? "there is none" : "known are " + String.join(", ", known)));
    }
}
