package org.plainfact.preview;

import java.io.IOException;

/** The content of a file, made or read when it is asked for. */
public interface Bytes {
    byte[] read() throws IOException;
}
