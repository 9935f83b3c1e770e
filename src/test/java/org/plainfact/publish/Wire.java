package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between a publisher and a store: it counts what goes up, can be cut, and can answer in the store's place. */
final class Wire implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket door;
    private final int server;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong cutAt = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile String answer = "";

    private Wire(ServerSocket door, int server) {
        this.door = door;
        this.server = server;
    }

    static Wire to(int server) throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Bytes that publishers have sent. */
    long sent() {
        return sent.get();
    }

    /** Cuts so many connections, each as it sends, once so many more bytes have been sent. */
    void cutAfter(long bytes, int times) {
        cuts.set(times);
        cutAt.set(sent.get() + bytes);
    }

    int cutsLeft() {
        return cuts.get();
    }

    /** Answers so many requests itself. */
    void answer(String status, String headers, String body, int times) {
        answer = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Type: application/xml\r\nConnection: close\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        answers.set(times);
    }

    int answersLeft() {
        return answers.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (answers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                answerOne(client);
                return;
            }
            try (Socket store = new Socket(InetAddress.getLoopbackAddress(), server)) {
                Thread back = Thread.ofVirtual().start(() -> pump(store, client, false));
                pump(client, store, true);
                back.join();
            }
        } catch (IOException e) {
            // One of both has gone; the other learns of it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerOne(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                return;
            }
            head.append((char) read);
        }
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            in.readNBytes(Integer.parseInt(length.group(1)));
        }
        OutputStream out = client.getOutputStream();
        out.write((head.indexOf("HEAD ") == 0 ? answer.substring(0, answer.indexOf("\r\n\r\n") + 4) : answer)
                .getBytes(ISO_8859_1));
        out.flush();
    }

    private void pump(Socket from, Socket to, boolean up) {
        byte[] piece = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (up && isCut(read)) {
                    break;
                }
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // As above.
        }
        shut(from);
        shut(to);
    }

    private boolean isCut(int read) {
        long now = sent.addAndGet(read);
        return now >= cutAt.get() && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as well.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
