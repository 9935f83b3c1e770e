package org.plainfact.link;

import java.net.URI;

/** What became of asking for an address. */
sealed interface Answer {
    /** Something is there. */
    record Alive() implements Answer {}

    /** Something is there, and its owner says that it now has another address for good. */
    record Moved(URI to) implements Answer {}

    /** Nothing is there any more, says the server. */
    record Dead(int status) implements Answer {}

    /**
     * Nobody can tell.
     *
     * @param reached whether a server answered, or was not to be asked
     */
    record Undecided(String why, boolean reached) implements Answer {
        Undecided(String why) {
            this(why, true);
        }
    }

    /** Whether it will be the same for some days. */
    default boolean lasting() {
        return this instanceof Alive || this instanceof Moved;
    }
}
