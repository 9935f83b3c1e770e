package org.plainfact.bake;

import java.nio.file.Path;

/** Another build is writing the same output folder. Nothing was changed. */
public final class BuildLocked extends RuntimeException {
    private static final long serialVersionUID = 1;

    BuildLocked(Path output, String pid) {
        super("another build" + (pid.isEmpty() ? "" : " (process " + pid + ")") + " is writing " + output
                + "; wait until it ends");
    }
}
