package org.plainfact.bake;

import java.nio.file.Path;
import org.plainfact.disk.Held;

/** Another build is writing the same output folder. Nothing was changed. */
public final class BuildLocked extends RuntimeException {
    private static final long serialVersionUID = 1;

    BuildLocked(Path output, Held held) {
        super("another build" + held.holder() + " is writing " + output + "; wait until it ends");
    }
}
