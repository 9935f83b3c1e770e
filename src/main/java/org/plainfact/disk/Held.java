package org.plainfact.disk;

import java.nio.file.Path;

/** Another process holds what was asked for. Nothing was changed. */
public final class Held extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String holder;

    Held(Path file, String pid) {
        super(file + " is held" + (pid.isEmpty() ? "" : " by process " + pid));
        this.holder = pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    /** {@code " (process 42)"}, to stand behind a noun; empty where it is not known. */
    public String holder() {
        return holder;
    }
}
