package org.plainfact.publish;

/** Told after each file, from any thread. */
public interface Progress {
    Progress NONE = (done, total) -> {};

    void show(long done, long total);
}
