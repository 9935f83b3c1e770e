package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plainfact.content.Body.Part.Directive;

class DirectiveTest {
    @Test
    void a_fence_with_a_name_in_braces_is_a_directive() {
        Reading reading = Reading.of("""
                Before.

                ```{table} measured-pumps
                :caption: What a *meter* saw
                :limit: 3
                ```

                After.
                """);
        assertThat(reading.html()).isEqualTo("<p>Before.</p>\n«table measured-pumps»<p>After.</p>\n");
        Directive table = reading.directives().getFirst();
        assertThat(table.options()).containsOnlyKeys("caption", "limit");
        assertThat(table.option("limit").orElseThrow().text()).isEqualTo("3");
        assertThat(Reading.html(table.option("caption").orElseThrow().inline())).isEqualTo("What a <em>meter</em> saw");
        assertThat(table.option("limit").orElseThrow().span()).hasToString("content/x.md:5:1");
        assertThat(table.body()).isEqualTo(Body.EMPTY);
        assertThat(table.span()).hasToString("content/x.md:3:1");
        assertThat(reading.told()).isEmpty();
    }

    @Test
    void the_rest_of_the_block_is_markdown() {
        Reading reading = Reading.of("""
                ```{callout} note
                :title: Mind

                Some **words** and {figure}`a.b`.
                ```
                """);
        Directive callout = reading.directives().getFirst();
        assertThat(Reading.html(callout.body())).isEqualTo("<p>Some <strong>words</strong> and «figure a.b».</p>\n");
        assertThat(callout.argument()).isEqualTo("note");
    }

    @Test
    void a_call_inside_knows_its_line_in_the_file_and_its_place_in_the_inner_markdown() {
        Reading reading = Reading.of("""
                - item

                  ````{callout} note
                  :title: A {figure}`t.t`

                  > quoted
                  > ```{callout} example
                  > deep {figure}`a.b`
                  > ```
                  ````
                """);
        Directive outer = reading.directives().getFirst();
        assertThat(outer.span()).hasToString("content/x.md:3:3");
        Body.Part.Role title = (Body.Part.Role)
                outer.option("title").orElseThrow().inline().parts().getLast();
        assertThat(title.span()).hasToString("content/x.md:4:13");
        Directive inner = (Directive) outer.body().parts().stream()
                .filter(Directive.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(inner.span()).hasToString("content/x.md:7:5");
        Body.Part.Role deep = (Body.Part.Role) inner.body().parts().get(1);
        assertThat(deep.span()).hasToString("content/x.md:8:10");
        assertThat(inner.body().markdown().substring(deep.start(), deep.end())).isEqualTo("{figure}`a.b`");
        assertThat(reading.told()).isEmpty();
    }

    @Test
    void directives_nest_by_longer_fences_and_by_tildes() {
        Reading reading = Reading.of("""
                ~~~{callout} a
                ```{callout} b
                text
                ```
                ~~~
                """);
        Directive outer = reading.directives().getFirst();
        assertThat(outer.argument()).isEqualTo("a");
        assertThat(Reading.html(outer.body())).isEqualTo("«callout b»");
    }

    @Test
    void directives_nested_too_deeply_are_told() {
        StringBuilder text = new StringBuilder();
        for (int i = 12; i > 0; i--) {
            text.append("`".repeat(i + 2)).append("{callout} n\n");
        }
        text.append("core\n");
        for (int i = 1; i <= 12; i++) {
            text.append("`".repeat(i + 2)).append('\n');
        }
        assertThat(Reading.of(text.toString()).rules()).containsExactly("10:1 nested-too-deeply");
    }

    @Test
    void a_directive_replaced_in_the_markdown_keeps_the_text_around_it() {
        Reading reading = Reading.of("a\n\n```{table} t\n```\n\nb\n");
        assertThat(reading.body().markdownWith(call -> "TABLE", Body.Link::href))
                .isEqualTo("a\n\nTABLE\n\nb\n");
    }

    @Test
    void a_directive_that_is_not_closed_is_told() {
        assertThat(Reading.of("a\n\n```{table} t\n\nmore text\n").rules()).containsExactly("3:1 unclosed-fence");
    }

    @Test
    void an_option_given_twice_is_told_with_the_first_line() {
        Reading reading = Reading.of("```{table} t\n:caption: a\n:caption: b\n```\n");
        assertThat(reading.told().getFirst())
                .startsWith("content/x.md:3:1: error: the option caption is given twice; first in line 2");
    }

    @Test
    void an_option_without_its_second_colon_is_told() {
        assertThat(Reading.of("```{table} t\n:caption What it is\n```\n").rules())
                .containsExactly("2:1 not-an-option");
    }

    @Test
    void options_end_at_the_first_line_that_is_none() {
        Directive directive = Reading.of("```{faq}\n:topic: heat\ntext\n:no: option\n```\n")
                .directives()
                .getFirst();
        assertThat(directive.options()).containsOnlyKeys("topic");
        assertThat(directive.body().markdown()).isEqualTo("text\n:no: option\n");
    }

    @Test
    void a_fence_with_a_language_stays_code() {
        Reading reading = Reading.of("```text\nint x = 1 < 2;\n```\n");
        assertThat(reading.html())
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-text\">int x = 1 &lt; 2;\n</code></pre>\n");
    }

    @Test
    void a_brace_without_a_name_is_code_and_told() {
        Reading reading = Reading.of("```{.java}\nx\n```\n");
        assertThat(reading.rules()).containsExactly("1:1 not-a-directive");
        assertThat(reading.html()).contains("<pre tabindex=\"0\"><code");
    }

    @Test
    void windows_line_ends_do_not_reach_values() {
        Reading reading = Reading.of("```{table} t\r\n:caption: a b\r\n\r\nx {figure}`a.b`\r\n```\r\n");
        Directive table = reading.directives().getFirst();
        assertThat(table.argument()).isEqualTo("t");
        assertThat(table.option("caption").orElseThrow().text()).isEqualTo("a b");
        Body.Part.Role role = (Body.Part.Role) table.body().parts().get(1);
        assertThat(role.span()).hasToString("content/x.md:4:3");
    }
}
