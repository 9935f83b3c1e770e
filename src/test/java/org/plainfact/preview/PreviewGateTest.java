package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any web site or program on the machine may send to the preview, and what it gets: nothing. */
@Isolated("it holds limits of time")
class PreviewGateTest {
    private PreviewServer preview;
    private Http http;
    private int port;

    @BeforeEach
    void start() throws IOException {
        preview = PreviewServer.start(
                new PreviewServer.Options("127.0.0.1", 0, Set.of("tunnel.example")),
                Views.of(Map.of(
                        "index.html", Views.page("Home", "secret"),
                        "404.html", "lost",
                        "a/index.html", "secret",
                        "a/b.txt", "secret")));
        port = preview.address().getPort();
        http = new Http(port);
    }

    @AfterEach
    void stop() {
        preview.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:PORT",
                "127.0.0.1:PORT",
                "[::1]:PORT",
                "LOCALHOST:PORT",
                "tunnel.example",
                "tunnel.example:443"
            })
    void our_own_names_are_answered(String host) throws IOException {
        assertThat(http.get("/", "Host: " + host.replace("PORT", "" + port)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "localhost",
                "localhost:1",
                "localhost.evil.example:PORT",
                "127.0.0.1.evil.example:PORT",
                "evil.example#localhost:PORT",
                "localhost:PORT@evil.example",
                "127.0.0.2:PORT",
                "[::1",
                "::1",
                "tunnel.example.evil.example",
                "tunnel.example:x",
                ""
            })
    void a_foreign_name_is_refused(String host) throws IOException {
        Http.Reply reply = http.get("/", "Host: " + host.replace("PORT", "" + port));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).doesNotContain("secret");
    }

    @Test
    void a_request_with_no_name_or_with_two_is_refused() throws IOException {
        assertThat(http.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", false)
                        .status())
                .isEqualTo(403);
        assertThat(http.get("/", "Host: localhost:" + port, "Host: evil.example")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/_plainfact/events", "/_plainfact/state?path=index.html", "/_plainfact/findings.json"})
    void a_request_of_another_origin_is_refused(String address) throws IOException {
        for (String origin :
                List.of("http://evil.example", "null", "http://localhost:1", "https://localhost:" + port)) {
            assertThat(http.get(address, "Origin: " + origin).status())
                    .as(origin)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_request_of_our_own_origin_is_answered() throws IOException {
        assertThat(http.get("/", "Origin: http://localhost:" + port).status()).isEqualTo(200);
        assertThat(http.get("/", "Host: tunnel.example", "Origin: https://tunnel.example")
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/", "Host: tunnel.example", "Origin: http://localhost:" + port)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void another_site_may_lead_here_but_not_load_anything() throws IOException {
        for (String site : List.of("cross-site", "same-site")) {
            String from = "Sec-Fetch-Site: " + site;
            assertThat(http.get("/", from, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
                            .status())
                    .isEqualTo(200);
            assertThat(http.get("/", from, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")
                            .status())
                    .isEqualTo(403);
            assertThat(http.get("/", from, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(http.get("/", "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b.txt", "/nowhere/", "/a", "/_plainfact/findings", "/_plainfact/preview.js"})
    void every_answer_keeps_other_sites_out(String address) throws IOException {
        Http.Reply reply = http.get(address);

        assertThat(reply.headers())
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "SAMEORIGIN")
                .containsEntry("referrer-policy", "no-referrer")
                .doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND"})
    void nothing_can_be_sent_to_it(String method) throws IOException {
        Http.Reply reply = http.send(method, "/");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("allow")).isEqualTo("GET, HEAD");
        assertThat(reply.text()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../index.html",
                "/a/../index.html",
                "/./index.html",
                "/%2e%2e/index.html",
                "/a/%2e%2e/index.html",
                "/a/.%2e/b.txt",
                "/%252e%252e/index.html",
                "/a%2fb.txt",
                "/a%2Fb.txt",
                "/a%5cb.txt",
                "/a\\b.txt",
                "/a/b.txt%00",
                "/a/b.txt%00.html",
                "/%c0%ae%c0%ae/index.html",
                "/a/b.txt;x",
                "/a;x/b.txt",
                "//a/b.txt",
                "//localhost/a/b.txt",
                "/a//b.txt",
                "/a/b.txt/",
                "/a/b.txt#x",
                "/A/B.TXT",
                "/a/b.txt%",
                "/a/b.txt%2",
                "/a/b.txt%zz",
                "/a/b.tx\u00e4",
                "http://localhost/a/b.txt",
                "http://evil.example/a/b.txt",
                "file:///etc/passwd",
                "a/b.txt",
                "*",
                "/_plainfact/page/../a/b.txt",
                "/_plainfact/page/%2e%2e/a/b.txt",
                "/_plainfact/../a/b.txt",
                "/_plainfact/",
                "/_plainfact/nothing"
            })
    void what_is_not_exactly_the_name_of_a_file_leads_nowhere(String target) throws IOException {
        Http.Reply reply = http.get(target);

        assertThat(reply.status()).isIn(0, 400, 404);
        assertThat(reply.text()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a/b.txt", "%2e%2e/a/b.txt", "/a/b.txt", "a%2fb.txt", "a\\b.txt", "a/b.txt%00"})
    void the_state_of_what_is_not_exactly_the_name_of_a_file_is_not_told(String path) throws IOException {
        assertThat(http.get("/_plainfact/state?path=" + path).status()).isEqualTo(400);
    }

    @Test
    void a_folder_is_not_listed() throws IOException {
        preview.show(Views.of(Map.of("a/b.txt", "secret")));

        assertThat(http.get("/a/").status()).isEqualTo(404);
        assertThat(http.get("/").status()).isEqualTo(404);
    }

    @Test
    void a_long_address_is_refused() throws IOException {
        assertThat(http.get("/" + "a".repeat(100_000)).status()).isEqualTo(414);
    }

    @Test
    void binary_junk_does_no_harm() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            byte[] junk = new byte[random.nextInt(1, 2_000)];
            random.nextBytes(junk);
            try (Socket socket = http.connect()) {
                socket.getOutputStream().write(junk);
                socket.getOutputStream().write("\r\n\r\n".getBytes(ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (SocketException reset) {
                // Also an answer.
            }
        }
        stillAnswers();
    }

    @Test
    void a_body_that_is_announced_and_never_sent_does_no_harm() throws IOException {
        for (String header : List.of("Content-Length: 99999999", "Content-Length: -1", "Transfer-Encoding: chunked")) {
            try (Socket socket = http.connect()) {
                socket.getOutputStream()
                        .write(("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + header + "\r\n\r\n")
                                .getBytes(ISO_8859_1));
                stillAnswers();
            }
        }
    }

    @Test
    void other_machines_cannot_reach_it() throws IOException {
        for (InetAddress address : outside()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 2_000);
                assertThat(socket.isConnected()).as(address.toString()).isFalse();
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    @Test
    void it_ends_at_once_whatever_clients_do() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                clients.add(sending("GET /_plainfact/events HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n"));
                clients.add(sending("GET / HT"));
                clients.add(http.connect());
            }
            Thread.sleep(100);

            long begun = System.nanoTime();
            preview.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            for (Socket client : clients) {
                assertThat(endOf(client)).isTrue();
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void it_ends_at_once_where_a_client_does_not_read_a_large_file() throws Exception {
        byte[] large = new byte[64 << 20];
        preview.show(new View(
                "",
                new Files() {
                    @Override
                    public Optional<File> find(String path) {
                        return path.equals("large.bin")
                                ? Optional.of(new File(path, "0".repeat(64), large.length, () -> large))
                                : Optional.empty();
                    }

                    @Override
                    public List<String> paths() {
                        return List.of("large.bin");
                    }
                },
                List.of(),
                List.of(),
                address -> List.of()));
        try (Socket client = sending("GET /large.bin HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")) {
            Thread.sleep(300);
            assertThat(http.get("/_plainfact/state?path=index.html").status()).isEqualTo(200);

            long begun = System.nanoTime();
            preview.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            assertThat(client.isConnected()).isTrue();
        }
    }

    private Socket sending(String bytes) throws IOException {
        Socket socket = http.connect();
        socket.getOutputStream().write(bytes.getBytes(UTF_8));
        return socket;
    }

    private static boolean endOf(Socket socket) throws IOException {
        return end(new BufferedInputStream(socket.getInputStream()));
    }

    /** Whether the stream comes to its end, or is cut off. */
    private static boolean end(InputStream in) throws IOException {
        try {
            in.readAllBytes();
            return true;
        } catch (SocketException cutOff) {
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        }
    }

    private void stillAnswers() throws IOException {
        assertThat(http.get("/").status()).isEqualTo(200);
    }

    private static List<InetAddress> outside() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
    }
}
