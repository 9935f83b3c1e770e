package org.plainfact.preview;

/** Another program listens where the preview was to listen. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTaken(String host, int port) {
        super("port " + port + " of " + host + " is in use; name another port, or 0 for the next free one");
    }
}
