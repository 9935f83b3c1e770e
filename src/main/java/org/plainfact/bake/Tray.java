package org.plainfact.bake;

import java.nio.file.Path;
import org.plainfact.bake.Manifest.Stamp;

/** Takes the files of a site as they are finished, from any thread. */
interface Tray {
    /** Whether the file of that content lies there already; it is part of the site then. */
    boolean keeps(String path, Stamp stamp);

    void put(String path, byte[] bytes);

    /** A copy of a file that was read before, and must not have changed since. */
    void put(String path, Path source, Stamp stamp);
}
