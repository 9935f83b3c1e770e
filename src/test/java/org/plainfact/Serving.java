package org.plainfact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code plainfact serve} as a writer has it open: what it prints, and what it answers. */
final class Serving implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Preview at (http://\\S+/) ");
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"/_plainfact/preview\\.js\"[^>]*></script>\n");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Said said;
    private final Runnable end;
    private final URI address;

    private Serving(Said said, Runnable end, URI address) {
        this.said = said;
        this.end = end;
        this.address = address;
    }

    private static URI told(Said said) {
        until(() -> ADDRESS.matcher(said.out()).find() || !said.running());
        Matcher address = ADDRESS.matcher(said.out());
        assertThat(address.find()).as(said.out() + said.err()).isTrue();
        return URI.create(address.group(1));
    }

    /** What the command has printed up to now. */
    interface Said {
        String out();

        String err();

        boolean running();
    }

    /** The command line on a thread of this process, at a free port. */
    static Serving here(Path site, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(options))
                .toArray(String[]::new);
        Thread thread = Thread.ofPlatform()
                .start(() -> Main.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        new Main.Surroundings(site, Built.CLOCK, false),
                        arguments));
        Said said = said(out, err, thread::isAlive);
        return new Serving(said, thread::interrupt, told(said));
    }

    /** A preview without a command line. */
    static Serving of(Preview preview, StringWriter terminal) {
        return new Serving(said(terminal, terminal, () -> false), preview::close, preview.address());
    }

    private static Said said(StringWriter out, StringWriter err, BooleanSupplier running) {
        return new Said() {
            @Override
            public String out() {
                return out.toString();
            }

            @Override
            public String err() {
                return err.toString();
            }

            @Override
            public boolean running() {
                return running.getAsBoolean();
            }
        };
    }

    /** A program of its own. */
    static Serving of(RealProgram program) {
        return new Serving(program, program::close, told(program));
    }

    URI address() {
        return address;
    }

    String out() {
        return said.out();
    }

    String err() {
        return said.err();
    }

    /** Waits until the first look at the project is over. */
    Serving looked() {
        return looked(PATIENCE);
    }

    /** @param patience how long the first look may take */
    Serving looked(Duration patience) {
        until("it does not say that it looked", patience, () -> said.out().contains(" ms)"));
        return this;
    }

    /** @param path as it is to be sent, with the base path */
    HttpResponse<byte[]> get(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://" + address.getAuthority() + path))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the terminal says something. */
    Serving says(String text) {
        until("it does not say: " + text, () -> (said.out() + said.err()).contains(text));
        return this;
    }

    String text(String path) {
        return new String(get(path).body(), UTF_8);
    }

    /** Waits until a page shows a text. */
    void shows(String path, String text) {
        until(path + " does not show " + text, () -> text(path).contains(text));
    }

    /** Replaces words of a file, waits until a page shows one of the new ones, and takes it back. */
    void showsMeanwhile(Path file, String what, String by, String page, String word) {
        String before = Built.text(file);
        String after = before.replace(what, by);
        assertThat(after).isNotEqualTo(before);
        Built.write(file, after);
        shows(page, word);
        Built.write(file, before);
        until(() -> !text(page).contains(word));
    }

    /** The bytes of a page as they are in the site, without what the preview adds to it. */
    static byte[] withoutScript(byte[] page) {
        return SCRIPT.matcher(new String(page, ISO_8859_1)).replaceFirst("").getBytes(ISO_8859_1);
    }

    /** The whole site is what a build of the folder gives, byte for byte. */
    void isWhatABuildGives(Path site, Path out) {
        Built.run(site, "build", "--out", out.toString()).succeeded();
        Built.files(out).forEach((name, file) -> {
            if (!name.startsWith(".")) {
                HttpResponse<byte[]> answer = get(address.getPath() + name);
                assertThat(answer.statusCode()).as(name).isEqualTo(200);
                assertThat(withoutScript(answer.body())).as(name).isEqualTo(Built.bytes(file));
            }
        });
    }

    static void until(Callable<Boolean> condition) {
        until("it has not become true", condition);
    }

    /** Waits for what must become true; fails where it does not. */
    static void until(String otherwise, Callable<Boolean> condition) {
        until(otherwise, PATIENCE, condition);
    }

    private static void until(String otherwise, Duration patience, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.call()) {
                assertThat(System.nanoTime()).as(otherwise).isLessThan(end);
                Thread.sleep(10);
            }
        } catch (Exception e) {
            throw new AssertionError(otherwise, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        end.run();
        until("it does not end", () -> !said.running());
    }
}
