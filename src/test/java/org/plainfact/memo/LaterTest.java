package org.plainfact.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

class LaterTest {
    private static final Drawer LOAVES = new Drawer("loaves", true, true);

    @TempDir
    private Path folder;

    private Memory memory = new Memory();
    private final Map<String, Integer> prices = new HashMap<>(Map.of("rye", 3, "oats", 2));
    private final List<String> made = new ArrayList<>();
    private Findings findings = new Findings();

    private record PriceOf(String ware) implements Lookup<Integer> {
        @Override
        @SuppressWarnings("unchecked") // The test knows a map of prices.
        public Integer in(World world) {
            return (Integer) world.part(Map.class).getOrDefault(ware, 0);
        }
    }

    private List<Later<String>> inOneBuild(String... wares) {
        Session session = memory.begin();
        session.world().know(Map.class, prices);
        List<String> givens = List.of(wares);
        List<Later<String>> loaves = session.recallAll(
                new Session.Row(LOAVES, "", givens, ""),
                findings,
                position -> session.later(LOAVES, givens.get(position), givens.get(position), (asking, found) -> {
                    String ware = givens.get(position);
                    made.add(ware);
                    int price = asking.ask(new PriceOf(ware));
                    if (price < 0) {
                        found.error("price", SourceSpan.of("prices"), "below nothing");
                    }
                    return ware + " for " + price;
                }));
        session.end();
        return loaves;
    }

    private void inAnotherProcess() throws IOException {
        Path file = folder.resolve("kept");
        memory.save(file, "test", () -> true);
        memory = new Memory();
        assertThat(memory.load(file, "test")).isEmpty();
        made.clear();
        findings = new Findings();
    }

    @Test
    void what_comes_out_as_before_is_made_when_somebody_asks() throws IOException {
        inOneBuild("rye", "oats");
        inAnotherProcess();
        List<Later<String>> loaves = inOneBuild("rye", "oats");
        assertThat(made).isEmpty();

        assertThat(loaves.getFirst().get()).isEqualTo("rye for 3");
        assertThat(made).containsExactly("rye");
    }

    @Test
    void it_is_made_once() throws IOException {
        inOneBuild("rye");
        inAnotherProcess();
        Later<String> loaf = inOneBuild("rye").getFirst();
        loaf.get();
        loaf.get();

        assertThat(made).containsExactly("rye");
    }

    @Test
    void another_answer_makes_another() throws IOException {
        Later<String> before = inOneBuild("rye", "oats").getFirst();
        inAnotherProcess();
        prices.put("rye", 4);
        List<Later<String>> loaves = inOneBuild("rye", "oats");

        assertThat(made).containsExactly("rye");
        assertThat(loaves.getFirst()).isNotEqualTo(before);
        assertThat(loaves.getFirst().get()).isEqualTo("rye for 4");
    }

    @Test
    void the_same_of_the_same_stands_for_the_same_in_another_process() throws IOException {
        Later<String> before = inOneBuild("rye").getFirst();
        inAnotherProcess();
        memory = new Memory();

        assertThat(inOneBuild("rye").getFirst()).isEqualTo(before).hasSameHashCodeAs(before);
    }

    @Test
    void what_is_wrong_is_told_in_each_build_and_not_when_it_is_asked_for() throws IOException {
        prices.put("rye", -1);
        inOneBuild("rye");
        inAnotherProcess();
        inOneBuild("rye").getFirst().get();

        assertThat(findings.sorted()).hasSize(1);
    }

    /** A process that goes on holds what it shows; one that ends after this build lets go of what can be made again. */
    @Test
    void only_where_nothing_comes_after_is_a_value_given_up_for_memory() {
        assertThat(inOneBuild("rye").getFirst().isHeldFirmly()).isTrue();
        memory.pass();
        assertThat(inOneBuild("oats").getFirst().isHeldFirmly()).isFalse();
    }

    @Test
    void a_value_that_was_given_up_is_made_again() {
        memory.pass();
        Later<String> loaf = inOneBuild("rye").getFirst();
        loaf.giveUp();

        assertThat(loaf.get()).isEqualTo("rye for 3");
        assertThat(made).containsExactly("rye", "rye");
    }

    @Test
    void a_build_that_is_the_last_of_its_process_keeps_the_same_for_the_next() throws IOException {
        memory.pass();
        inOneBuild("rye", "oats");
        inAnotherProcess();
        memory.pass();
        inOneBuild("rye", "oats");
        inAnotherProcess();
        inOneBuild("rye", "oats");

        assertThat(made).isEmpty();
    }

    /** A value that is made from what may change. */
    private final class Priced implements Later.Passing<String> {
        @Override
        public String get() {
            return settled().get();
        }

        @Override
        public Supplier<String> settled() {
            int price = prices.getOrDefault("rye", 0);
            return () -> {
                made.add("rye");
                return "rye for " + price;
            };
        }
    }

    @Test
    void a_value_that_was_settled_is_made_from_what_was_there_then() {
        Later<String> loaf = Later.<String>known(new Fingerprint(1, 2)).madeBy(memory.begin(), new Priced());
        loaf.settle();
        prices.put("rye", 4);

        assertThat(made).isEmpty();
        assertThat(loaf.get()).isEqualTo("rye for 3");
    }

    @Test
    void a_value_that_is_at_hand_can_be_settled_too() {
        Later<String> loaf = Later.of(new Fingerprint(1, 2), "rye for 3").madeBy(memory.begin(), new Priced());
        assertThat(loaf.isHeldFirmly()).isTrue();
        loaf.settle();

        assertThat(loaf.isHeldFirmly()).isFalse();
        loaf.giveUp();
        assertThat(loaf.get()).isEqualTo("rye for 3");
    }

    @Test
    void a_value_that_was_settled_is_given_up_for_memory() {
        Later<String> loaf = Later.<String>known(new Fingerprint(1, 2)).madeBy(memory.begin(), new Priced());
        loaf.settle();
        assertThat(loaf.get()).isEqualTo("rye for 3");

        assertThat(loaf.isHeldFirmly()).isFalse();
        loaf.giveUp();
        assertThat(loaf.get()).isEqualTo("rye for 3");
        assertThat(made).containsExactly("rye", "rye");
    }

    @Test
    void what_nobody_said_how_to_make_cannot_be_had() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Later.known(new Fingerprint(1, 2)).get());
    }
}
