package org.plainfact.publish;

import java.io.IOException;

/**
 * Where readers find the site. Snapshot targets (a folder, a git branch) go over to a new edition as a whole; store
 * targets go over file by file, in the order of {@link Plan#waves()}.
 */
public interface Target extends AutoCloseable {
    /** What to call it when speaking to the user; holds no secret. */
    String name();

    /** Changes nothing and takes no lock. */
    Live live() throws IOException;

    /**
     * Makes the edition the live site, and has mended before what an interrupted publisher left.
     *
     * @param plan from the manifest that {@link #live()} gave
     * @throws PublishRefused where another publishes, or has published since the plan was made; nothing was changed
     */
    void publish(Edition edition, Plan plan, Progress progress) throws IOException;

    /**
     * Brings back the edition before the live one.
     *
     * @return what was brought back, in words
     * @throws PublishRefused where there is none, or the target cannot do that; nothing was changed
     */
    String rollBack() throws IOException;

    @Override
    void close();
}
