package org.plainfact.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidowsTest {
    /** {@code ~} stands for a space that does not break. */
    @ParameterizedTest
    @CsvSource({
        "<p>Save this for later</p>, <p>Save this for~later</p>",
        "<p>Whoever has it can let it.</p>, <p>Whoever has it can let~it.</p>",
        "<h1>Where do the megawatts go?</h1>, <h1>Where do the megawatts go?</h1>",
        "<p>Where do the megawatts go?</p>, <p>Where do the megawatts~go?</p>",
        "<p>What is kept and what is left unexplained</p>, <p>What is kept and what is left unexplained</p>",
        "<p>Two words</p>, <p>Two words</p>",
        "<p>It is to be <em>not</em></p>, <p>It is to be <em>not</em></p>"
    })
    void a_short_last_word_is_bound_to_the_one_before_it(String html, String joined) {
        Document document = Jsoup.parse(html);

        Widows.join(document);

        assertThat(document.body().html().replace("&nbsp;", "~")).isEqualTo(joined);
    }
}
