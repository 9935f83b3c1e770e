package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeBlockTest {
    @Test
    void code_of_a_known_language_has_its_words_told_apart() {
        assertThat(Reading.of("```sql\nselect 'a<b' -- all\n```\n").html())
                .isEqualTo(
                        "<pre tabindex=\"0\"><code class=\"language-sql\"><span class=\"code-keyword\">select</span> "
                                + "<span class=\"code-string\">'a&lt;b'</span> <span class=\"code-comment\">-- all</span>\n"
                                + "</code></pre>\n");
    }

    @Test
    void code_of_no_or_an_unknown_language_is_plain_and_not_told() {
        Reading reading = Reading.of("```\nselect\n```\n\n```klingon\nselect\n```\n");

        assertThat(reading.html())
                .isEqualTo(
                        "<pre tabindex=\"0\"><code>select\n</code></pre>\n<pre tabindex=\"0\"><code class=\"language-klingon\">select\n</code></pre>\n");
        assertThat(reading.rules()).isEmpty();
    }

    @Test
    void code_in_a_list_is_told_apart_without_what_stands_before_its_lines() {
        assertThat(Reading.of("- a\n\n  ```sql\n  select\n  ```\n").html())
                .contains(
                        "<pre tabindex=\"0\"><code class=\"language-sql\"><span class=\"code-keyword\">select</span>\n</code></pre>");
    }

    @Test
    void code_beside_raw_html_keeps_its_classes() {
        assertThat(Reading.of("<b>x</b>\n\n```sql\nselect\n```\n").html())
                .contains("<span class=\"code-keyword\">select</span>");
    }

    @Test
    void what_html_does_not_allow_is_replaced_in_code_too() {
        assertThat(Reading.of("```java\na\u0001b\n```\n").html()).contains("a\uFFFDb");
    }
}
