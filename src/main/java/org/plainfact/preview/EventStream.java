package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Tells one browser each change of the state. It asks for the newest state when the last one has been sent: a browser that
 * does not read waits alone, and misses only what is out of date.
 */
final class EventStream {
    /** A write is the only way to see that a browser has gone. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(3);

    private final Board board;

    EventStream(Board board) {
        this.board = board;
    }

    /** Returns when the preview ends. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        Board.Moment told = board.now();
        // The browser is to come back soon after a restart.
        send(out, "retry: 500\ndata: " + State.first(told));
        while (!board.closed()) {
            Board.Moment now = board.after(told.number(), SIGN_OF_LIFE);
            send(out, now.number() > told.number() ? "data: " + State.change(told, now) : ":");
            told = now;
        }
    }

    private static void send(OutputStream out, String event) throws IOException {
        out.write((event + "\n\n").getBytes(UTF_8));
        out.flush();
    }
}
