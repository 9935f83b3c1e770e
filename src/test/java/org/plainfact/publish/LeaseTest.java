package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.plainfact.publish.ObjectStore.Condition;
import org.plainfact.publish.ObjectStore.Headers;

class LeaseTest {
    private static final Duration TERM = Duration.ofSeconds(30);
    private static final Headers HEADERS = new Headers("text/plain", "no-store", Optional.empty(), Map.of());

    private final Clockwork time = new Clockwork();
    private final MemoryStore store = new MemoryStore(time);

    /** Nobody is woken by it: leases are renewed when a test says so. */
    private static final class Clockwork implements Time {
        private final Times passing = new Times();

        @Override
        public Duration since() {
            return passing.since();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (duration.compareTo(TERM.dividedBy(3)) >= 0) {
                new CountDownLatch(1).await();
            }
            passing.pass(duration);
        }
    }

    private Lease take(String owner) throws IOException {
        return take(store, owner);
    }

    private Lease take(ObjectStore from, String owner) throws IOException {
        return Lease.take(from, new Lease.Terms(owner, TERM), time);
    }

    @Test
    void the_second_is_told_and_the_first_keeps_the_right() throws IOException {
        try (Lease first = take("first")) {
            time.passing.pass(Duration.ofSeconds(10));

            assertThatThrownBy(() -> take("second"))
                    .isInstanceOf(PublishRefused.class)
                    .hasMessage("another publisher is at work on memory; nothing was published, wait until it ends;"
                            + " if it was killed, publish again in 21 s");
            assertThatCode(first::check).doesNotThrowAnyException();
        }
    }

    @Test
    void the_right_is_free_when_its_owner_ends() throws IOException {
        take("first").close();

        assertThat(store.read(Lease.KEY)).isEmpty();
        assertThatCode(() -> take("second").close()).doesNotThrowAnyException();
    }

    @Test
    void the_right_of_a_dead_publisher_ends_by_itself() throws IOException {
        Lease dead = take("dead");
        time.passing.pass(TERM.plusSeconds(2));

        try (Lease next = take("next")) {
            assertThatCode(next::check).doesNotThrowAnyException();
        }
        assertThatThrownBy(dead::check).isInstanceOf(StoreFault.class);
    }

    @Test
    void a_living_publisher_keeps_the_right_by_renewing_it() throws IOException {
        try (Lease first = take("first")) {
            for (int i = 0; i < 5; i++) {
                time.passing.pass(Duration.ofSeconds(20));
                first.renew();
            }
            assertThatCode(first::check).doesNotThrowAnyException();
            assertThatThrownBy(() -> take("second")).isInstanceOf(PublishRefused.class);
        }
    }

    @Test
    void who_was_asleep_while_another_took_over_stops_and_leaves_the_others_right_alone() throws IOException {
        Lease asleep = take("asleep");
        time.passing.pass(TERM.plusSeconds(2));
        try (Lease next = take("next")) {
            asleep.renew();

            assertThatThrownBy(asleep::check).isInstanceOf(StoreFault.class).hasMessageContaining("the lock was lost");
            asleep.close();
            assertThat(store.read(Lease.KEY)).isPresent();
            next.renew();
            assertThatCode(next::check).doesNotThrowAnyException();
        }
    }

    @Test
    void of_two_that_find_a_right_over_one_gets_it() throws IOException {
        take("dead");
        time.passing.pass(TERM.plusSeconds(2));
        String seen = store.look(Lease.KEY).orElseThrow().version();
        try (Lease first = take("first")) {
            assertThat(store.writeIf(new Condition.Unchanged(seen), Lease.KEY, "late".getBytes(UTF_8), HEADERS))
                    .isEmpty();
            assertThatCode(first::check).doesNotThrowAnyException();
        }
    }

    @Test
    void without_conditional_writes_the_second_is_told_as_well() throws IOException {
        MemoryStore plain = new MemoryStore(time, false);
        try (Lease first = take(plain, "first")) {
            assertThatThrownBy(() -> take(plain, "second")).isInstanceOf(PublishRefused.class);
            first.renew();
            assertThatCode(first::check).doesNotThrowAnyException();
        }
        assertThat(plain.read(Lease.KEY)).isEmpty();
    }

    @Test
    void without_conditional_writes_who_wrote_last_has_the_right_and_the_other_stops() throws IOException {
        MemoryStore plain = new MemoryStore(time, false);
        Lease first = take(plain, "first");
        byte[] others = "plainfact-lock-1 other 30 0\n".getBytes(UTF_8);
        plain.writeIf(new Condition.Absent(), Lease.KEY, others, HEADERS);

        first.renew();

        assertThatThrownBy(first::check).hasMessageContaining("the lock was lost");
        first.close();
        assertThat(plain.read(Lease.KEY).orElseThrow().bytes()).isEqualTo(others);
    }

    @Test
    void without_conditional_writes_who_is_overruled_while_it_waits_does_nothing() throws IOException {
        MemoryStore plain = new MemoryStore(time, false);
        byte[] others = "plainfact-lock-1 other 30 0\n".getBytes(UTF_8);
        Time meanwhile = new Time() {
            @Override
            public Duration since() {
                return time.since();
            }

            @Override
            public void sleep(Duration duration) {
                plain.writeIf(new Condition.Absent(), Lease.KEY, others, HEADERS);
            }
        };

        assertThatThrownBy(() -> Lease.take(plain, new Lease.Terms("first", TERM), meanwhile))
                .isInstanceOf(PublishRefused.class)
                .hasMessageContaining("another publisher has just begun");
    }

    @Test
    void what_is_no_lock_is_not_written_over() throws IOException {
        store.write(Lease.KEY, new Body.OfBytes("a text of mine".getBytes(UTF_8)), HEADERS);

        assertThatThrownBy(() -> take("first"))
                .isInstanceOf(PublishRefused.class)
                .hasMessageContaining("is no lock of Plainfact");
        assertThat(store.read(Lease.KEY).orElseThrow().bytes()).asString(UTF_8).isEqualTo("a text of mine");
    }

    @Test
    void a_publisher_whose_first_answer_was_lost_finds_its_own_lock() throws IOException {
        ObjectStore forgetful = new Forgetful(store);
        try (Lease lease = take(forgetful, "first")) {
            lease.renew();

            assertThatCode(lease::check).doesNotThrowAnyException();
        }
    }

    /** Writes and says that it did not, as after an answer that was lost and a second attempt. */
    private record Forgetful(ObjectStore store) implements Through {
        @Override
        public Optional<String> writeIf(Condition condition, String key, byte[] bytes, Headers headers)
                throws IOException {
            store.writeIf(condition, key, bytes, headers);
            return Optional.empty();
        }
    }
}
