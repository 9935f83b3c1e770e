package org.plainfact.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks a server for a page again and again over a connection that is kept, as often as a machine with two processors
 * bears: the server has to do its work meanwhile. Like a browser it says which version it has, where it was told.
 */
final class Poller {
    private static final Duration INTERVAL = Duration.ofNanos(500_000);
    private static final int PATIENCE_MS = 30_000;
    private static final int OK = 200;

    private final URI server;
    private final Runnable check;
    private final Map<String, String> tags = new HashMap<>();

    /** @param check called before each question; throws where there is no use in asking on */
    Poller(URI server, Runnable check) {
        this.server = server;
        this.check = check;
    }

    /** Returns the {@link System#nanoTime} at which a page was there that shows what is waited for. */
    long until(String address, Predicate<String> shows) throws InterruptedException {
        while (true) {
            check.run();
            try {
                if (changed(address).filter(shows).isPresent()) {
                    return System.nanoTime();
                }
            } catch (IOException notYet) {
                // Before it listens, connections are refused.
            }
            Thread.sleep(INTERVAL);
        }
    }

    /** A page as it is now. */
    String get(String address) {
        tags.remove(address);
        try {
            return changed(address).orElseThrow(() -> new IllegalStateException("not there: " + address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where the page is not there, or is as it was when last asked for. */
    private Optional<String> changed(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) server.resolve(address).toURL().openConnection();
        connection.setReadTimeout(PATIENCE_MS);
        connection.setUseCaches(false);
        connection.setInstanceFollowRedirects(false);
        Optional.ofNullable(tags.get(address)).ifPresent(tag -> connection.setRequestProperty("If-None-Match", tag));
        int status = connection.getResponseCode();
        // Read to the end, or the connection is not kept.
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            byte[] body = in == null ? new byte[0] : in.readAllBytes();
            if (status != OK) {
                return Optional.empty();
            }
            Optional.ofNullable(connection.getHeaderField("ETag")).ifPresent(tag -> tags.put(address, tag));
            return Optional.of(new String(body, StandardCharsets.UTF_8));
        }
    }
}
