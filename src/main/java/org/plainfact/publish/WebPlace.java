package org.plainfact.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.plainfact.site.Route;

/** A site as its readers get it, over HTTP. Few requests at once, and none to anywhere but the site. */
public final class WebPlace implements Place {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_STEPS = 5;
    private static final int MOST_TRIES = 3;
    private static final long LONGEST_PAUSE_SECONDS = 30;
    /** Rules that some hosts read and do not serve. */
    private static final Set<String> OF_HOSTS = Set.of("_headers", "_redirects");

    private final URI base;
    private final HttpClient client;

    /**
     * A site.
     *
     * @param address of its front page
     * @throws IllegalArgumentException where it is no address of http or https, or holds more than host and path
     */
    public WebPlace(URI address) {
        boolean web = Set.of("http", "https")
                .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT));
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("no address of a site: " + address);
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of a site has no user, no ? and no # in it");
        }
        this.base = URI.create(address.toString().replaceFirst("/*$", "/"));
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return base.toString();
    }

    @Override
    public Answer look(String path, long limit) throws IOException {
        URI address = address(path);
        for (int step = 0; step < MOST_STEPS; step++) {
            HttpResponse<InputStream> response = patiently(address);
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                Optional<URI> next = status / 100 == 3
                        ? response.headers().firstValue("Location").map(address::resolve)
                        : Optional.empty();
                if (next.isEmpty()) {
                    return status == 200
                            ? content(response, body, limit)
                            : new Answer.Absent("is missing: the server answers " + status);
                }
                if (!within(next.get())) {
                    return new Answer.Absent("leads out of the site, to " + next.get());
                }
                address = next.get();
            } catch (IllegalArgumentException e) {
                return new Answer.Absent("leads to what is no address");
            }
        }
        return new Answer.Absent("leads on and on");
    }

    /** A page by the address that readers know. */
    private URI address(String path) {
        String known = path.equals("index.html") || path.endsWith("/index.html")
                ? path.substring(0, path.length() - "index.html".length())
                : path;
        return URI.create(base + Route.encoded(known));
    }

    private boolean within(URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && base.getPort() == address.getPort()
                && address.getRawUserInfo() == null
                && address.normalize().getRawPath().startsWith(base.getRawPath());
    }

    /** Waits and asks again where the server is busy or the connection is cut. */
    private HttpResponse<InputStream> patiently(URI address) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Optional<IOException> fault = Optional.empty();
            long pause = attempt;
            try {
                HttpResponse<InputStream> response = once(address);
                if (response.statusCode() != 429 && response.statusCode() / 100 != 5) {
                    return response;
                }
                response.body().close();
                fault = Optional.of(new IOException(address + " answers " + response.statusCode()));
                pause = pause(response, attempt);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                fault = Optional.of(new IOException(address + ": " + words(e), e));
            }
            if (attempt == MOST_TRIES) {
                throw fault.get();
            }
            sleep(pause);
        }
    }

    private static String words(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse("no connection");
    }

    private static long pause(HttpResponse<?> response, int attempt) {
        long asked = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse((long) attempt);
        return Math.min(asked, LONGEST_PAUSE_SECONDS);
    }

    private static void sleep(long seconds) throws InterruptedIOException {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private HttpResponse<InputStream> once(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("User-Agent", "plainfact-verify")
                .build();
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** The client's own time-out ends where the body begins, so that a body has one of its own. */
    private static Answer content(HttpResponse<?> response, InputStream body, long limit) throws IOException {
        String coding = response.headers().firstValue("Content-Encoding").orElse("identity");
        boolean packed = coding.equalsIgnoreCase("gzip");
        if (!packed && !coding.equalsIgnoreCase("identity")) {
            return new Answer.Absent("comes packed as " + coding + ", which was not asked for");
        }
        CompletableFuture<Void> late =
                new CompletableFuture<Void>().completeOnTimeout(null, 2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var closing = late.thenRun(() -> close(body));
        try (InputStream plain = packed ? new GZIPInputStream(body) : body) {
            return new Answer.Content(plain.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 16)));
        } finally {
            closing.cancel(false);
            late.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server does not say which files it has. */
    @Override
    public SortedSet<String> others(Manifest manifest) {
        return Collections.emptySortedSet();
    }

    @Override
    public boolean mayKeepToItself(String path) {
        return OF_HOSTS.contains(path);
    }

    @Override
    public int parallel() {
        return 4;
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
