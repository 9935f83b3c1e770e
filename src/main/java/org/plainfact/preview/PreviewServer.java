package org.plainfact.preview;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.plainfact.site.MediaType;

/**
 * Serves a view as a real host would, to this machine alone, and tells browsers when it changes. It keeps no page: it asks
 * the view for each.
 */
public final class PreviewServer implements AutoCloseable {
    private static final int FIRST_PORT = 8080;
    private static final int LAST_PORT = 8179;

    /** Connections that the system may hold for us until they are taken. */
    private static final int WAITING = 256;

    /** In characters. */
    private static final int LONGEST_TARGET = 8_192;

    /** In characters. Programs on other ports of this machine set cookies that come here too. */
    private static final int LARGEST_HEADERS = 16_384;

    /** After a save. */
    private static final Duration LOOK_BEGINS = Duration.ofMillis(500);

    private static final Duration LOOK_ENDS = Duration.ofSeconds(10);

    private static final Map<String, String> ALWAYS = Map.of(
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "SAMEORIGIN",
            "Referrer-Policy", "no-referrer");

    static {
        // The JDK's server reads these once, when it is first used, and has no other way to be told. Its defaults wait
        // for a slow request for ever, take any number of connections, and send small answers in two steps.
        setDefault("sun.net.httpserver.maxReqTime", "5");
        setDefault("jdk.httpserver.maxConnections", "400");
        setDefault("sun.net.httpserver.nodelay", "true");
        // So many that their size is what decides: that is answered, while too many are cut off without a word.
        setDefault("sun.net.httpserver.maxReqHeaders", "10000");
    }

    private final HttpServer server;
    private final Gate gate;
    private final Board board;
    private final String host;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param host name or address of the interface to listen on, such as {@code 127.0.0.1}
     * @param port 0 for the next free one from 8080 on
     * @param allowedHosts further names that a browser may call the preview by, such as that of a tunnel
     */
    public record Options(String host, int port, Set<String> allowedHosts) {
        public Options {
            allowedHosts = Set.copyOf(allowedHosts);
        }
    }

    private PreviewServer(Options options, View first) throws IOException {
        this.server = bind(options);
        this.host = options.host().indexOf(':') >= 0 ? "[" + options.host() + "]" : options.host();
        this.gate = Gate.of(options, server.getAddress().getPort());
        this.board = new Board(new Shown(first));
    }

    /**
     * @throws PortTaken where another program listens
     * @throws IOException where the machine has no such interface, or does not let us listen there
     */
    public static PreviewServer start(Options options, View first) throws IOException {
        PreviewServer preview = new PreviewServer(options, first);
        preview.server.createContext("/", preview::handle);
        preview.server.setExecutor(preview.threads);
        preview.server.start();
        return preview;
    }

    /** Where the site's first page is. */
    public URI address() {
        String base = board.now().shown().view().basePath();
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + base + "/");
    }

    /** Shows another state from now on; returns at once, whatever browsers do. */
    public void show(View view) {
        board.show(new Shown(view));
    }

    /** Says quietly that a build is at work, until the next {@link #show}. */
    public void building() {
        board.building();
    }

    /** Ends every connection, also those of browsers that do not read. */
    @Override
    public void close() {
        board.close();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Answers one request. */
    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers request = exchange.getRequestHeaders();
            String method = exchange.getRequestMethod();
            Optional<Answer> refusal = refusal(exchange.getRequestURI().toString(), method, request);
            if (refusal.isPresent()) {
                send(exchange, refusal.get().with("Connection", "close"));
                return;
            }
            Optional<Target> target = Target.of(exchange.getRequestURI().toString());
            if (target.isPresent() && target.get().path().equals("/" + ServedPage.FOLDER + "events")) {
                stream(exchange);
            } else {
                send(exchange, answer(target, request, method));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Optional<Target> target, Headers request, String method) throws InterruptedException {
        Board.Moment now = board.now();
        while (true) {
            Answers answers = new Answers(now, "http://" + request.getFirst("Host"));
            try {
                Answer whole = target.isPresent() ? answers.to(target.get()) : answers.nothing();
                return Conditions.narrow(whole, request, method.equals("GET")).made();
            } catch (IOException e) {
                // The file is being saved just now: the next view has what it will be.
                Board.Moment next = board.after(now.number(), now.building() ? LOOK_ENDS : LOOK_BEGINS);
                if (next.number() == now.number()) {
                    return failed(e);
                }
                now = next;
            } catch (RuntimeException e) {
                return failed(e);
            }
        }
    }

    /** Whoever asked sees why; the exchange alone would be cut off in silence. */
    private static Answer failed(Exception e) {
        return Answer.text(500, MediaType.PLAIN, "The preview could not make this file: " + e + "\n");
    }

    private Optional<Answer> refusal(String target, String method, Headers request) {
        if (target.length() > LONGEST_TARGET) {
            return refused(414, "The address is too long.");
        }
        if (size(request) > LARGEST_HEADERS) {
            return refused(431, "The request's headers are too large.");
        }
        Optional<String> reason = gate.refusal(request);
        if (reason.isPresent()) {
            return refused(403, reason.get());
        }
        return method.equals("GET") || method.equals("HEAD")
                ? Optional.empty()
                : refused(405, "The preview can only be read.").map(answer -> answer.with("Allow", "GET, HEAD"));
    }

    private static Optional<Answer> refused(int status, String reason) {
        return Optional.of(Answer.text(status, MediaType.PLAIN, reason + "\n"));
    }

    private static int size(Headers request) {
        return request.entrySet().stream()
                .mapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length() + 4)
                        .sum())
                .sum();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().read();
        Headers headers = exchange.getResponseHeaders();
        ALWAYS.forEach(headers::set);
        answer.headers().forEach(headers::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(body.length));
        }
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        Headers headers = exchange.getResponseHeaders();
        ALWAYS.forEach(headers::set);
        headers.set("Content-Type", "text/event-stream; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : 0);
        if (!head) {
            new EventStream(board).writeTo(exchange.getResponseBody());
        }
    }

    private static HttpServer bind(Options options) throws IOException {
        InetAddress address = InetAddress.getByName(options.host());
        if (options.port() != 0) {
            return bind(address, options.port());
        }
        for (int port = FIRST_PORT; ; port++) {
            try {
                return bind(address, port);
            } catch (PortTaken taken) {
                if (port == LAST_PORT) {
                    throw taken;
                }
            }
        }
    }

    private static HttpServer bind(InetAddress address, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(address, port), WAITING);
        } catch (BindException e) {
            if (String.valueOf(e.getMessage()).contains("in use")) {
                throw new PortTaken(address.getHostAddress(), port);
            }
            throw e;
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
