package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The preview under more load than a writer makes. */
@Tag("slow")
@Isolated("it holds limits of time")
class PreviewLoadTest {
    private static final int CLIENTS = 50;
    private static final int REQUESTS = 200;

    @Test
    void ten_thousand_requests_of_fifty_clients_are_answered_while_the_site_changes() throws Exception {
        try (PreviewServer preview =
                        PreviewServer.start(new PreviewServer.Options("127.0.0.1", 0, Set.of()), Views.of(site(0)));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            List<Future<Integer>> good = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                good.add(clients.submit(client(preview.address())));
            }
            for (int round = 1; good.stream().anyMatch(one -> !one.isDone()); round++) {
                preview.building();
                preview.show(Views.of(site(round)));
                Thread.sleep(20);
            }
            Duration time = Duration.ofNanos(System.nanoTime() - begun);

            for (Future<Integer> one : good) {
                assertThat(one.get()).isEqualTo(REQUESTS);
            }
            begun = System.nanoTime();
            preview.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            System.out.printf("preview: %d requests in %d ms%n", CLIENTS * REQUESTS, time.toMillis());
        }
    }

    private static Callable<Integer> client(URI address) {
        return () -> {
            int good = 0;
            try (HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                for (int i = 0; i < REQUESTS; i++) {
                    HttpRequest request = HttpRequest.newBuilder(address.resolve("/" + i % 100 + "/"))
                            .timeout(Duration.ofSeconds(30))
                            .build();
                    String page =
                            http.send(request, BodyHandlers.ofString(UTF_8)).body();
                    good += page.contains("<h1>Page " + i % 100 + "</h1>") && page.endsWith("</html>\n") ? 1 : 0;
                }
                http.shutdownNow();
            }
            return good;
        };
    }

    private static Map<String, String> site(int round) {
        Map<String, String> site = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            site.put(
                    i + "/index.html",
                    Views.page("Page", "<h1>Page " + i + "</h1>\n" + ("<p>Round " + round + "</p>\n").repeat(500)));
        }
        return site;
    }
}
