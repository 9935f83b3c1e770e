package org.plainfact.publish;

import java.io.IOException;
import java.util.SortedSet;

/** Where a published site can be looked at, file by file. Safe for several threads. */
public sealed interface Place extends AutoCloseable permits FolderPlace, WebPlace {
    /** What to call it when speaking to the user. */
    String name();

    /**
     * Looks at a file.
     *
     * @param limit how many bytes are read at most
     * @throws IOException for a fault of the machine or the connection; a file that is not there is an answer
     */
    Answer look(String path, long limit) throws IOException;

    /** Files that the manifest does not know; none where nobody can list them. */
    SortedSet<String> others(Manifest manifest) throws IOException;

    /** Whether a file is for the host, which need not give it to readers. */
    boolean mayKeepToItself(String path);

    /** How many files may be looked at at once. */
    int parallel();

    @Override
    void close();

    /** What is found. */
    sealed interface Answer {
        /** The content, up to the limit. */
        record Content(byte[] bytes) implements Answer {}

        /** @param why in words that go on from the path: {@code is missing} */
        record Absent(String why) implements Answer {}
    }
}
