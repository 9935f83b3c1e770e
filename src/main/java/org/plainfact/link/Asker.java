package org.plainfact.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;

/**
 * Asks other sites whether an address is there: HEAD, and GET where a server does not answer that well. One request at a time
 * to a host, with a pause between two, and later where it says so. Sends no cookie, name or password. From any thread.
 */
final class Asker implements AutoCloseable {
    private static final int MOST_STEPS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final Set<Integer> PASSING = Set.of(500, 502, 504);

    private final Web web;
    private final Hosts hosts;
    private final HttpClient client;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    Asker(Web web) {
        this.web = web;
        this.hosts = new Hosts(web.inner());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(web.pace().patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Lets one request at a time through to a host. */
    private static final class Gate {
        private final ReentrantLock lock = new ReentrantLock(true);
        private boolean asked;

        /** Whether it did not answer even after several tries: others of its addresses are tried once. */
        private boolean silent;
    }

    /** What a server answers, or why there is no answer. */
    private sealed interface Reply {
        record Status(int code, Optional<String> location, Optional<String> retryAfter) implements Reply {}

        /** @param passing whether another try may do better */
        record None(String why, boolean passing) implements Reply {}
    }

    /** @param start without a fragment */
    Answer ask(URI start) throws InterruptedException {
        URI at = start;
        URI moved = start;
        boolean forGood = true;
        Set<URI> seen = new HashSet<>(Set.of(start));
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Answer.Undecided> refused = hosts.refuses(at);
            if (refused.isPresent()) {
                return step == 0
                        ? refused.get()
                        : new Answer.Undecided(
                                "it leads on to " + at + ": " + refused.get().why());
            }
            Reply reply = patiently(at);
            if (reply instanceof Reply.None none) {
                return new Answer.Undecided(none.why(), !none.passing());
            }
            Reply.Status status = (Reply.Status) reply;
            if (!REDIRECTS.contains(status.code()) || status.location().isEmpty()) {
                return judged(status.code(), start, moved);
            }
            Optional<URI> next = Address.resolve(at, status.location().get()).map(Address::plain);
            if (next.isEmpty()) {
                return new Answer.Undecided("it leads on to what is no address: "
                        + status.location().get());
            }
            forGood &= FOR_GOOD.contains(status.code());
            moved = forGood ? next.get() : moved;
            if (!seen.add(next.get())) {
                return new Answer.Undecided("it leads on in a circle, by " + next.get());
            }
            at = next.get();
        }
        return new Answer.Undecided("it leads on more than " + MOST_STEPS + " times");
    }

    private static Answer judged(int status, URI start, URI moved) {
        if (status / 100 == 2) {
            return moved.equals(start) ? new Answer.Alive() : new Answer.Moved(moved);
        }
        return GONE.contains(status) ? new Answer.Dead(status) : new Answer.Undecided("the server answers " + status);
    }

    private Reply patiently(URI address) throws InterruptedException {
        Gate gate = gates.computeIfAbsent(Address.origin(address), each -> new Gate());
        gate.lock.lockInterruptibly();
        try {
            Duration pause = Duration.ZERO;
            for (int attempt = 1; ; attempt++) {
                if (!pause.isZero()) {
                    web.time().sleep(pause);
                }
                Reply reply = twice(address, gate);
                Optional<Duration> wait = wait(reply, attempt);
                if (wait.isEmpty() || gate.silent || attempt == web.pace().tries()) {
                    gate.silent |= reply instanceof Reply.None;
                    return reply;
                }
                if (wait.get().compareTo(web.pace().longest()) > 0) {
                    return new Reply.None(
                            "the server asks to come back in " + wait.get().toSeconds() + " s", false);
                }
                pause = wait.get();
            }
        } finally {
            gate.lock.unlock();
        }
    }

    /** How long to wait before the next try; empty where there is no use in one. */
    private Optional<Duration> wait(Reply reply, int attempt) {
        Duration own = Duration.ofSeconds(1L << Math.min(attempt, 10));
        return switch (reply) {
            case Reply.None none -> none.passing() ? Optional.of(own) : Optional.empty();
            case Reply.Status status ->
                BUSY.contains(status.code())
                        ? Optional.of(
                                status.retryAfter().flatMap(this::retryAfter).orElse(own))
                        : PASSING.contains(status.code()) ? Optional.of(own) : Optional.empty();
        };
    }

    /** Seconds, or a date of HTTP: RFC 9110, section 10.2.3. */
    private Optional<Duration> retryAfter(String written) {
        try {
            if (written.strip().matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(written.strip())));
            }
            ZonedDateTime date = ZonedDateTime.parse(written.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration until = Duration.between(web.time().now(), date.toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Many servers refuse HEAD, or say of it what they do not say of GET. */
    private Reply twice(URI address, Gate gate) throws InterruptedException {
        Reply head = request("HEAD", address, gate);
        boolean again = head instanceof Reply.Status status
                && status.code() >= 400
                && !BUSY.contains(status.code())
                && !PASSING.contains(status.code());
        return again ? request("GET", address, gate) : head;
    }

    private Reply request(String method, URI address, Gate gate) throws InterruptedException {
        if (gate.asked) {
            web.time().sleep(web.pace().pause());
        }
        gate.asked = true;
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .method(method, BodyPublishers.noBody())
                    .timeout(web.pace().patience())
                    .header("User-Agent", web.agent())
                    .header("Accept", "*/*")
                    .build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            // Nobody needs the rest of the body.
            response.body().close();
            return new Reply.Status(
                    response.statusCode(),
                    response.headers().firstValue("Location"),
                    response.headers().firstValue("Retry-After"));
        } catch (HttpTimeoutException e) {
            return new Reply.None(
                    "the server does not answer within " + web.pace().patience().toSeconds() + " s", true);
        } catch (SSLException e) {
            return new Reply.None("there is no safe connection: " + e.getMessage(), false);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            return new Reply.None("the server cannot be reached" + why, true);
        } catch (IllegalArgumentException e) {
            return new Reply.None("it is no address that can be asked for: " + e.getMessage(), false);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
