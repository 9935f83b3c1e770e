package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RequestFuzzTest {
    private static final String HOST = "preview.example";

    private static final Map<String, String> SITE = Map.of(
            "index.html", Views.page("Home", "secret"),
            "404.html", "lost",
            "a/index.html", "secret <script>",
            "a/b.txt", "secret",
            "é/ü x.html", Views.page("Far", "secret"));

    private static final List<String> ASKED = new ArrayList<>();

    private static PreviewServer preview;

    @BeforeAll
    static void start() throws IOException {
        View site = Views.at("/sub", SITE);
        Files noted = new Files() {
            @Override
            public Optional<File> find(String path) {
                ASKED.add(path);
                return site.site().find(path);
            }

            @Override
            public Collection<String> paths() {
                return site.site().paths();
            }
        };
        preview = PreviewServer.start(
                new PreviewServer.Options("127.0.0.1", 0, Set.of(HOST)),
                new View(
                        "/sub",
                        noted,
                        new Once<>(() -> List.of(Views.error())),
                        new Once<>(List::of),
                        noted,
                        address -> List.of("= " + address)));
    }

    @AfterAll
    static void stop() {
        preview.close();
    }

    @DictionaryFile(resourcePath = "request.dict")
    @FuzzTest
    void any_request_gets_a_file_of_the_site_or_a_refusal(byte[] bytes) throws IOException {
        Optional<Exchange> request = request(new String(bytes, ISO_8859_1));
        if (request.isPresent()) {
            Exchange exchange = request.get();
            ASKED.clear();
            try {
                preview.handle(exchange);
            } catch (IOException e) {
                assertThat(exchange.streams())
                        .as("a stream alone is broken off")
                        .isTrue();
            }
            check(exchange);
        }
    }

    /** As the JDK's server takes one apart; empty where that refuses it by itself. */
    private static Optional<Exchange> request(String text) {
        String[] lines = text.split("\r?\n", -1);
        String[] words = lines[0].split(" ");
        if (words.length < 2) {
            return Optional.empty();
        }
        try {
            Headers headers = new Headers();
            for (String line : Arrays.asList(lines).subList(1, lines.length)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.add(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
            return Optional.of(new Exchange(words[0], new URI(words[1]), headers));
        } catch (URISyntaxException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static void check(Exchange exchange) {
        assertThat(exchange.getResponseCode()).isIn(200, 206, 301, 302, 304, 400, 403, 404, 405, 414, 416, 431);
        assertThat(ASKED).allSatisfy(RequestFuzzTest::isPlain);
        exchange.getResponseHeaders()
                .forEach((name, values) -> assertThat(values)
                        .as(name)
                        .allMatch(value -> value.chars().noneMatch(c -> c < ' ' || c > '~')));
        String location = exchange.getResponseHeaders().getFirst("Location");
        if (location != null) {
            assertThat(location).matches("/[^/\\\\].*");
        }
        if (exchange.getResponseCode() == 403) {
            assertThat(ASKED).isEmpty();
        } else {
            assertThat(exchange.getRequestHeaders().get("Host")).hasSize(1);
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            assertThat(exchange.answered()).isEmpty();
        }
    }

    /** What a folder of files can be asked for without harm, whatever it does with the name. */
    private static void isPlain(String path) {
        assertThat(path).doesNotStartWith("/").doesNotContain("\\", "\u0000", "//");
        assertThat(path.split("/", -1)).doesNotContain("..", ".");
    }
}
