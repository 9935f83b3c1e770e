package org.plainfact.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {
    @Test
    void a_page_in_order_has_no_faults() {
        assertThat(rules("<p><a href=/x/>The method</a> <img src=a.png alt=''><p><button>Go</button>"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "link-without-text | <a href=/x/></a>",
                "link-without-text | <a href=/x/><img src=a.png alt=''></a>",
                "link-without-text | <button></button>",
                "vague-link-text | <a href=/x/>Click here!</a>",
                "vague-link-text | <a href=/x/>https://example.org/x</a>",
                "image-without-alt | <img src=a.png>",
                "image-without-alt | <svg role=img></svg>",
                "alt-is-file-name | <img src=a.png alt=IMG_0042.JPG>",
                "field-without-label | <input type=search>",
                "table-without-headers | <table><tr><td>a</table>",
                "table-without-headers | <table><tr><th>a</table>",
                "duplicate-id | <p id=a><b id=a>x</b>",
                "skipped-heading-level | <h2>a</h2><h4>b</h4>",
                "page-heading | <h1>Another</h1>",
                "landmark | </main><main>",
                "landmark | </main><p>Lost words.</p>",
                "landmark | <nav aria-label=a></nav><nav aria-label=a></nav>"
            })
    void what_somebody_would_miss_is_found(String rule, String html) {
        assertThat(rules(html)).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=/x/><img src=a.png alt='The method'></a>",
                "<a href=/x/ aria-label='The method'></a>",
                "<a href=/x/><svg><title>The method</title></svg></a>",
                "<a href=/x/ hidden></a>",
                "<svg role=img><title>A pump</title></svg>",
                "<span aria-hidden=true><svg role=img></svg></span>",
                "<label for=q>Search</label><input id=q>",
                "<label>Search <input></label>",
                "<input type=hidden name=x>",
                "<table role=presentation><tr><td>a</table>",
                "<nav aria-label=a></nav><nav aria-labelledby=t></nav><p id=t>b</p>",
                "<h2>a</h2><h3>b</h3><h2>c</h2>"
            })
    void what_has_a_name_by_other_means_passes(String html) {
        assertThat(rules(html)).isEmpty();
    }

    @Test
    void words_that_are_vague_in_english_are_left_alone_in_other_languages() {
        String page = page("<a href=/x/>more</a>").replace("lang=en", "lang=de");

        assertThat(faults(page)).isEmpty();
    }

    @Test
    void a_page_without_language_main_and_heading_lacks_three_things() {
        assertThat(faults("<!doctype html><title>T</title><header>A</header>").stream()
                        .map(Fault::rule))
                .containsExactly("page-language", "landmark", "page-heading");
    }

    @Test
    void a_page_that_only_sends_on_needs_no_landmarks() {
        assertThat(faults("<!doctype html><html lang=en><title>T</title><meta http-equiv=refresh content='0; url=/'>"
                        + "<p><a href=/>The front page</a>"))
                .isEmpty();
    }

    @Test
    void a_fault_stands_where_its_element_does() {
        Fault fault = faults(page("<p>a</p>\n  <img src=a.png>")).getFirst();

        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo(3);
        assertThat(fault.extract()).isEqualTo("<img src=\"a.png\">");
    }

    private static List<String> rules(String html) {
        return faults(page(html)).stream().map(Fault::rule).toList();
    }

    private static String page(String html) {
        return "<!doctype html><html lang=en><title>T</title><body><main><h1>T</h1>" + html;
    }

    private static List<Fault> faults(String page) {
        return Structure.faults(Printed.read(page.getBytes(StandardCharsets.UTF_8)));
    }
}
