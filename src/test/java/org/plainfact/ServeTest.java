package org.plainfact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code plainfact serve} as a process: how it starts, what it gives away, and how it ends. */
@Tag("slow")
@Isolated("it holds limits of time")
class ServeTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final List<String> NOT_OF_THE_SITE = List.of(
            "/jbake.properties",
            "/data/kitchen.json",
            "/templates/layout.ftlh",
            "/content/articles/a-cup-of-tea.md",
            "/.git/config",
            "/.plainfact-manifest",
            "/output/index.html",
            "/../jbake.properties",
            "/assets/../../jbake.properties",
            "/%2e%2e/jbake.properties",
            "/..%2fjbake.properties",
            "/..%5cjbake.properties",
            "/%252e%252e/jbake.properties",
            "/_plainfact/page/../../jbake.properties",
            "/_plainfact/page/%2e%2e/jbake.properties",
            "/_plainfact/../jbake.properties",
            "/_plainfact/state?path=../jbake.properties",
            "//etc/passwd",
            "/file:///etc/passwd");

    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void aSite() {
        site = work.resolve("here/site");
        Built.run(work, "init", site.toString()).succeeded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void a_signal_ends_it_within_a_second_whatever_browsers_do(String signal) throws Exception {
        List<Path> before = everything();
        try (RealProgram program = started("--port", "0");
                Serving serving = Serving.of(program).looked();
                Socket listens = asks(serving, "/_plainfact/events", 1);
                Socket neverReads = asks(serving, "/", 400)) {
            assertThat(listens.getInputStream().read()).isEqualTo('H');

            long begun = System.nanoTime();
            run("kill", "-" + signal, String.valueOf(program.id()));
            program.code();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            assertThat(program.err()).isEmpty();
            assertThat(neverReads.isConnected()).isTrue();
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_built_site_is_shown_before_it_has_been_looked_at() throws Exception {
        Built.run(site, "build").succeeded();
        Path template = site.resolve("templates/layout.ftlh");
        write(template, text(template) + "<#list 1.. as n></#list>\n");

        try (RealProgram program = started("--port", "0");
                Serving serving = Serving.of(program)) {
            assertThat(serving.text("/")).contains("One kettle, worked out in the open");
            assertThat(serving.out()).doesNotContain(" ms)");

            long begun = System.nanoTime();
            program.close();
            program.code();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        }
    }

    @Test
    void a_port_that_is_taken_is_one_line_and_exit_code_3() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                RealProgram program = started("--port", String.valueOf(taken.getLocalPort()))) {
            assertThat(program.code()).isEqualTo(3);
            assertThat(program.err().lines()).hasSize(1);
            assertThat(program.err()).contains(String.valueOf(taken.getLocalPort()));
            assertThat(program.out()).isEmpty();
        }
    }

    @Test
    void port_0_is_the_next_free_one() {
        try (Serving one = Serving.here(site);
                Serving two = Serving.here(site)) {
            assertThat(one.address().getPort()).isGreaterThanOrEqualTo(8080);
            assertThat(two.address().getPort()).isGreaterThan(one.address().getPort());
        }
    }

    @Test
    void a_folder_that_is_no_project_is_told_how_to_start() {
        Built.Answer answer = Built.run(work, "serve", "--port", "0");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("[no-configuration]", "plainfact init");
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http"})
    void a_port_that_is_none_is_a_wrong_command_line(String port) {
        assertThat(Built.run(site, "serve", "--port", port).code()).isEqualTo(2);
    }

    @Test
    void nothing_is_served_but_the_site() {
        write(site.resolve(".git/config"), "[core]");
        Built.run(site, "build").succeeded();
        try (Serving serving = Serving.here(site)) {
            for (String path : NOT_OF_THE_SITE) {
                HttpResponse<byte[]> answer = serving.get(path);

                assertThat(answer.statusCode()).as(path).isIn(400, 404);
                assertThat(new String(answer.body(), UTF_8))
                        .as(path)
                        .doesNotContain("site.title", "\"records\"", "[core]", "root:", "<#", "---\n");
            }
        }
    }

    @Test
    void a_full_disk_does_not_stop_it() throws Exception {
        Path disk = Files.createDirectory(work.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
        try {
            Path project = disk.resolve("site");
            Built.run(work, "init", project.toString()).succeeded();
            try (RealProgram program = RealProgram.start(project, logs(), "serve", "--port", "0");
                    Serving serving = Serving.of(program).looked()) {
                FileStore store = Files.getFileStore(disk);
                Path article = project.resolve("content/articles/a-cup-of-tea.md");
                Files.write(disk.resolve("filler"), new byte[(int) store.getUsableSpace()]);
                assertThat(store.getUsableSpace()).isZero();

                // In place and not longer than before: there is room for no more.
                Files.writeString(
                        article,
                        text(article).replace("Water needs heat", "Water wants heat"),
                        StandardOpenOption.WRITE);

                serving.shows("/articles/a-cup-of-tea/", "Water wants heat");
                assertThat(program.err()).isEmpty();
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private RealProgram started(String... options) throws IOException {
        String[] arguments = Stream.of(Stream.of("serve", site.toString()), Stream.of(options))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return RealProgram.start(work, logs(), arguments);
    }

    private Path logs() throws IOException {
        return Files.createDirectories(work.resolve("logs"));
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> walk = Files.walk(work.resolve("here"))) {
            return walk.sorted().toList();
        }
    }

    private static Socket asks(Serving serving, String path, int times) throws IOException {
        Socket socket =
                new Socket(serving.address().getHost(), serving.address().getPort());
        socket.setSoTimeout(10_000);
        String request =
                "GET " + path + " HTTP/1.1\r\nHost: " + serving.address().getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.repeat(times).getBytes(ISO_8859_1));
        return socket;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(String.join(" ", command))
                .isTrue();
    }
}
