package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void markup_is_taken_away_and_entities_are_resolved() {
        assertThat(PlainText.of("<p>Heat &amp; <em>work</em>.</p><ul><li>a</li><li>b</li></ul>"))
                .isEqualTo("Heat & work. a b");
    }

    @Test
    void what_looks_like_markup_in_text_stays_text() {
        assertThat(PlainText.of("<p>1 &lt; 2 &lt;b&gt;</p>")).isEqualTo("1 < 2 <b>");
    }

    @Test
    void words_are_counted_between_tags() {
        assertThat(PlainText.words("<p>One <em>two</em>, H<sub>2</sub>O &amp; it's</p><p>five</p>"))
                .isEqualTo(5);
    }

    @Test
    void words_of_a_body_count_calls_and_texts_in_directives() {
        assertThat(PlainText.words(
                        Reading.of("Three {figure}`a.b` {term}`long words <x>`\n\n```{callout} n\nTwo more.\n```\n")
                                .body()))
                .isEqualTo(6);
    }
}
