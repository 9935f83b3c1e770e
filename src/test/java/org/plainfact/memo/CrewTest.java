package org.plainfact.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work on all cores. */
class CrewTest {
    @Test
    void each_item_is_worked_on_once() {
        List<Integer> items = IntStream.range(0, 1_000).boxed().toList();
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        Crew.work(items, item -> assertThat(done.add(item)).isTrue());

        assertThat(done).containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    void what_is_made_of_items_stands_in_their_order() {
        List<Integer> items = IntStream.range(0, 1_000).boxed().toList();

        assertThat(Crew.map(items, item -> "no" + item))
                .isEqualTo(items.stream().map(item -> "no" + item).toList());
    }

    @Test
    void the_first_failure_ends_the_work_and_is_thrown() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        assertThatThrownBy(() -> Crew.work(IntStream.range(0, 100_000).boxed().toList(), item -> {
                    if (item == 7) {
                        throw new IllegalStateException("item 7");
                    }
                    done.add(item);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("item 7");

        assertThat(done).hasSizeLessThan(100_000 - 1);
    }

    /** Each call takes some hundred bytes; a default stack has a megabyte. */
    @Test
    void there_is_room_for_a_hundred_thousand_calls() {
        assertThat(Crew.deep(() -> depth(100_000))).isEqualTo(100_000);
    }

    @Test
    void one_of_the_crew_works_deep_at_once() {
        Crew.work(List.of("item"), item -> {
            Thread here = Thread.currentThread();
            assertThat(Crew.deep(Thread::currentThread)).isSameAs(here);
        });
    }

    @Test
    void work_that_was_begun_goes_on_beside_the_callers() {
        CountDownLatch latch = new CountDownLatch(1);
        Supplier<String> begun = Crew.begin(() -> {
            await(latch);
            return "made";
        });

        latch.countDown();

        assertThat(begun.get()).isEqualTo("made");
        assertThat(begun.get()).isEqualTo("made");
    }

    @Test
    void what_work_that_was_begun_throws_is_thrown_to_who_asks_for_it() {
        Supplier<String> begun = Crew.begin(() -> {
            throw new IllegalStateException("not made");
        });

        assertThatThrownBy(begun::get).isInstanceOf(IllegalStateException.class).hasMessage("not made");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }
}
