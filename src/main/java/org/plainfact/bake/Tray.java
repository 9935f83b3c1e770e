package org.plainfact.bake;

import java.nio.file.Path;

/** Takes the files of a site as they are finished, from any thread. */
interface Tray {
    /** Makes a file part of the site. False where it does not lie there yet: it is to be put then. */
    boolean keeps(Proof file);

    void put(Proof file, byte[] bytes);

    /** A copy of a file that was read before, and must not have changed since. */
    void put(Proof file, Path source);
}
