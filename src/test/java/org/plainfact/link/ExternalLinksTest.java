package org.plainfact.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.data.Dataset;
import org.plainfact.data.DatasetReader;
import org.plainfact.memo.Memory;
import org.plainfact.source.Digests;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceTree;

/** How other sites are asked, and what is told of their answers. The other site is a server of this machine; time is not spent. */
class ExternalLinksTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder;

    private Elsewhere elsewhere;
    private Path kept = Path.of("");
    private Web.Pace pace = new Web.Pace(4, Duration.ofMillis(500), Duration.ofSeconds(30), 3, Duration.ofMinutes(1));
    private List<String> skipped = List.of();
    private Set<String> inner = Set.of("127.0.0.1");
    private Instant now = NOON;
    private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
    private ExternalLinks.Outcome outcome = new ExternalLinks.Outcome(0, 0, 0, List.of());

    ExternalLinksTest() throws IOException {
        elsewhere = new Elsewhere();
    }

    @BeforeEach
    void start() {
        kept = folder.resolve("caches/links");
    }

    @AfterEach
    void stop() {
        elsewhere.close();
    }

    // ---- answers

    @Test
    void what_is_there_is_asked_for_by_its_head_and_not_told() {
        elsewhere.on("/a?b=c", 200);

        assertThat(told("/a?b=c#part", "/a?b=c")).isEmpty();
        assertThat(elsewhere.asked()).containsExactly("HEAD /a?b=c");
        assertThat(outcome.toString()).isEqualTo("external links: 1 asked, 0 known, 0 left out");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void what_is_gone_is_an_error(int status) {
        elsewhere.on("/a", status);

        assertThat(told("/a"))
                .containsExactly("index.html:1:1: error: nothing is at " + elsewhere.at("/a")
                        + " any more: the server answers " + status + " [dead-link]");
        assertThat(elsewhere.asked()).containsExactly("HEAD /a", "GET /a");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 501})
    void a_server_that_refuses_a_head_is_asked_for_the_whole(int status) {
        elsewhere.on(
                "/a",
                (exchange, time) ->
                        Elsewhere.status(exchange, exchange.getRequestMethod().equals("GET") ? 200 : status));

        assertThat(told("/a")).isEmpty();
        assertThat(elsewhere.asked()).containsExactly("HEAD /a", "GET /a");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 418, 451})
    void what_is_kept_from_machines_cannot_be_told(int status) {
        elsewhere.on("/a", status);

        assertThat(told("/a"))
                .containsExactly("index.html:1:1: warning: nobody can tell whether something is at "
                        + elsewhere.at("/a") + ": the server answers " + status + " [undecided-link]");
    }

    @Test
    void no_name_password_or_cookie_is_sent() {
        AtomicReference<Map<String, List<String>>> sent = new AtomicReference<>(Map.of());
        elsewhere.on("/b", (exchange, time) -> {
            sent.set(new LinkedHashMap<>(exchange.getRequestHeaders()));
            Elsewhere.status(exchange, 200);
        });
        elsewhere.on("/a", (exchange, time) -> {
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            exchange.getResponseHeaders().set("Location", "/b");
            Elsewhere.status(exchange, 302);
        });
        String withPassword = elsewhere.at("/a").replace("http://", "http://me:secret@");

        assertThat(told("/a", withPassword))
                .singleElement()
                .asString()
                .contains("the address holds a name or password, which is not sent");
        assertThat(sent.get().keySet()).doesNotContain("Cookie", "Authorization");
        assertThat(sent.get()).containsEntry("User-agent", List.of("Plainfact (test)"));
    }

    // ---- patience

    @Test
    void a_busy_server_is_asked_again_when_it_says_so() {
        elsewhere.on("/a", (exchange, time) -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            Elsewhere.status(exchange, time == 0 ? 429 : 200);
        });

        assertThat(told("/a")).isEmpty();
        assertThat(slept).contains(Duration.ofSeconds(7));
        assertThat(elsewhere.asked()).containsExactly("HEAD /a", "HEAD /a");
    }

    @Test
    void a_busy_server_may_name_the_time() {
        elsewhere.on("/a", (exchange, time) -> {
            exchange.getResponseHeaders().set("Retry-After", "Mon, 30 Nov 2026 12:00:09 GMT");
            Elsewhere.status(exchange, time == 0 ? 503 : 200);
        });

        assertThat(told("/a")).isEmpty();
        assertThat(slept).contains(Duration.ofSeconds(9));
    }

    @Test
    void a_server_that_asks_for_too_long_a_pause_is_left_alone() {
        elsewhere.on("/a", (exchange, time) -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            Elsewhere.status(exchange, 429);
        });

        assertThat(told("/a"))
                .singleElement()
                .asString()
                .contains("the server asks to come back in 3600 s", "[undecided-link]");
        assertThat(elsewhere.asked()).hasSize(1);
        assertThat(slept).isEmpty();
    }

    @Test
    void a_server_that_fails_is_asked_again_with_longer_pauses() {
        elsewhere.on("/a", 500, 502, 200).on("/b", 500);

        assertThat(told("/a", "/b"))
                .singleElement()
                .asString()
                .contains("/b: the server answers 500", "[undecided-link]");
        assertThat(elsewhere.asked()).containsExactly("HEAD /a", "HEAD /a", "HEAD /a", "HEAD /b", "HEAD /b", "HEAD /b");
        assertThat(slept).contains(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void a_server_that_does_not_answer_cannot_be_told() {
        CountDownLatch end = new CountDownLatch(1);
        pace = new Web.Pace(4, Duration.ZERO, Duration.ofMillis(300), 2, Duration.ofMinutes(1));
        elsewhere.on("/a", (exchange, time) -> await(end));

        assertThat(told("/a")).singleElement().asString().contains("does not answer within", "[undecided-link]");
        end.countDown();
    }

    @Test
    void a_server_that_is_not_there_cannot_be_told() {
        elsewhere.close();

        assertThat(told("/a")).singleElement().asString().contains("cannot be reached", "[undecided-link]");
        assertThat(outcome.notes()).containsExactly("no other site could be reached; is this machine on a network?");
    }

    @Test
    void the_other_addresses_of_a_server_that_does_not_answer_are_tried_once() {
        elsewhere.on("/a", (exchange, time) -> exchange.close()).on("/b", (exchange, time) -> exchange.close());

        assertThat(told("/a", "/b")).hasSize(2).allMatch(line -> line.contains("[undecided-link]"));
        assertThat(slept).containsOnlyOnce(Duration.ofSeconds(2)).containsOnlyOnce(Duration.ofSeconds(4));
    }

    @Test
    void a_host_that_nobody_knows_cannot_be_told() {
        assertThat(told("https://plainfact.invalid/a"))
                .singleElement()
                .asString()
                .contains("there is no host plainfact.invalid", "[undecided-link]");
        assertThat(outcome.notes()).hasSize(1);
        elsewhere.on("/a", 403);
        assertThat(told("https://plainfact.invalid/a", "/a")).hasSize(2);
        assertThat(outcome.notes()).isEmpty();
    }

    @Test
    void a_connection_that_is_not_safe_cannot_be_told() throws IOException, NoSuchAlgorithmException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // It has no certificate.
        server.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
        server.start();
        try {
            assertThat(told("https://127.0.0.1:" + server.getAddress().getPort() + "/a"))
                    .singleElement()
                    .asString()
                    .contains("there is no safe connection", "[undecided-link]");
            assertThat(slept).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    // ---- leading on

    @Test
    void what_leads_on_for_now_is_there() {
        elsewhere
                .leading("/a", 302, "/b")
                .leading("/b", 307, elsewhere.at("/c"))
                .on("/c", 200);

        assertThat(told("/a")).isEmpty();
    }

    @Test
    void what_has_moved_for_good_is_told_with_its_new_address() {
        elsewhere
                .leading("/a", 301, "b#x")
                .leading("/b", 308, elsewhere.at("/c"))
                .leading("/c", 302, "/d")
                .on("/d", 200);

        assertThat(withHints("/a"))
                .containsExactly("index.html:1:1: warning: " + elsewhere.at("/a") + " has moved for good [moved-link]\n"
                        + "  hint: write " + elsewhere.at("/c"));
    }

    @Test
    void what_leads_on_to_nothing_is_gone() {
        elsewhere.leading("/a", 301, "/b");

        assertThat(told("/a")).singleElement().asString().contains("/a any more", "404", "[dead-link]");
    }

    @Test
    void what_leads_on_in_a_circle_or_without_end_cannot_be_told() {
        elsewhere.leading("/a", 302, "/b").leading("/b", 302, "/a");
        for (int i = 0; i < 20; i++) {
            elsewhere.leading("/" + i, 302, "/" + (i + 1));
        }

        assertThat(told("/a", "/0"))
                .satisfiesExactlyInAnyOrder(
                        circle -> assertThat(circle).contains("in a circle", "[undecided-link]"),
                        many -> assertThat(many).contains("more than 10 times", "[undecided-link]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)"})
    void nobody_is_led_out_of_the_web(String to) {
        elsewhere.leading("/a", 302, to);

        assertThat(told("/a"))
                .singleElement()
                .asString()
                .contains("only addresses of http and https are asked for", "[undecided-link]");
    }

    @Test
    void nobody_is_led_into_a_network() {
        elsewhere.leading("/a", 302, "http://localhost:" + elsewhere.port() + "/inner");

        assertThat(told("/a"))
                .singleElement()
                .asString()
                .contains("localhost is inside a network; list it in check.external.private", "[undecided-link]");
        assertThat(elsewhere.asked()).containsExactly("HEAD /a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "[::1]",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "[fd00::1]",
                "[fe80::1]",
                "[::ffff:10.0.0.1]",
                "224.0.0.1",
                "255.255.255.255"
            })
    void a_host_inside_a_network_is_not_asked(String host) {
        inner = Set.of();

        assertThat(told("http://" + host + ":" + elsewhere.port() + "/a"))
                .singleElement()
                .asString()
                .contains("is inside a network", "[undecided-link]");
        assertThat(elsewhere.asked()).isEmpty();
    }

    // ---- what is left out

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "*.0.0.1, true",
        "0.0.1, false",
        "*.example.org, false",
        "http://127.0.0.1*/a*, true",
        "http://127.0.0.1*/b*, false",
        "*/A?b=1, true",
        "https://*, false"
    })
    void addresses_and_hosts_can_be_left_out(String pattern, boolean leftOut) {
        elsewhere.on("/a?b=1", 200);
        skipped = List.of("nobody.example", pattern);

        assertThat(told("/a?b=1")).isEmpty();
        assertThat(elsewhere.asked()).hasSize(leftOut ? 0 : 1);
        assertThat(outcome.skipped()).isEqualTo(leftOut ? 1 : 0);
    }

    // ---- what is kept

    @Test
    void what_is_there_is_known_for_some_days() {
        elsewhere.on("/a", 200);
        told("/a");
        now = NOON.plus(Duration.ofDays(7));
        told("/a");
        assertThat(elsewhere.asked()).hasSize(1);
        assertThat(outcome.kept()).isEqualTo(1);

        now = now.plusSeconds(1);
        told("/a");
        assertThat(elsewhere.asked()).hasSize(2);
    }

    @Test
    void what_has_moved_is_told_from_what_is_known() {
        elsewhere.leading("/a", 301, "/b").on("/b", 200);
        List<String> first = withHints("/a");

        assertThat(withHints("/a")).isEqualTo(first).hasSize(1);
        assertThat(outcome.asked()).isZero();
    }

    @Test
    void what_is_gone_or_cannot_be_told_is_asked_for_each_time() {
        elsewhere.on("/a", 404).on("/b", 403);
        told("/a", "/b");
        elsewhere.on("/a", 200).on("/b", 200);

        assertThat(told("/a", "/b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\u0001\u0002",
                "plainfact-links 0\n1796040000\tADDRESS\n",
                "plainfact-links 1\n1796040000ADDRESS\n\t\t\t\t\nx\tADDRESS\n99999999999999999\tADDRESS\n1796040000\tnot an address\n",
                "plainfact-links 1\n1896040000\tADDRESS\n"
            })
    void a_file_that_is_damaged_foreign_or_of_a_day_to_come_is_of_no_use_and_no_harm(String text) throws IOException {
        elsewhere.on("/a", 404);
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, text.replace("ADDRESS", elsewhere.at("/a")));

        assertThat(told("/a")).hasSize(1);
        elsewhere.on("/a", 200);
        assertThat(told("/a")).isEmpty();
        assertThat(Files.readString(kept))
                .isEqualTo("plainfact-links 1\n" + NOON.getEpochSecond() + "\t" + elsewhere.at("/a") + "\n");
    }

    @Test
    void bytes_that_are_no_text_are_of_no_use_and_no_harm() throws IOException {
        elsewhere.on("/a", 200);
        Files.createDirectories(kept.getParent());
        Files.write(kept, "plainfact-links 1\n\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(told("/a")).isEmpty();
        assertThat(elsewhere.asked()).hasSize(1);
    }

    @Test
    void a_place_where_nothing_can_be_kept_is_said_and_no_more() throws IOException {
        elsewhere.on("/a", 200);
        Files.writeString(folder.resolve("caches"), "a file");

        assertThat(told("/a")).isEmpty();
        assertThat(outcome.notes()).singleElement().asString().contains("could not be kept");
    }

    // ---- politeness

    @Test
    void a_host_gets_one_request_at_a_time_with_a_pause_before_the_next() {
        elsewhere.on("/a", 200).on("/b", 200).on("/c", 200);

        assertThat(told("/a", "/b", "/c")).isEmpty();
        assertThat(elsewhere.most()).isEqualTo(1);
        assertThat(slept).containsExactly(pace.pause(), pace.pause());
    }

    @Test
    void several_hosts_are_asked_at_the_same_time() {
        inner = Set.of("127.0.0.1", "localhost");
        CountDownLatch both = new CountDownLatch(2);
        Elsewhere.Answering meeting = (exchange, time) -> {
            both.countDown();
            Elsewhere.status(exchange, await(both) ? 200 : 404);
        };
        elsewhere.on("/a", meeting).on("/b", meeting);

        assertThat(told("/a", "http://localhost:" + elsewhere.port() + "/b")).isEmpty();
        assertThat(elsewhere.most()).isEqualTo(2);
    }

    // ---- places

    @Test
    void a_link_of_a_template_is_told_there_and_any_other_at_its_page() {
        SourceFile template = new SourceFile("templates/page.ftlh", "<p>\n<a href=\"" + elsewhere.at("/a") + "\">");

        assertThat(told(List.of(template), "/a", "/b"))
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first)
                                .startsWith("templates/page.ftlh:2:10: error: ")
                                .contains("/a "),
                        second -> assertThat(second)
                                .startsWith("index.html:1:1: error: ")
                                .contains("/b "));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> told(String... addresses) {
        return told(List.of(), addresses);
    }

    private List<String> told(List<SourceFile> templates, String... addresses) {
        return check(templates, addresses).stream()
                .map(told -> told.split("\n")[0])
                .toList();
    }

    private List<String> withHints(String... addresses) {
        return check(List.of(), addresses);
    }

    /** @param addresses whole ones, or paths of the other site */
    private List<String> check(List<SourceFile> templates, String... addresses) {
        StringBuilder html = new StringBuilder();
        for (String address : addresses) {
            html.append("<a href='")
                    .append(address.startsWith("/") ? elsewhere.at(address) : address)
                    .append("'>x</a>");
        }
        byte[] bytes = html.toString().getBytes(UTF_8);
        PrintedSite site = PrintedSite.read(
                "https://example.org",
                Map.of("index.html", new PrintedSite.File(Digests.sha256(bytes), () -> bytes)),
                Set.of(),
                new Memory().begin());
        Findings findings = new Findings();
        Dataset data = DatasetReader.read(new SourceTree(folder.resolve("none"), findings), findings);
        outcome = new ExternalLinks(new Web(
                        "Plainfact (test)", Optional.of(kept), Duration.ofDays(7), skipped, inner, pace, new Unspent()))
                .tell(site, new Places(List.of(), data, templates, file -> Optional.empty()), findings);
        return findings.sorted().stream().map(Object::toString).toList();
    }

    /** Time that does not pass while it is slept through. */
    private final class Unspent implements Time {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            slept.add(duration);
        }
    }
}
