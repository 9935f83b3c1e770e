package org.plainfact;

import java.util.Collection;
import java.util.Optional;
import org.plainfact.source.Nearest;

/** The command line names what is not there. */
final class UnknownName extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param why it is not there, where that is known */
    UnknownName(String what, String name, Optional<String> why, Collection<String> known) {
        this(what, name, why, known, known.isEmpty() ? "there is none" : "known are " + String.join(", ", known));
    }

    /** @param otherwise what to say where nothing is nearly called like it */
    UnknownName(String what, String name, Optional<String> why, Collection<String> known, String otherwise) {
        super("there is no " + what + " \"" + name + "\"; "
                + why.or(() -> Nearest.hint(name, known)).orElse(otherwise));
    }
}
