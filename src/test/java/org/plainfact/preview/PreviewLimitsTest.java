package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How much a client may ask of the preview. In a process of its own, as the JDK's server takes its limits once for each
 * process, and other tests use that server too.
 */
@Tag("slow")
@Isolated("it holds limits of time")
class PreviewLimitsTest {
    @SuppressWarnings("NullAway.Init")
    private static Process process;

    @SuppressWarnings("NullAway.Init")
    private static Http http;

    /** Prints its port, and ends when its input does. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException {
            View view = Views.of(Map.of("index.html", Views.page("Home", "<h1>Home</h1>")));
            try (PreviewServer preview =
                    PreviewServer.start(new PreviewServer.Options("127.0.0.1", 0, Set.of()), view)) {
                System.out.println(preview.address().getPort());
                System.in.readAllBytes();
            }
        }
    }

    @BeforeAll
    static void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        http = new Http(Integer.parseInt(process.inputReader(UTF_8).readLine()));
    }

    @AfterAll
    static void stop() {
        process.destroy();
    }

    @Test
    void large_headers_are_refused() throws IOException {
        assertThat(http.get("/", "X: " + "a".repeat(100_000)).status()).isEqualTo(431);
        String[] many = new String[2_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "X-" + i + ": aaaaaaaaaaaaaaaa";
        }
        assertThat(http.get("/", many).status()).isEqualTo(431);
    }

    @Test
    void headers_without_an_end_are_cut_off() throws IOException {
        try (Socket socket = http.connect()) {
            OutputStream out = socket.getOutputStream();
            byte[] header = ("X: " + "a".repeat(1_000) + "\r\n").getBytes(ISO_8859_1);
            out.write("GET / HTTP/1.1\r\n".getBytes(ISO_8859_1));
            int sent = 0;
            try {
                while (sent < 100_000) {
                    out.write(header);
                    sent++;
                }
            } catch (SocketException cutOff) {
                // As it should be.
            }
            assertThat(sent).isLessThan(100_000);
        }
        stillAnswers();
    }

    @Test
    void a_client_that_sends_its_headers_slowly_is_cut_off_and_holds_up_nobody() throws Exception {
        try (Socket slow = http.connect()) {
            slow.getOutputStream().write("GET / HT".getBytes(ISO_8859_1));
            stillAnswers();
            slow.setSoTimeout(20_000);
            assertThat(ends(slow.getInputStream())).isTrue();
        }
    }

    @Test
    void hundreds_of_connections_that_say_nothing_hold_up_nobody_for_long() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 600; i++) {
                idle.add(http.connect());
            }
            // Those above the limit are closed.
            idle.getLast().setSoTimeout(5_000);
            assertThat(ends(idle.getLast().getInputStream())).isTrue();
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        Thread.sleep(500);
        stillAnswers();
    }

    private static boolean ends(InputStream in) throws IOException {
        try {
            in.readAllBytes();
            return true;
        } catch (SocketException cutOff) {
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        }
    }

    private static void stillAnswers() throws IOException {
        assertThat(http.get("/").status()).isEqualTo(200);
    }
}
