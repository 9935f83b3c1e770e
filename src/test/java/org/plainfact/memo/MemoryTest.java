package org.plainfact.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

class MemoryTest {
    private static final Drawer LOAVES = new Drawer("loaves", true, false);
    private static final Drawer PLAIN = new Drawer("plain", false, false);

    private final Memory memory = new Memory();
    private final Map<String, Price> prices = new HashMap<>();
    private final List<String> made = Collections.synchronizedList(new ArrayList<>());
    private final List<String> named = Collections.synchronizedList(new ArrayList<>());
    private String constants = "";
    private final Findings findings = new Findings();

    private record Price(int cents, SourceSpan place) {}

    /** The shop's prices, as one that bakes asks for them. */
    private record PriceOf(String ware) implements Lookup<Optional<Price>> {
        @Override
        @SuppressWarnings("unchecked") // The test knows a list of texts.
        public Optional<Price> in(World world) {
            world.part(List.class).add(ware);
            return Optional.ofNullable((Price) world.part(Map.class).get(ware));
        }
    }

    /** Asked of a shop whose prices stand on a board. */
    private record OnTheBoard(String ware) implements Lookup<Integer> {
        @Override
        @SuppressWarnings("unchecked") // The test knows a list of texts.
        public Integer in(World world) {
            world.part(List.class).add(ware);
            return ((Price) Objects.requireNonNull(world.part(Map.class).get(ware))).cents();
        }

        @Override
        public Object ground(World world) {
            return world.part(String.class);
        }
    }

    private void byTheBoard(String board, List<String> asked, String... wares) {
        Session session = begin();
        session.world().know(List.class, asked);
        session.world().know(String.class, board);
        for (String ware : wares) {
            session.<String>recall(LOAVES, ware, ware, reads -> {
                made.add(ware);
                return ware + reads.ask(new OnTheBoard(ware));
            });
        }
        session.end();
    }

    @Test
    void what_is_answered_from_the_very_object_of_the_last_build_is_not_asked() {
        costs("rye", 3, 1);
        costs("oats", 2, 1);
        List<String> asked = new ArrayList<>();
        String board = new String("board");
        byTheBoard(board, asked, "rye", "oats");
        byTheBoard(board, asked, "rye", "oats");
        assertThat(asked).containsExactly("rye", "oats");

        costs("oats", 5, 1);
        byTheBoard(new String("board"), asked, "rye", "oats");
        byTheBoard(board, asked, "rye", "oats");

        assertThat(made).containsExactly("rye", "oats", "oats");
    }

    /** Else a question that was put off while another changed would be taken for answered. */
    @Test
    void an_answer_from_another_object_is_asked_for_though_one_between_was_the_same() {
        costs("rye", 3, 1);
        List<String> asked = new ArrayList<>();
        byTheBoard("one", asked, "rye");
        costs("rye", 4, 1);
        byTheBoard("two", asked);
        byTheBoard("two", asked, "rye");

        assertThat(made).containsExactly("rye", "rye");
    }

    private Session begin() {
        Session session = memory.begin();
        session.world().know(Map.class, prices);
        session.world().know(List.class, new ArrayList<String>());
        return session;
    }

    private String bake(Session session, Drawer drawer, String name, String flour) {
        return session.recall(drawer, name, flour, findings, (reads, found) -> {
            made.add(name);
            int cents = reads.ask(new PriceOf(flour)).map(Price::cents).orElse(0);
            if (cents < 0) {
                found.error("price", SourceSpan.of("prices"), "below nothing");
            }
            return name + " of " + flour + " for " + cents;
        });
    }

    private String inOneBuild(Drawer drawer, String name, String flour) {
        Session session = begin();
        String loaf = bake(session, drawer, name, flour);
        session.end();
        return loaf;
    }

    private void costs(String ware, int cents, int line) {
        prices.put(ware, new Price(cents, new SourceSpan("prices", line, 1)));
    }

    @Test
    void what_was_made_from_the_same_is_not_made_again() {
        costs("rye", 3, 1);

        assertThat(inOneBuild(LOAVES, "a", "rye")).isEqualTo("a of rye for 3");
        assertThat(inOneBuild(LOAVES, "a", "rye")).isEqualTo("a of rye for 3");
        assertThat(made).containsExactly("a");
    }

    @Test
    void another_key_makes_it_again() {
        inOneBuild(LOAVES, "a", "rye");

        assertThat(inOneBuild(LOAVES, "a", "spelt")).isEqualTo("a of spelt for 0");
        assertThat(made).containsExactly("a", "a");
    }

    @Test
    void another_answer_to_what_was_looked_up_makes_it_again() {
        costs("rye", 3, 1);
        inOneBuild(LOAVES, "a", "rye");
        costs("rye", 4, 1);

        assertThat(inOneBuild(LOAVES, "a", "rye")).isEqualTo("a of rye for 4");
    }

    @Test
    void an_answer_that_is_first_missing_makes_it_again_when_it_is_there() {
        inOneBuild(LOAVES, "a", "rye");
        costs("rye", 4, 1);

        assertThat(inOneBuild(LOAVES, "a", "rye")).isEqualTo("a of rye for 4");
    }

    @Test
    void an_equal_answer_that_is_another_object_does_not() {
        costs("rye", 3, 1);
        inOneBuild(LOAVES, "a", "rye");
        costs("rye", 3, 1);

        inOneBuild(LOAVES, "a", "rye");

        assertThat(made).containsExactly("a");
    }

    @Test
    void places_count_only_where_the_drawer_says_so() {
        costs("rye", 3, 1);
        inOneBuild(LOAVES, "a", "rye");
        inOneBuild(PLAIN, "b", "rye");
        costs("rye", 3, 2);

        inOneBuild(LOAVES, "a", "rye");
        inOneBuild(PLAIN, "b", "rye");

        assertThat(made).containsExactly("a", "b", "a");
    }

    @Test
    void each_question_is_asked_once_a_build() {
        costs("rye", 3, 1);
        List<String> asked = new ArrayList<>();
        Session first = begin();
        List.of("a", "b", "c").forEach(name -> bake(first, LOAVES, name, "rye"));
        first.end();
        Session second = begin();
        second.world().know(List.class, asked);

        List.of("a", "b", "c").forEach(name -> bake(second, LOAVES, name, "rye"));

        assertThat(asked).containsExactly("rye");
    }

    @Test
    void what_was_told_along_with_a_finding_is_made_and_told_again() {
        costs("rye", -1, 1);
        inOneBuild(LOAVES, "a", "rye");
        inOneBuild(LOAVES, "a", "rye");

        assertThat(made).containsExactly("a", "a");
        assertThat(findings.sorted()).hasSize(1);
    }

    @Test
    void a_finding_that_follows_from_the_key_alone_is_told_without_the_work() {
        for (int build = 0; build < 2; build++) {
            Session session = begin();
            Findings told = new Findings();
            session.recall(LOAVES, "burnt", "key", told, (reads, found) -> {
                made.add("burnt");
                found.error("burnt", SourceSpan.of("oven"), "too hot");
                return "coal";
            });
            session.end();
            assertThat(told.sorted()).singleElement().hasToString("oven:1:1: error: too hot [burnt]");
        }
        assertThat(made).containsExactly("burnt");
    }

    @Test
    void a_spoilt_result_is_not_used_again() {
        for (int build = 0; build < 2; build++) {
            Session session = begin();
            session.recall(LOAVES, "a", "key", findings, (reads, found) -> {
                made.add("a");
                reads.spoil();
                return "mould";
            });
            session.end();
        }
        assertThat(made).hasSize(2);
    }

    @Test
    void what_a_build_had_no_use_for_is_forgotten() {
        inOneBuild(LOAVES, "a", "rye");
        inOneBuild(LOAVES, "b", "rye");
        inOneBuild(LOAVES, "a", "rye");

        assertThat(made).containsExactly("a", "b", "a");
    }

    @Test
    void a_drawer_that_a_build_did_not_open_is_kept() {
        inOneBuild(LOAVES, "a", "rye");
        inOneBuild(PLAIN, "b", "rye");

        inOneBuild(LOAVES, "a", "rye");

        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void a_build_that_was_not_ended_does_no_harm() {
        costs("rye", 3, 1);
        inOneBuild(LOAVES, "a", "rye");
        costs("rye", 4, 1);
        Session broken = begin();
        bake(broken, LOAVES, "a", "rye");
        costs("rye", 3, 1);

        assertThat(inOneBuild(LOAVES, "a", "rye")).isEqualTo("a of rye for 3");
    }

    @Test
    void answers_of_a_build_that_was_not_ended_are_no_proof_of_what_it_did_not_come_to() {
        costs("rye", 3, 1);
        inOneBuild(LOAVES, "a", "rye");
        costs("rye", 4, 1);
        bake(begin(), LOAVES, "b", "rye");

        assertThat(inOneBuild(LOAVES, "a", "rye")).isEqualTo("a of rye for 4");
    }

    @Test
    void another_answer_counts_for_all_results_though_it_was_given_to_one_that_is_made_again_anyway() {
        costs("rye", 3, 1);
        for (int build = 0; build < 2; build++) {
            costs("rye", 3 + build, 1);
            Session session = begin();
            assertThat(rye(session, "a", "key " + build)).isEqualTo("a for " + (3 + build));
            assertThat(rye(session, "b", "same key")).isEqualTo("b for " + (3 + build));
            session.end();
        }
    }

    private static String rye(Session session, String name, String key) {
        return session.recall(
                LOAVES,
                name,
                key,
                reads -> name + " for "
                        + reads.ask(new PriceOf("rye")).map(Price::cents).orElse(0));
    }

    @Test
    void one_other_answer_among_many_makes_only_that_again() {
        costs("rye", 3, 1);
        costs("oats", 2, 2);
        for (int build = 0; build < 3; build++) {
            costs("oats", 2 + build, 2);
            Session session = begin();
            bake(session, LOAVES, "a", "rye");
            bake(session, LOAVES, "b", "oats");
            session.end();
        }
        assertThat(made).containsExactly("a", "b", "b", "b");
    }

    @Test
    void an_answer_that_nothing_goes_by_any_more_is_not_asked_for() {
        costs("rye", 3, 1);
        inOneBuild(LOAVES, "a", "rye");
        inOneBuild(LOAVES, "a", "oats");
        List<String> asked = new ArrayList<>();
        for (int build = 0; build < 3; build++) {
            costs("rye", 4 + build, 1);
            asked.clear();
            Session session = begin();
            session.world().know(List.class, asked);
            bake(session, LOAVES, "a", "oats");
            session.end();
        }
        assertThat(asked).containsExactly("oats");
        assertThat(made).containsExactlyInAnyOrder("a", "a");
    }

    @Test
    void results_of_a_row_are_found_wherever_they_stand_now() {
        costs("rye", 3, 1);
        inARow("a", "b", "c");
        inARow("b", "new", "c", "a");
        inARow("a");

        assertThat(made).containsExactlyInAnyOrder("a", "b", "c", "new");
    }

    @Test
    void what_a_build_between_had_no_use_for_is_not_found_in_a_row() {
        costs("rye", 3, 1);
        inARow("a", "b");
        inOneBuild(LOAVES, "b", "rye");
        costs("rye", 4, 1);
        inOneBuild(LOAVES, "b", "rye");
        inARow("a", "b");

        assertThat(made).containsExactlyInAnyOrder("a", "b", "b", "a");
    }

    @Test
    void the_very_object_at_the_same_place_is_not_looked_into() {
        costs("rye", 3, 1);
        inARow("a", "b");
        named.clear();
        inARow("a", "c");

        assertThat(named).containsExactly("c");
    }

    @Test
    void a_row_of_other_constants_is_looked_into() {
        costs("rye", 3, 1);
        inARow("a", "b");
        named.clear();
        constants = "baked twice";
        inARow("a", "b");

        assertThat(named).containsExactlyInAnyOrder("a", "b");
        assertThat(made).containsExactlyInAnyOrder("a", "b", "a", "b");
    }

    @Test
    void a_row_is_looked_into_where_something_is_answered_otherwise() {
        costs("rye", 3, 1);
        inARow("a", "b");
        costs("rye", 4, 1);
        inARow("a", "b");
        named.clear();
        inARow("a", "b");

        assertThat(made).containsExactlyInAnyOrder("a", "b", "a", "b");
        assertThat(named).isEmpty();
    }

    @Test
    void what_a_row_tells_is_told_each_time() {
        for (int build = 0; build < 3; build++) {
            Session session = begin();
            Findings findings = new Findings();
            session.recallAll(
                    new Session.Row(PLAIN, "row", List.of("given"), ""),
                    findings,
                    position -> new Session.Wanted<>("name", "key", (reads, found) -> {
                        found.error("burnt", SourceSpan.of("oven"), "too hot", "wait");
                        return 1;
                    }));
            session.end();

            assertThat(findings.sorted()).hasSize(1);
        }
    }

    @Test
    void what_may_not_be_used_again_is_made_in_each_build_of_a_row() {
        for (int build = 0; build < 3; build++) {
            Session session = begin();
            session.recallAll(
                    new Session.Row(PLAIN, "row", List.of("given"), ""),
                    position -> Session.Wanted.of("name", "key", reads -> {
                        made.add("a");
                        reads.spoil();
                        return 1;
                    }));
            session.end();
        }

        assertThat(made).containsExactly("a", "a", "a");
    }

    @Test
    void what_stands_in_a_row_is_kept_while_others_of_its_drawer_come_and_go() {
        costs("rye", 3, 1);
        for (int build = 0; build < 3; build++) {
            Session session = begin();
            row(session, "a", "b");
            bake(session, LOAVES, "c" + build, "rye");
            session.end();
        }
        inARow("b", "a");

        assertThat(made).containsExactly("a", "b", "c0", "c1", "c2");
    }

    @Test
    void a_row_from_which_the_same_comes_is_the_very_list_of_the_build_before() {
        costs("rye", 3, 1);
        List<String> loaves = inARow("a", "b");
        assertThat(inARow("a", "b")).isSameAs(loaves);

        constants = "baked twice";
        assertThat(inARow("a", "b")).isSameAs(loaves);
        assertThat(inARow("a", "c")).isNotSameAs(loaves);
    }

    @Test
    void what_a_row_tells_goes_with_what_it_is_told_of() {
        assertThat(burnt("bun", "roll", "loaf")).containsExactly("bun", "loaf", "roll");
        assertThat(burnt("bun", "roll", "loaf")).containsExactly("bun", "loaf", "roll");
        assertThat(burnt("bun", "pale", "loaf")).containsExactly("bun", "loaf");
        assertThat(burnt("bun", "pale", "loaf")).containsExactly("bun", "loaf");
        assertThat(burnt("bun")).containsExactly("bun");
        assertThat(burnt("pale", "bun")).containsExactly("bun");
    }

    /** Findings on a row in whose oven all burns but what is pale. */
    private List<String> burnt(String... names) {
        Session session = begin();
        Findings told = new Findings();
        session.recallAll(
                new Session.Row(PLAIN, "oven", List.of(names), ""),
                told,
                position -> new Session.Wanted<>(names[position], names[position], (reads, found) -> {
                    if (!names[position].equals("pale")) {
                        found.error("burnt", SourceSpan.of(names[position]), "too hot");
                    }
                    return true;
                }));
        session.end();
        return told.sorted().stream().map(finding -> finding.span().path()).toList();
    }

    @Test
    void a_row_after_any_edits_is_what_one_from_nothing_is() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> givens = new ArrayList<>(List.of("a0", "b0", "c0", "d0"));
        for (int build = 1; build <= 200; build++) {
            edit(givens, build, random);
            costs("rye", random.nextInt(8) == 0 ? build : 3, 1);
            constants = random.nextInt(8) == 0 ? "" + build : "";
            String[] names = givens.toArray(String[]::new);
            int cents = Objects.requireNonNull(prices.get("rye")).cents();

            assertThat(inARow(names))
                    .as("seed %s, build %s", seed, build)
                    .isEqualTo(givens.stream()
                            .map(name -> name + " of rye for " + cents)
                            .toList());
        }
    }

    private static void edit(List<String> givens, int build, Random random) {
        int at = random.nextInt(givens.size());
        switch (random.nextInt(5)) {
            case 0 -> givens.set(at, givens.get(at).charAt(0) + "" + build);
            case 1 -> givens.add(at, "n" + build);
            case 2 -> givens.subList(at, givens.size() > 1 ? at + 1 : at).clear();
            case 3 -> Collections.swap(givens, at, 0);
            default -> {}
        }
    }

    private List<String> inARow(String... names) {
        Session session = begin();
        List<String> row = row(session, names);
        session.end();
        return row;
    }

    private List<String> row(Session session, String... names) {
        int cents = Objects.requireNonNull(prices.get("rye")).cents();
        List<String> row =
                session.recallAll(new Session.Row(LOAVES, "row", List.of(names), constants), findings, position -> {
                    String name = names[position];
                    named.add(name);
                    return Session.Wanted.of(name, "rye" + constants, reads -> {
                        made.add(name);
                        return name + " of rye for "
                                + reads.ask(new PriceOf("rye")).orElseThrow().cents();
                    });
                });
        assertThat(row)
                .isEqualTo(Stream.of(names)
                        .map(name -> name + " of rye for " + cents)
                        .toList());
        return row;
    }

    @Test
    void names_of_what_was_made_are_told_to_who_follows_it() {
        inOneBuild(LOAVES, "a", "rye");
        Session session = begin();
        session.follow(LOAVES);
        bake(session, PLAIN, "c", "rye");
        bake(session, LOAVES, "b", "rye");
        bake(session, LOAVES, "a", "rye");

        assertThat(session.made(LOAVES)).containsExactly("b");
        assertThat(session.made(PLAIN)).isEmpty();
    }

    @Test
    void a_question_asked_too_early_is_a_bug_that_says_of_what() {
        Session session = memory.begin();

        assertThatIllegalStateException()
                .isThrownBy(() -> bake(session, LOAVES, "a", "rye"))
                .withMessageContaining("asked before it is known");
    }
}
