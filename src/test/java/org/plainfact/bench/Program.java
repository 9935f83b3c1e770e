package org.plainfact.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program in a process of its own, and what it says. It ends at the latest when this one does. */
final class Program implements AutoCloseable {
    private static final int LAST_LINES = 20;
    private static final int END_SECONDS = 10;

    private final String name;
    private final Process process;
    private final Thread hook;
    private final Deadline deadline;
    private final long started = System.nanoTime();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Deque<String> last = new ArrayDeque<>();

    /** @param nanoTime when it was said */
    record Line(String text, long nanoTime) {}

    private Program(String name, Process process, Deadline deadline) {
        this.name = name;
        this.process = process;
        this.deadline = deadline;
        this.hook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        Thread.ofPlatform().daemon().start(this::read);
    }

    static Program start(List<String> command, Map<String, String> environment, Path folder, Deadline deadline)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Program(String.join(" ", command), builder.start(), deadline);
    }

    /** A port of this machine that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    long started() {
        return started;
    }

    /** What it says next that is as wanted; what it said before that is passed over. */
    Line next(Predicate<String> wanted) throws InterruptedException {
        while (true) {
            check();
            Line line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null && wanted.test(line.text)) {
                return line;
            }
        }
    }

    /** What it has said since it was last asked is of no interest. */
    void forget() {
        lines.clear();
    }

    /** Waits for its end. */
    void succeed() throws InterruptedException {
        if (!process.waitFor(deadline.left().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Deadline.TimeUp();
        }
        if (process.exitValue() != 0) {
            throw failed();
        }
    }

    long peakMegabytes() {
        return Machine.peakKilobytes(process.pid()) / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** @throws IllegalStateException where it has ended */
    void check() {
        deadline.check();
        if (!process.isAlive()) {
            throw failed();
        }
    }

    private IllegalStateException failed() {
        synchronized (last) {
            return new IllegalStateException(name + " has ended:\n" + String.join("\n", last));
        }
    }

    private void read() {
        try (BufferedReader in = process.inputReader()) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                lines.add(new Line(text, System.nanoTime()));
                remember(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String text) {
        synchronized (last) {
            last.add(text);
            if (last.size() > LAST_LINES) {
                last.remove();
            }
        }
    }
}
