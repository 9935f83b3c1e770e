package org.plainfact.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Publishing to a real S3 server. */
@Tag("slow")
class S3PublishTest {
    /** More of them by {@code -Dplainfact.kills}. */
    private static final int KILLS = Integer.getInteger("plainfact.kills", 10);

    private static final Duration TERM = Duration.ofMinutes(1);

    private S3Server server;

    @BeforeEach
    void start() {
        server = S3Server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Plan publish(int port, Edition edition) throws IOException {
        try (StoreTarget target = S3Publisher.target(S3Server.store("", port), "here", TERM)) {
            return Editions.publish(target, edition);
        }
    }

    /** What readers find but the manifest. */
    private Map<String, String> live() {
        Map<String, String> live = new TreeMap<>(server.texts());
        live.remove(Manifest.NAME);
        return live;
    }

    @Test
    void readers_get_the_site_and_then_the_next_one_and_nothing_else() throws IOException {
        for (int n : new int[] {1, 2, 5}) {
            publish(server.port(), LinkedSite.numbered(n));

            assertThat(live()).isEqualTo(Editions.texts(LinkedSite.numbered(n)));
        }
    }

    @Test
    void a_site_that_is_live_already_is_not_sent_again() throws IOException {
        publish(server.port(), LinkedSite.numbered(1));
        try (Wire wire = Wire.to(server.port())) {
            Plan plan = publish(wire.port(), LinkedSite.numbered(1));

            assertThat(plan.isEmpty()).isTrue();
            assertThat(wire.sent()).as("one request without content").isLessThan(2_000);
        }
    }

    @Test
    void files_are_answered_with_their_type_and_their_caching() throws IOException {
        Edition site = LinkedSite.numbered(1);
        publish(server.port(), site);

        for (Entry entry : site.manifest().files().values()) {
            Map<String, String> headers = server.headers(entry.path());
            assertThat(headers).containsEntry("Cache-Control", entry.caching().header());
            assertThat(String.valueOf(headers.get("Content-Type")).replace(" ", ""))
                    .isEqualTo(entry.type().replace(" ", ""));
        }
        assertThat(server.headers("글/한 글+1/index.html"))
                .containsEntry("Cache-Control", "public, max-age=0, must-revalidate");
    }

    @Test
    void whenever_a_publisher_is_killed_every_live_page_has_its_files_and_the_next_publish_is_exact()
            throws IOException, InterruptedException {
        long seed = Long.getLong("plainfact.seed", 20261125L);
        Random random = new Random(seed);
        try (Wire wire = Wire.to(server.port())) {
            publish(wire.port(), LinkedSite.numbered(0));
            long whole = wire.sent();
            int unfinished = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                String as = "seed " + seed + ", kill " + kill;
                killAfter(random.nextLong(whole), wire, random.nextInt(6));
                LinkedSite.assertWhole(live(), as);
                unfinished += server.texts().containsKey(Doubts.KEY) ? 1 : 0;
                server.remove(Lease.KEY);
                if (random.nextBoolean()) {
                    int next = random.nextInt(6);
                    publish(wire.port(), LinkedSite.numbered(next));
                    assertThat(live()).as(as).isEqualTo(Editions.texts(LinkedSite.numbered(next)));
                }
            }
            assertThat(unfinished).as("kills in the middle, seed " + seed).isGreaterThanOrEqualTo(KILLS / 4);
        }
        publish(server.port(), LinkedSite.numbered(9));
        assertThat(live()).as("seed " + seed).isEqualTo(Editions.texts(LinkedSite.numbered(9)));
    }

    /** Kills it once it has sent so many bytes, or has come to its end before. */
    private static void killAfter(long bytes, Wire wire, int number) throws IOException, InterruptedException {
        long before = wire.sent();
        Process publisher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        S3Publisher.class.getName(),
                        String.valueOf(wire.port()),
                        String.valueOf(number))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/s3-publisher.log"))
                .start();
        try {
            while (publisher.isAlive() && wire.sent() - before < bytes) {
                Thread.sleep(1);
            }
        } finally {
            publisher.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_killed_publisher_keeps_others_off_until_its_time_is_over() throws IOException, InterruptedException {
        publish(server.port(), LinkedSite.numbered(1));
        Duration term = Duration.ofSeconds(2);
        try (StoreTarget dead = S3Publisher.target(new Deaf(server.store(), Lease.KEY), "dead", term)) {
            Editions.publish(dead, LinkedSite.numbered(2));
        }
        try (StoreTarget next = S3Publisher.target(server.store(), "next", term)) {
            assertThatThrownBy(() -> Editions.publish(next, LinkedSite.numbered(3)))
                    .isInstanceOf(PublishRefused.class)
                    .hasMessageContaining("another publisher is at work on s3://readers/ at 127.0.0.1");
            Thread.sleep(term.plusSeconds(2));

            Editions.publish(next, LinkedSite.numbered(3));
        }
        assertThat(live()).isEqualTo(Editions.texts(LinkedSite.numbered(3)));
    }

    /** Does not hear that one key is to be removed. */
    private record Deaf(ObjectStore store, String key) implements Through {
        @Override
        public void remove(String removed) throws IOException {
            if (!removed.equals(key)) {
                store.remove(removed);
            }
        }
    }

    @Test
    void connections_that_are_cut_in_the_middle_cost_attempts_and_nothing_else() throws IOException {
        publish(server.port(), LinkedSite.numbered(1));
        try (Wire wire = Wire.to(server.port())) {
            wire.cutAfter(20_000, 7);

            publish(wire.port(), LinkedSite.numbered(2));

            assertThat(wire.cutsLeft()).isZero();
        }
        assertThat(live()).isEqualTo(Editions.texts(LinkedSite.numbered(2)));
    }

    @Test
    void a_connection_that_stays_cut_ends_in_one_line_and_the_next_publish_goes_on() throws IOException {
        publish(server.port(), LinkedSite.numbered(1));
        try (Wire wire = Wire.to(server.port())) {
            wire.cutAfter(30_000, 1_000_000);

            assertThatThrownBy(() -> publish(wire.port(), LinkedSite.numbered(2)))
                    .isInstanceOf(StoreFault.class)
                    .hasMessageMatching("cannot write s3://readers/.+: the connection failed: .+; tried 9 times,"
                            + " publish again later");
        }
        LinkedSite.assertWhole(live(), "after the cut");
        server.remove(Lease.KEY);
        int all = Plan.of(
                        LinkedSite.numbered(1).manifest(),
                        LinkedSite.numbered(2).manifest())
                .waves()
                .stream()
                .mapToInt(List::size)
                .sum();

        Plan rest = publish(server.port(), LinkedSite.numbered(2));

        assertThat(rest.added().size() + rest.changed().size()).isLessThan(all);
        assertThat(live()).isEqualTo(Editions.texts(LinkedSite.numbered(2)));
    }

    @Test
    void a_store_that_is_overloaded_for_a_while_is_waited_for() throws IOException {
        try (Wire wire = Wire.to(server.port())) {
            wire.answer(
                    "503 Slow Down",
                    "",
                    "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>",
                    5);

            publish(wire.port(), LinkedSite.numbered(1));

            assertThat(wire.answersLeft()).isZero();
        }
        assertThat(live()).isEqualTo(Editions.texts(LinkedSite.numbered(1)));
    }

    @Test
    void of_two_publishers_at_once_one_publishes_and_the_other_does_nothing() throws Exception {
        publish(server.port(), LinkedSite.numbered(1));
        Edition second = LinkedSite.numbered(2);
        Edition third = LinkedSite.numbered(3);
        try (StoreTarget one = S3Publisher.target(server.store(), "one", TERM);
                StoreTarget two = S3Publisher.target(server.store(), "two", TERM)) {
            Plan toSecond = Plan.of(one.live().manifest(), second.manifest());
            Plan toThird = Plan.of(two.live().manifest(), third.manifest());

            boolean oneDid;
            boolean twoDid;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Boolean> first = threads.submit(attempt(one, second, toSecond));
                Future<Boolean> other = threads.submit(attempt(two, third, toThird));
                oneDid = first.get();
                twoDid = other.get();
            }

            assertThat(oneDid).as("exactly one of both").isNotEqualTo(twoDid);
            assertThat(live()).isEqualTo(Editions.texts(oneDid ? second : third));
        }
    }

    private static Callable<Boolean> attempt(StoreTarget target, Edition edition, Plan plan) {
        return () -> {
            try {
                target.publish(edition, plan, Progress.NONE);
                return true;
            } catch (PublishRefused refused) {
                return false;
            }
        };
    }
}
