package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.content.ContentOptions.RawHtml;

class RawHtmlTest {
    @Test
    void harmless_html_stays() {
        Reading reading = Reading.of("""
                A <kbd>Ctrl</kbd> key, H<sub>2</sub>O.

                <details>
                <summary>More</summary>

                Words and {figure}`a.b`.

                </details>
                """);
        assertThat(reading.html())
                .contains("<kbd>Ctrl</kbd>")
                .contains("H<sub>2</sub>O")
                .contains("<summary>More</summary>")
                .contains("<p>Words and «figure a.b».</p>")
                .contains("</details>");
        assertThat(reading.told()).isEmpty();
    }

    @Test
    void what_markdown_made_survives_beside_raw_html() {
        String markdown = """
                ## Head {#h .c}

                - [x] task

                | a | b |
                |---|--:|
                | 1 | {figure}`a.b` |

                ```{table} t
                ```

                ```java
                 a
                ```

                3. three

                Note[^1] <https://example.org/?a=1&b=2> ![alt](x.png "T")

                [^1]: n
                """;
        Reading plain = Reading.of(markdown);
        Reading cleaned = Reading.of(markdown + "\n<hr>\n");
        // Order and writing of a box's attributes is jsoup's.
        String expected = plain.html()
                .replace("<input type=\"checkbox\" disabled checked>", "<input checked disabled type=\"checkbox\">");
        assertThat(cleaned.html().replace("<hr>\n", "")).isEqualTo(expected);
        assertThat(cleaned.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "x <script>alert(1)</script> y",
                "<img src=x onerror=alert(1)>",
                "<b onclick=\"alert(1)\">x</b>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java&#x09;script:alert(1)\">x</a>",
                "<a href=\" &#14;javascript:alert(1)\">x</a>",
                "<A HREF=JaVaScRiPt:alert(1)>x</A>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"vbscript:x\">x</a>",
                "<iframe src=\"//evil.example\"></iframe>",
                "<object data=\"x.swf\"></object>",
                "<embed src=\"x.swf\">",
                "<form action=\"//evil.example\"><input name=q><button>x</button></form>",
                "<style>body{display:none}</style>",
                "<p style=\"position:fixed\">x</p>",
                "<base href=\"//evil.example/\">",
                "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
                "<link rel=stylesheet href=\"//evil.example/x.css\">",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
                "<template><script>alert(1)</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
                "<!-- x --> <script>alert(1)</script>",
                "<body onload=alert(1)>",
                "<video src=x onloadstart=alert(1)></video>",
                "<a href=\"x\" target=_blank ping=\"//evil.example\">x</a>"
            })
    void what_runs_loads_submits_or_restyles_is_removed_and_told(String html) {
        Reading reading = Reading.of("Before {figure}`a.b`.\n\n" + html + "\n\nAfter.\n");
        assertThat(reading.html()).contains("«figure a.b»").contains("After");
        for (Element element : Jsoup.parseBodyFragment(reading.html()).body().getAllElements()) {
            assertThat(element.normalName()).isIn("body", "p", "a", "b", "img", "input");
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).isIn("href", "src", "alt", "title", "type", "disabled");
                assertThat(attribute.getValue()).doesNotContain("script:").doesNotContain("data:");
            }
        }
        assertThat(reading.rules()).contains("3:" + (html.startsWith("x ") ? 3 : 1) + " unsafe-html");
    }

    @Test
    void what_is_clean_stays_as_it_is_when_cleaned_again() {
        String once = Sanitiser.clean("<p onclick=x>a <b>b</i> &amp; <a href='x y'>c</a><td>d<script>e");
        assertThat(Sanitiser.clean(once)).isEqualTo(once);
    }

    @Test
    void a_call_inside_removed_html_is_told() {
        Reading reading = Reading.of("a <select>{figure}`a.b`</select> <script>{figure}`c.d`</script>");
        assertThat(reading.rules()).contains("1:42 inside-removed-html");
    }

    @Test
    void a_call_in_an_html_block_is_text_and_told() {
        assertThat(Reading.of("<div>\n{figure}`a.b`\n</div>\n").rules()).containsExactly("1:1 role-in-html");
    }

    @Test
    void html_in_text_cannot_forge_a_call() {
        assertThat(Reading.of("{figure}`a.b` <b title=\"&#xFDD0;0&#xFDD1;\">x</b>")
                        .rules())
                .containsExactly("1:25 not-a-character");
        assertThat(Reading.of("{figure}`a.b` \uFDD00\uFDD1 <b>x</b>").rules()).containsExactly("1:15 not-a-character");
        assertThat(Reading.of("&#64976;0&#64977; <b>x</b>").rules()).containsExactly("1:1 not-a-character");
    }

    @Test
    void ids_in_html_are_given_once() {
        assertThat(Reading.of("# A\n\n<p id=\"a\">x</p>\n").rules()).containsExactly("3:1 duplicate-id");
    }

    @Test
    void links_in_html_are_recorded() {
        Reading reading = Reading.of("<a href=\"../faq/x.md\">x</a> <img src=\"p.png\" alt=\"p\">\n");
        assertThat(reading.body().links()).extracting(Body.Link::href).containsExactly("../faq/x.md", "p.png");
    }

    @Test
    void a_site_that_trusts_its_authors_keeps_html_as_written() {
        Reading reading = Reading.of(
                "<video controls>\n</video>\n\n{figure}`a.b`\n",
                ContentOptions.standard().withRawHtml(RawHtml.TRUST));
        assertThat(reading.html()).isEqualTo("<video controls>\n</video>\n<p>«figure a.b»</p>\n");
        assertThat(reading.told()).isEmpty();
    }
}
