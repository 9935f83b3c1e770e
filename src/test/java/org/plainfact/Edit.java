package org.plainfact;

import java.util.List;

/** One thing that an author does; it can be done again, to whatever is there. */
record Edit(String words, Act act) {
    interface Act {
        void on(Desk desk);
    }

    /** Edits after which the site is looked at. */
    record Step(List<Edit> edits, boolean baked, boolean toldAll) {
        @Override
        public String toString() {
            String words = String.join("; ", edits.stream().map(Edit::words).toList());
            return words + (baked ? " [baked]" : "") + (toldAll ? " [told of anything]" : "");
        }
    }
}
