package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Browsers are told at once what has changed, and none holds up another. */
@Isolated("it holds limits of time")
class EventStreamTest {
    private static final Map<String, String> SITE = Map.of("index.html", "home", "a/index.html", "one", "b.css", "{}");

    private PreviewServer preview;

    @BeforeEach
    void start() throws IOException {
        preview = PreviewServer.start(new PreviewServer.Options("127.0.0.1", 0, Set.of()), Views.of(SITE));
    }

    @AfterEach
    void stop() {
        preview.close();
    }

    @Test
    void the_first_event_says_that_any_page_may_have_changed() throws IOException {
        try (Listener listener = listen()) {
            assertThat(listener.next()).contains("\"errors\":0").contains("\"all\":true");
        }
    }

    @Test
    void a_new_view_names_files_that_have_changed_and_pages_that_have_come_or_gone() throws IOException {
        try (Listener listener = listen()) {
            listener.next();

            preview.show(Views.of(Map.of("index.html", "home", "c/index.html", "new", "b.css", "{ }")));

            assertThat(listener.next())
                    .contains(
                            "\"changed\":{\"b.css\":\"" + Views.sha256("{ }".getBytes(UTF_8)) + "\",\"c/index.html\":\""
                                    + Views.sha256("new".getBytes(UTF_8)) + "\",\"a/index.html\":\"\"}");
        }
    }

    @Test
    void a_view_with_findings_counts_them_and_says_that_they_are_others() throws IOException {
        try (Listener listener = listen()) {
            String before = listener.next();

            preview.show(Views.with(Views.of(SITE), Views.error(), Views.warning()));

            String event = listener.next();
            assertThat(event).contains("\"errors\":1,\"warnings\":1");
            assertThat(findings(event)).isNotEqualTo(findings(before));
            assertThat(event).contains("\"_plainfact/findings\":").doesNotContain("a/index.html");
        }
    }

    @Test
    void a_build_is_announced_and_changes_no_page() throws IOException {
        try (Listener listener = listen()) {
            listener.next();

            preview.building();

            assertThat(listener.next()).contains("\"building\":true").contains("\"changed\":{}");
            preview.show(Views.of(SITE));
            assertThat(listener.next()).contains("\"building\":false");
        }
    }

    @Test
    void where_very_many_pages_changed_none_is_named() throws IOException {
        try (Listener listener = listen()) {
            listener.next();
            Map<String, String> site = new HashMap<>();
            for (int i = 0; i < 501; i++) {
                site.put(i + "/index.html", "page");
            }

            preview.show(Views.of(site));

            assertThat(listener.next()).contains("\"all\":true").doesNotContain("changed");
        }
    }

    @Test
    void several_listeners_are_told() throws IOException {
        try (Listener one = listen();
                Listener two = listen()) {
            one.next();
            two.next();

            preview.building();

            assertThat(one.next()).isEqualTo(two.next());
        }
    }

    @Test
    void a_listener_that_does_not_read_holds_up_neither_the_others_nor_the_preview() throws IOException {
        List<Listener> deaf = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            deaf.add(listen());
        }
        Map<String, String> site = new HashMap<>();
        try (Listener listener = listen()) {
            listener.next();
            for (int round = 0; round < 200; round++) {
                for (int i = 0; i < 400; i++) {
                    site.put(i + "/index.html", "page " + round);
                }
                long begun = System.nanoTime();
                preview.show(Views.of(site));
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            }
            preview.show(Views.with(Views.of(SITE), Views.error()));

            String event = listener.next();
            while (!event.contains("\"errors\":1")) {
                event = listener.next();
            }
            assertThat(event).contains("\"errors\":1");
        } finally {
            for (Listener one : deaf) {
                one.close();
            }
        }
    }

    @Test
    void a_change_reaches_a_browser_within_milliseconds() throws IOException {
        try (Listener listener = listen()) {
            listener.next();
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                View view = Views.of(Map.of("index.html", "home " + i));
                long begun = System.nanoTime();
                preview.show(view);
                listener.next();
                times.add(System.nanoTime() - begun);
            }
            times.sort(null);

            assertThat(Duration.ofNanos(times.get(25))).isLessThan(Duration.ofMillis(50));
        }
    }

    private static String findings(String event) {
        return event.replaceAll(".*\"findings\":\"(\\w+)\".*", "$1");
    }

    private Listener listen() throws IOException {
        int port = preview.address().getPort();
        Socket socket = new Http(port).connect();
        socket.getOutputStream()
                .write(("GET /_plainfact/events HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        return new Listener(socket, new BufferedInputStream(socket.getInputStream()));
    }

    private record Listener(Socket socket, InputStream in) implements AutoCloseable {
        /** The data of the next event. */
        String next() throws IOException {
            String line = Http.line(in);
            while (!line.startsWith("data: ")) {
                line = Http.line(in);
            }
            return line.substring("data: ".length());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
