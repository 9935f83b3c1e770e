package org.plainfact.bake;

/** Told before each step of a commit; a test stops there, as a kill would. */
interface Steps {
    Steps NONE = step -> {};

    enum Step {
        LINK,
        MANIFEST,
        EXCHANGE,
        BETWEEN_RENAMES,
        SWEEP,
        CLEAN
    }

    void before(Step step);
}
