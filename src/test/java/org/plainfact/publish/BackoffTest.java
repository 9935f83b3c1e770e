package org.plainfact.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Exception CAUSE = new IllegalStateException("a cause");
    private final List<Duration> slept = new ArrayList<>();

    private Backoff backoff(long seed) {
        Time time = new Time() {
            @Override
            public Duration since() {
                return Duration.ZERO;
            }

            @Override
            public void sleep(Duration duration) {
                slept.add(duration);
            }
        };
        return Backoff.usual(new Random(seed), time);
    }

    private static Backoff.Attempt<String> failing(int times, StoreFault fault) {
        AtomicInteger left = new AtomicInteger(times);
        return () -> {
            if (left.getAndDecrement() > 0) {
                throw fault;
            }
            return "done";
        };
    }

    @Test
    void what_passes_is_tried_until_it_has_passed() throws IOException {
        StoreFault fault = StoreFault.passing("slow down", Optional.empty(), CAUSE);

        assertThat(backoff(1).until(failing(8, fault))).isEqualTo("done");
        assertThat(slept).hasSize(8);
    }

    @Test
    void each_pause_is_a_random_part_of_one_that_doubles_up_to_the_longest() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            slept.clear();
            backoff(seed).until(failing(8, StoreFault.passing("slow down", Optional.empty(), CAUSE)));
            for (int i = 0; i < slept.size(); i++) {
                long longest = Math.min(15_000, 200L << i);
                assertThat(slept.get(i).toMillis())
                        .as("pause %d, seed %d", i, seed)
                        .isBetween(longest / 2, longest);
            }
        }
    }

    @Test
    void a_store_that_asks_for_a_longer_pause_gets_it() throws IOException {
        backoff(1).until(failing(1, StoreFault.passing("slow down", Optional.of(Duration.ofSeconds(40)), CAUSE)));

        assertThat(slept).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void what_does_not_pass_is_told_at_once() {
        StoreFault fault = StoreFault.lasting("no such bucket", CAUSE);

        assertThatThrownBy(() -> backoff(1).until(failing(1, fault))).isSameAs(fault);
        assertThat(slept).isEmpty();
    }

    @Test
    void what_stays_is_told_in_the_end_and_not_tried_again_by_others() {
        StoreFault fault = StoreFault.passing("slow down", Optional.empty(), CAUSE);

        assertThatThrownBy(() -> backoff(1).until(failing(100, fault)))
                .isInstanceOfSatisfying(
                        StoreFault.class, told -> assertThat(told.isPassing()).isFalse())
                .hasMessage("slow down; tried 9 times, publish again later");
    }
}
