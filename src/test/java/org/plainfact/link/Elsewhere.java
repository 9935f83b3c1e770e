package org.plainfact.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Another site, on this machine, that answers as it is told to and remembers what it was asked. */
public final class Elsewhere implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** How a path is answered. */
    public interface Answering {
        /** @param time how often the path was asked for before */
        void answer(HttpExchange exchange, int time) throws IOException;
    }

    public Elsewhere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.setExecutor(crew);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            int time =
                    (int) asked.stream().filter(it -> it.endsWith(" " + path)).count();
            asked.add(exchange.getRequestMethod() + " " + path);
            answers.getOrDefault(path, (it, n) -> status(it, 404)).answer(exchange, time);
        } finally {
            now.decrementAndGet();
        }
    }

    /** An address of this site, whose host is {@code 127.0.0.1}. */
    public String at(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    public Elsewhere on(String path, Answering answering) {
        answers.put(path, answering);
        return this;
    }

    /** Answers with these statuses in turn, with the last one from then on. */
    public Elsewhere on(String path, Integer... statuses) {
        return on(path, (exchange, time) -> status(exchange, statuses[Math.min(time, statuses.length - 1)]));
    }

    Elsewhere leading(String path, int status, String to) {
        return on(path, (exchange, time) -> {
            exchange.getResponseHeaders().set("Location", to);
            status(exchange, status);
        });
    }

    static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** Methods and paths, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The most requests that there were at one time. */
    int most() {
        return most.get();
    }

    @Override
    public void close() {
        server.stop(0);
        crew.shutdownNow();
    }
}
