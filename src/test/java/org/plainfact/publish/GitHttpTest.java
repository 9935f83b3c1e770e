package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UploadPack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository behind git's smart HTTP: JGit's own server parts on the JDK's HTTP server. */
class GitHttpTest {
    private static final Edition ONE = Editions.of("index.html", "one", "글/한 글+1.html", "same");
    private static final Edition TWO = Editions.of("index.html", "two", "글/한 글+1.html", "same");

    @TempDir
    private Path folder;

    private Bare bare = new Bare(Path.of(""));
    private Optional<HttpServer> server = Optional.empty();
    private final AtomicInteger packs = new AtomicInteger();
    private volatile boolean cut;
    private volatile Optional<String> refusal = Optional.empty();

    @BeforeEach
    void aRepository() throws Exception {
        bare = Bare.in(folder.resolve("repo.git"));
    }

    @AfterEach
    void noServer() {
        server.ifPresent(it -> it.stop(0));
    }

    private Target target(String cache) throws Exception {
        return new GitTarget(
                new GitRemote(new URIish("http://127.0.0.1:" + port() + "/repo.git"), "gh-pages", List.of("ssh")),
                GitCache.in(folder.resolve(cache)),
                new GitAuthor(Instant.parse("2026-11-30T12:00:00Z")));
    }

    private HttpContext serve() throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpContext context = made.createContext("/repo.git", this::answer);
        made.start();
        server = Optional.of(made);
        return context;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                Repository repository = new FileRepositoryBuilder()
                        .setBare()
                        .setGitDir(bare.folder().toFile())
                        .build()) {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/info/refs")) {
                advertise(
                        exchange,
                        repository,
                        exchange.getRequestURI().getQuery().replace("service=", ""));
            } else {
                packs.incrementAndGet();
                if (cut) {
                    // The body is read half, and then the line is cut.
                    exchange.getRequestBody().read(new byte[16]);
                    throw new IOException("cut");
                }
                exchange(exchange, repository, path.substring(path.lastIndexOf('/') + 1));
            }
        }
    }

    private void advertise(HttpExchange exchange, Repository repository, String service) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-" + service + "-advertisement");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            PacketLineOut lines = new PacketLineOut(out);
            lines.writeString("# service=" + service + "\n");
            lines.end();
            PacketLineOutRefAdvertiser refs = new PacketLineOutRefAdvertiser(lines);
            if (service.equals("git-receive-pack")) {
                receiver(repository).sendAdvertisedRefs(refs);
            } else {
                UploadPack upload = new UploadPack(repository);
                upload.setBiDirectionalPipe(false);
                upload.sendAdvertisedRefs(refs);
            }
        }
    }

    private void exchange(HttpExchange exchange, Repository repository, String service) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-" + service + "-result");
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream body = exchange.getRequestBody();
        try (InputStream in = zipped ? new GZIPInputStream(body) : body) {
            exchange.sendResponseHeaders(200, 0);
            if (service.equals("git-receive-pack")) {
                receiver(repository).receive(in, exchange.getResponseBody(), null);
            } else {
                UploadPack upload = new UploadPack(repository);
                upload.setBiDirectionalPipe(false);
                upload.upload(in, exchange.getResponseBody(), null);
            }
        }
    }

    private ReceivePack receiver(Repository repository) {
        ReceivePack receive = new ReceivePack(repository);
        receive.setBiDirectionalPipe(false);
        receive.setPreReceiveHook((pack, commands) -> refusal.ifPresent(words ->
                commands.forEach(command -> command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, words))));
        return receive;
    }

    @Test
    void an_edition_goes_over_the_line_and_the_same_one_again_does_not() throws Exception {
        serve();
        try (Target target = target("cache")) {
            Editions.publish(target, ONE);
            assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(ONE));
            int before = packs.get();

            Editions.publish(target, ONE);

            assertThat(packs.get()).as("packs asked for or sent").isEqualTo(before);
        }
    }

    @Test
    void a_machine_that_has_seen_nothing_fetches_the_last_commit_alone() throws Exception {
        serve();
        try (Target target = target("cache")) {
            Editions.publish(target, ONE);
            Editions.publish(target, TWO);
            Editions.publish(target, ONE);
        }
        try (Target elsewhere = target("elsewhere")) {
            assertThat(elsewhere.live().manifest()).isEqualTo(ONE.manifest());
            assertThat(new Bare(folder.resolve("elsewhere/git")).git("rev-list", "--count", "refs/plainfact/live"))
                    .isEqualTo("1");

            Editions.publish(elsewhere, TWO);
            assertThat(elsewhere.rollBack()).startsWith("commit ");
        }
        assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(ONE));
        assertThat(bare.git("rev-list", "--count", "gh-pages")).isEqualTo("5");
        assertThat(bare.git("fsck", "--strict")).doesNotContain("error", "missing");
    }

    @Test
    void without_a_credential_that_the_other_side_takes_nothing_is_published_and_the_place_for_it_is_named()
            throws Exception {
        serve().setAuthenticator(new BasicAuthenticator("here", UTF_8) {
            @Override
            public boolean checkCredentials(String name, String word) {
                return false;
            }
        });
        try (Target target = target("cache")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(target::live)
                    .withMessageContaining("/repo.git")
                    .withMessageContaining("credential helper or ~/.netrc");
        }
    }

    @Test
    void a_credential_helper_of_git_is_asked() throws Exception {
        accept("me", "a word");
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve(".gitconfig"), """
                [credential]
                    helper = "!f() { cat > %s; echo username=me; echo 'password=a word'; }; f"
                """.formatted(home.resolve("asked")));

        publishAt(home);

        assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(Editions.numbered(1)));
        assertThat(Files.readString(home.resolve("asked"))).contains("protocol=http\n", "host=127.0.0.1:" + port());
    }

    @Test
    void a_line_of_netrc_does_without_a_helper() throws Exception {
        accept("me", "word");
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve(".netrc"), "machine 127.0.0.1 login me password word\n");

        publishAt(home);

        assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(Editions.numbered(1)));
    }

    private void accept(String user, String password) throws IOException {
        serve().setAuthenticator(new BasicAuthenticator("here", UTF_8) {
            @Override
            public boolean checkCredentials(String name, String word) {
                return name.equals(user) && word.equals(password);
            }
        });
    }

    /** In a process of its own, as a user with that home. */
    private void publishAt(Path home) throws Exception {
        String address = "git:http://127.0.0.1:" + port() + "/repo.git";
        ProcessBuilder builder = Publisher.builder(address, folder, folder.resolve("caches"), "1");
        builder.command().add(1, "-Duser.home=" + home);
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CONFIG_HOME");
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private int port() {
        return server.orElseThrow().getAddress().getPort();
    }

    @Test
    void a_line_that_is_cut_leaves_the_branch_and_the_next_publish_goes_on() throws Exception {
        serve();
        try (Target target = target("cache")) {
            Editions.publish(target, ONE);
            cut = true;
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Editions.publish(target, TWO))
                    .withMessageContaining("/repo.git");
            assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(ONE));
            cut = false;

            Editions.publish(target, TWO);
        }
        assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(TWO));
    }

    @Test
    void what_the_other_side_says_against_a_commit_is_told() throws Exception {
        serve();
        refusal = Optional.of("protected branch");
        try (Target target = target("cache")) {
            assertThatExceptionOfType(PublishRefused.class)
                    .isThrownBy(() -> Editions.publish(target, ONE))
                    .withMessageContaining("did not take the commit: protected branch");
        }
    }
}
