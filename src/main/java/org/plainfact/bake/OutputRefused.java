package org.plainfact.bake;

import java.nio.file.Path;

/** The output folder is one that a site must not be written to. Nothing was changed. */
public final class OutputRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutputRefused(Path output, String reason) {
        super("the site cannot be written to " + output + ": " + reason);
    }
}
