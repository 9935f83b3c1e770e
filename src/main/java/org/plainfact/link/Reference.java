package org.plainfact.link;

/**
 * An address that a printed page names.
 *
 * @param written as the page says it, without white space around it
 */
record Reference(Use use, String written) {
    /** What a page does with an address. */
    enum Use {
        /** Leads readers there. */
        LINK("leads to"),
        /** Leads readers there without being asked. */
        REFRESH("leads on to"),
        /** Shows or loads what is there. */
        FILE("needs");

        private final String verb;

        Use(String verb) {
            this.verb = verb;
        }

        String verb() {
            return verb;
        }
    }
}
