package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.content.Body.Part.Role;

class RoleTest {
    @Test
    void a_name_in_braces_before_inline_code_is_a_call() {
        Reading reading = Reading.of("It takes {figure}`house.power` a year.");
        assertThat(reading.html()).isEqualTo("<p>It takes «figure house.power» a year.</p>\n");
        assertThat(reading.told()).isEmpty();
    }

    @Test
    void a_call_knows_its_line_and_column_and_its_place_in_the_markdown() {
        Reading reading = Reading.of("One line.\n\nTwo {term}`heat pump` lines.");
        Role role = reading.roles().getFirst();
        assertThat(role.span()).hasToString("content/x.md:3:5");
        assertThat(reading.body().markdown().substring(role.start(), role.end()))
                .isEqualTo("{term}`heat pump`");
    }

    @Test
    void a_label_stands_before_the_target_in_angle_brackets() {
        Role role = Reading.of("{term}`those pumps <heat-pump>`").roles().getFirst();
        assertThat(role.label()).contains("those pumps");
        assertThat(role.target()).isEqualTo("heat-pump");
    }

    @Test
    void a_target_alone_in_angle_brackets_has_no_label() {
        Role role = Reading.of("{term}`<heat-pump>`").roles().getFirst();
        assertThat(role.label()).isEmpty();
        assertThat(role.target()).isEqualTo("heat-pump");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "**{figure}`a.b`**            | <p><strong>«figure a.b»</strong></p>",
                "_so {figure}`a.b` so_        | <p><em>so «figure a.b» so</em></p>",
                "~~{figure}`a.b`~~            | <p><del>«figure a.b»</del></p>",
                "({figure}`a.b`)              | <p>(«figure a.b»)</p>",
                "{figure}`a.b`{figure}`c.d`   | <p>«figure a.b»«figure c.d»</p>",
                "> {figure}`a.b`              | \"<blockquote>\n<p>«figure a.b»</p>\n</blockquote>\"",
            })
    void calls_work_inside_other_markup(String markdown, String html) {
        assertThat(Reading.of(markdown).html().strip().replaceAll("\\s*(</?blockquote>)\\s*", "$1"))
                .isEqualTo(html.strip().replace('\'', '"').replaceAll("\\s*(</?blockquote>)\\s*", "$1"));
    }

    @Test
    void calls_work_in_lists_tables_and_headings() {
        Reading reading = Reading.of("""
                ## With {figure}`a.b`

                - one {figure}`c.d`
                  - two {figure}`e.f`

                | Name | Value |
                |---|---|
                | {term}`x` | {figure}`g.h` |
                """);
        assertThat(reading.roles()).extracting(Role::target).containsExactly("a.b", "c.d", "e.f", "x", "g.h");
        assertThat(reading.roles())
                .extracting(role -> role.span().line() + ":" + role.span().column())
                .containsExactly("1:9", "3:7", "4:9", "8:3", "8:15");
    }

    @Test
    void a_heading_with_a_call_has_the_label_or_the_target_in_its_text() {
        Reading reading = Reading.of("# What {term}`a pump <pump>` costs: {figure}`a.b`");
        assertThat(reading.body().headings())
                .containsExactly(new Body.Heading(1, "what-a-pump-costs-a-b", "What a pump costs: a.b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`code`",
                "word `code`",
                "\\{figure}`a.b`",
                "{figure}``a.b``",
                "{figure} `a.b`",
                "{}`a.b`",
                "{1}`a.b`",
                "figure}`a.b`",
                "{fig ure}`a.b`"
            })
    void inline_code_without_a_name_right_before_it_stays_code(String markdown) {
        Reading reading = Reading.of(markdown);
        assertThat(reading.roles()).isEmpty();
        assertThat(reading.html()).contains("<code>");
    }

    @Test
    void an_escaped_brace_is_printed_without_its_back_slash() {
        assertThat(Reading.of("\\{figure}`a.b`").html()).isEqualTo("<p>{figure}<code>a.b</code></p>\n");
    }

    @Test
    void code_between_double_marks_shows_a_call_as_it_is_written() {
        assertThat(Reading.of("`` {figure}`a.b` ``").html()).isEqualTo("<p><code>{figure}`a.b`</code></p>\n");
    }

    @Test
    void a_call_that_names_nothing_is_told() {
        assertThat(Reading.of("See {figure}` ` here").rules()).containsExactly("1:5 empty-role");
    }

    @Test
    void any_name_is_a_call_and_judged_elsewhere() {
        assertThat(Reading.of("{no-such}`x`").html()).isEqualTo("<p>«no-such x»</p>\n");
    }

    @Test
    void calls_are_replaced_in_the_markdown_in_the_order_of_the_text() {
        Reading reading = Reading.of("""
                A[^1] {figure}`a.b`[^2]

                [^2]: two {figure}`e.f`
                [^1]: one {figure}`c.d`
                """);
        assertThat(reading.body().markdownWith(call -> "<" + ((Role) call).target() + ">", Body.Link::href))
                .isEqualTo("""
                A[^1] <a.b>[^2]

                [^2]: two <e.f>
                [^1]: one <c.d>
                """);
    }

    @Test
    void a_call_in_inline_text_has_no_paragraph_around_it() {
        assertThat(Reading.inline("# 1. About *{figure}`a.b`*").html()).isEqualTo("# 1. About <em>«figure a.b»</em>");
    }

    @Test
    void a_role_inside_a_link_is_told_since_links_do_not_nest() {
        assertThat(Reading.of("See [the {figure}`a.b` here](x.md).").rules()).containsExactly("1:10 role-in-link");
        assertThat(Reading.of("See {figure}`a.b` [here](x.md).").rules()).isEmpty();
    }
}
