package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.plainfact.content.HostileBuilds;

/** Writes every family of hostile texts into a folder, for {@code src/bench/faults.py}: FOLDER BYTES. */
final class HostileTexts {
    private HostileTexts() {}

    public static void main(String[] arguments) throws IOException {
        HostileBuilds.writeBare(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }
}
