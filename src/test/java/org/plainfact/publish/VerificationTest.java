package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;

/** What was changed, lost or added in a published site is found by its name, in a folder and over HTTP. */
class VerificationTest {
    private static final Map<String, String> SITE = new TreeMap<>(Map.of(
            "index.html", "<h1>Front</h1>",
            "articles/tea/index.html", "<h1>Tea</h1>",
            "articles/tea/a picture + 그림.svg", "<svg/>",
            "figures.json", "{}",
            "_redirects", "/old /new 301\n",
            "empty.txt", ""));

    @TempDir
    Path folder;

    private HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private interface Reply {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void publish() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, String> file : SITE.entrySet()) {
            byte[] bytes = file.getValue().getBytes(UTF_8);
            entries.add(Entry.of(file.getKey(), Digests.sha256(bytes), bytes.length));
            write(file.getKey(), file.getValue());
        }
        Files.write(folder.resolve(Manifest.NAME), Manifest.of(entries).bytes());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        synchronized (asked) {
            asked.add(exchange.getRequestURI().getRawPath());
        }
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (exchange) {
            Reply reply = replies.get(path);
            if (reply != null) {
                reply.answer(exchange);
                return;
            }
            Path file = folder.resolve(path.replaceFirst("^/sub/", "").replaceFirst("^$|(?<=/)$", "index.html"));
            if (path.startsWith("/sub/") && Files.isRegularFile(file)) {
                send(exchange, 200, Files.readAllBytes(file));
            } else {
                send(exchange, 404, new byte[0]);
            }
        } finally {
            open.decrementAndGet();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Reply leadsTo(String address) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", address);
            send(exchange, 302, new byte[0]);
        };
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sub");
    }

    private List<String> found(Place place) throws IOException {
        Findings findings = new Findings();
        Optional<Verification> verification = Verification.of(place, findings);
        List<Finding> all =
                verification.isPresent() ? verification.get().run(Progress.NONE).findings() : findings.sorted();
        return all.stream()
                .map(finding -> finding.rule() + " " + finding.span().path() + ": " + finding.problem())
                .toList();
    }

    private List<String> foundInFolder() throws IOException {
        try (Place place = FolderPlace.of(folder)) {
            return found(place);
        }
    }

    private List<String> foundOnTheWeb() throws IOException {
        try (Place place = new WebPlace(address())) {
            return found(place);
        }
    }

    @Test
    void a_site_as_published_has_no_differences() throws IOException {
        assertThat(foundInFolder()).isEmpty();
        assertThat(foundOnTheWeb()).isEmpty();
    }

    @Test
    void a_changed_file_is_found_with_both_hashes() throws IOException {
        write("articles/tea/index.html", "<h1>Sea</h1>");

        assertThat(foundInFolder())
                .singleElement()
                .asString()
                .startsWith("changed-file articles/tea/index.html: ")
                .contains(
                        Digests.sha256("<h1>Sea</h1>".getBytes(UTF_8)), Digests.sha256("<h1>Tea</h1>".getBytes(UTF_8)));
        assertThat(foundOnTheWeb()).isEqualTo(foundInFolder());
    }

    @Test
    void a_longer_file_is_not_read_to_its_end() throws IOException {
        AtomicInteger sent = new AtomicInteger();
        replies.put("/sub/empty.txt", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[1 << 16];
            for (int i = 0; i < 16_000; i++) {
                exchange.getResponseBody().write(piece);
                sent.addAndGet(1);
            }
        });

        assertThat(foundOnTheWeb())
                .containsExactly("changed-file empty.txt: the file is longer than the 0 bytes published");
        assertThat(sent.get()).isLessThan(16_000);
    }

    @Test
    void a_missing_file_is_found() throws IOException {
        Files.delete(folder.resolve("figures.json"));

        assertThat(foundInFolder()).containsExactly("missing-file figures.json: the file is missing");
        assertThat(foundOnTheWeb())
                .containsExactly("missing-file figures.json: the file is missing: the server answers 404");
    }

    @Test
    void an_added_file_is_found_in_a_folder() throws IOException {
        write("articles/tea/trap.html", "<script>");
        write(".nojekyll", "");
        write("CNAME", "example.org");
        write(".git/HEAD", "ref");

        assertThat(foundInFolder())
                .containsExactly("extra-file articles/tea/trap.html: the manifest knows no such file");
    }

    @Test
    void a_link_in_place_of_a_file_is_not_followed() throws IOException {
        Files.delete(folder.resolve("empty.txt"));
        Files.createSymbolicLink(folder.resolve("empty.txt"), Path.of("/dev/null"));

        assertThat(foundInFolder()).containsExactly("missing-file empty.txt: the file is no regular file");
    }

    @Test
    void the_live_release_of_a_folder_that_is_published_to_is_looked_at(@TempDir Path target) throws IOException {
        Files.createSymbolicLink(target.resolve("current"), folder);

        assertThat(found(FolderPlace.of(target))).isEmpty();
        write("empty.txt", "x");
        write("more.txt", "x");
        assertThat(found(FolderPlace.of(target))).hasSize(2);
    }

    @Test
    void pages_are_asked_for_as_readers_do() throws IOException {
        assertThat(foundOnTheWeb()).isEmpty();

        assertThat(asked)
                .contains("/sub/", "/sub/articles/tea/", "/sub/articles/tea/a%20picture%20+%20%EA%B7%B8%EB%A6%BC.svg")
                .noneMatch(path -> path.endsWith("index.html"));
    }

    @Test
    void few_files_are_asked_for_at_once() throws IOException {
        assertThat(foundOnTheWeb()).isEmpty();

        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void a_redirect_within_the_site_is_followed_and_one_out_of_it_is_not() throws IOException {
        replies.put("/sub/articles/tea/", leadsTo("/sub/articles/tea/index.html"));
        assertThat(foundOnTheWeb()).isEmpty();

        replies.put("/sub/articles/tea/", leadsTo("http://example.org/sub/"));
        replies.put("/sub/figures.json", leadsTo("/elsewhere"));
        replies.put("/sub/empty.txt", leadsTo("/sub/empty.txt"));
        assertThat(foundOnTheWeb())
                .anyMatch(it -> it.endsWith("leads out of the site, to http://example.org/sub/"))
                .anyMatch(it -> it.endsWith("/elsewhere"))
                .contains("missing-file empty.txt: the file leads on and on")
                .hasSize(3);
        assertThat(asked).doesNotContain("/elsewhere");
    }

    @Test
    void a_file_that_comes_packed_is_unpacked() throws IOException {
        replies.put("/sub/figures.json", exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write("{}".getBytes(UTF_8));
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, packed.toByteArray());
        });

        assertThat(foundOnTheWeb()).isEmpty();
    }

    @Test
    void a_busy_server_is_asked_again() throws IOException {
        AtomicInteger times = new AtomicInteger();
        replies.put("/sub/figures.json", exchange -> {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Retry-After", "0");
            boolean ready = times.incrementAndGet() >= 3;
            send(exchange, ready ? 200 : 503, ready ? "{}".getBytes(UTF_8) : new byte[0]);
        });

        assertThat(foundOnTheWeb()).isEmpty();
    }

    @Test
    void a_server_that_stays_broken_is_a_fault_and_no_difference() {
        replies.put("/sub/figures.json", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            send(exchange, 500, new byte[0]);
        });

        assertThatThrownBy(this::foundOnTheWeb)
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("/sub/figures.json answers 500");
    }

    @Test
    void rules_that_a_host_keeps_to_itself_are_not_missed() throws IOException {
        replies.put("/sub/_redirects", exchange -> send(exchange, 404, new byte[0]));

        assertThat(foundOnTheWeb()).isEmpty();
    }

    @Test
    void a_place_without_a_manifest_is_told() throws IOException {
        Files.delete(folder.resolve(Manifest.NAME));

        assertThat(foundInFolder()).singleElement().asString().startsWith("no-manifest site-manifest.json: ");
        assertThat(foundOnTheWeb()).singleElement().asString().startsWith("no-manifest site-manifest.json: ");
        Files.writeString(folder.resolve(Manifest.NAME), "[1, 2");
        assertThat(foundInFolder()).singleElement().asString().startsWith("no-manifest site-manifest.json: ");
    }

    @Test
    void an_address_that_is_no_sites_is_refused() {
        assertThat(List.of("ftp://example.org/", "http://user:word@example.org/", "https://example.org/?a", "http:/x"))
                .allSatisfy(address -> assertThatThrownBy(() -> new WebPlace(URI.create(address)))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
