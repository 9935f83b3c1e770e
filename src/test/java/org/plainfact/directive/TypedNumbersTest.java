package org.plainfact.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.directive.Block.Inline;

class TypedNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It draws 42 kW. | 42",
                "About 1,200 households | 1,200",
                "At 3.5 times the rate | 3.5",
                "a loss of −5 degrees | −5",
                "by 30 % | 30 %",
                "In May 40% more | 40 %",
                "(12 tonnes) | 12"
            })
    void a_number_in_a_text_is_found(String text, String number) {
        assertThat(TypedNumbers.in(text, Set.of())).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since 2024",
                "on 7 June 2026",
                "June 7, 2026",
                "on 2026-06-07",
                "the DC-1000 and the GB200 NVL72",
                "on Apollo 11",
                "with Llama 2 70B",
                "in version v6.1",
                "result 5.1-0061",
                "see section A.2",
                "#3",
                "no number at all"
            })
    void years_dates_names_and_versions_are_none(String text) {
        assertThat(TypedNumbers.in(text, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Page 12",
                "Chapter 3: Heat",
                "Part 2 of the story",
                "Figure 4 shows it",
                "Section 2.1",
                "Step 3 – wait",
                "Page 12 in the book",
                "Part 2 a day later",
                "Version 2.0.1 is older",
                "Level 3",
                "Table 2",
                "No. 5",
                "the one called No. 5 runs",
                "It is told on page 12, in section 2.1.",
                "on pages 12–14 of it",
                "see step\n3"
            })
    void what_tells_one_thing_from_others_of_its_kind_is_none(String text) {
        assertThat(TypedNumbers.in(text, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Step 3 MW | 3",
                "It is at Level 3 MW now | 3",
                "In part 12 kilowatts | 12",
                "in part 30 % | 30 %",
                "in part 30 percent | 30",
                "Section 3 km/h | 3",
                "Level 3 million | 3",
                "Level 1,200 | 1,200",
                "Level −5 | −5",
                "Party 3 pumps | 3",
                "a backstep 3 | 3",
                "Is it loud? No. 5 pumps run. | 5",
                "No 5 pumps | 5",
                "page 12 and 40 pumps | 40"
            })
    void a_quantity_is_found_behind_such_a_name_too(String text, String number) {
        assertThat(TypedNumbers.in(text, Set.of())).containsExactly(number);
    }

    @Test
    void both_ends_of_a_range_are_found_where_a_unit_stands_behind_it() {
        assertThat(TypedNumbers.in("at level 3–4 MW", Set.of())).containsExactly("3", "4");
    }

    @Test
    void a_sentence_that_begins_with_a_capital_does_not_make_a_name() {
        assertThat(TypedNumbers.in("It is warm. Over 40 pumps run.", Set.of())).containsExactly("40");
    }

    @Test
    void what_is_listed_beside_the_text_may_be_counted() {
        assertThat(TypedNumbers.in("the 5 steps", Set.of(5))).isEmpty();
        assertThat(TypedNumbers.in("the 6 steps", Set.of(5))).containsExactly("6");
    }

    @Test
    void only_words_that_somebody_typed_are_looked_at() {
        List<Inline> inlines = List.of(new Inline.Html("<em>7</em> &amp; <a href=\"/8\">nine</a>"));

        assertThat(TypedNumbers.in(inlines, Set.of())).containsExactly("7");
    }

    @Test
    void in_a_text_of_very_many_numbers_each_is_judged_by_what_stands_near_it() {
        String near = "It draws 42 kW, and on page 12 the GB200 NVL72 took 30 %. ";

        assertThat(TypedNumbers.in(near.repeat(20_000), Set.of()))
                .hasSize(40_000)
                .startsWith("42", "30 %")
                .endsWith("42", "30 %");
    }
}
