package org.plainfact.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ValidatorTest {
    /** As many footnotes as a text of the largest size can have. */
    @Test
    @Timeout(60)
    void a_page_of_very_many_elements_takes_time_in_proportion_to_them() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><title>T</title><body>\n");
        for (int i = 0; i < 13_000; i++) {
            page.append("<p>x<sup><a href=\"#n%1$d\" id=\"r%1$d\">%1$d</a></sup></p>\n".formatted(i));
        }
        page.append("<ol>\n");
        for (int i = 0; i < 13_000; i++) {
            page.append("<li id=\"n%1$d\"><p>y <a href=\"#r%1$d\">back</a></p></li>\n".formatted(i));
        }

        assertThat(new Validator().errors((page + "</ol></body></html>").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private final Validator validator = new Validator();

    @Test
    void a_valid_page_has_no_errors() {
        assertThat(validator.errors(page("<p>Words"))).isEmpty();
    }

    @Test
    void each_error_is_told_once_with_its_place() {
        assertThat(validator.errors(page("<p><div>a</div>\n<center>b</center>\n<center>c</center>")))
                .containsExactly("2:1 The “center” element is obsolete. Use CSS instead");
        assertThat(validator.faults(page("<center>b</center>")).getFirst().extract())
                .isEqualTo("<center>b</center>");
    }

    /** In the checker each error costs as much as there are before it. */
    @Test
    @Timeout(60)
    void a_page_of_very_many_errors_is_told_to_be_one() {
        List<String> errors = validator.errors(page("<center>b</center>\n".repeat(100_000)));

        assertThat(errors)
                .containsExactly(
                        "1:46 The “center” element is obsolete. Use CSS instead",
                        "1001:1 More than 1000 errors: what follows is not looked at");
        assertThat(validator.errors(page("<p>Words"))).isEmpty();
    }

    @Test
    void what_has_a_rule_of_its_own_is_left_to_it() {
        assertThat(validator.errors(page("<p id=a><b id=a>x</b><img src=a.png>")))
                .isNotEmpty();
        assertThat(validator.faults(page("<p id=a><b id=a>x</b><img src=a.png>")))
                .isEmpty();
    }

    @Test
    void pages_can_be_judged_by_several_threads() {
        List<Integer> errors = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> validator
                        .errors(page(i % 2 == 0 ? "<p>a" : "<center>a</center>"))
                        .size())
                .toList();

        assertThat(errors).isEqualTo(IntStream.range(0, 40).mapToObj(i -> i % 2).toList());
    }

    @Test
    void what_is_hardly_a_page_is_judged_too() {
        assertThat(validator.errors(new byte[0])).isNotEmpty();
        assertThat(validator.errors("<div>".repeat(5_000).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    private static byte[] page(String html) {
        return ("<!doctype html><html lang=en><title>T</title>" + html).getBytes(StandardCharsets.UTF_8);
    }
}
