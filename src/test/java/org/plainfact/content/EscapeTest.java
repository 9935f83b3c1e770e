package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](y \"a\\\" onclick=\\\"alert(1)\")",
                "[x](y 'a\" onclick=\"alert(1)')",
                "[x](y&quot;onclick=alert&#40;1&#41;)",
                "[x]: y 'a\" onclick=\"b'\n\n[x]",
                "![a\" onerror=\"alert(1)](y)",
                "![a&quot; onerror=&quot;alert(1)](y)",
                "```a\"onclick=\"b\nx\n```",
                "```a&quot;onclick=&quot;b\nx\n```",
                "# a\" onclick=\"b",
                "# x {title='a\" onclick=\"b'}",
                "`a\" onclick=\"b`",
                "https://e.org/a\"onclick=\"b",
                "| a\" onclick=\"b |\n|---|\n| <&> |"
            })
    void a_quotation_mark_cannot_leave_its_attribute(String markdown) {
        assertThat(Reading.of(markdown).html()).doesNotContainPattern("<[^>]*\"\\s*on\\w+=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert&#40;1&#41;)",
                "[x](JAVASCRIPT:x)",
                "[x](javascript&colon;x)",
                "[x](&#106;avascript:x)",
                "[x](&#x6A;ava&Tab;script:x)",
                "[x](java&NewLine;script:x)",
                "[x](&#1;javascript:x)",
                "[x](\\javascript:x)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](file:///etc/passwd)",
                "[x](//evil.example)",
                "[x](&#47;/evil.example)",
                "<javascript:alert(1)>",
                "![x](data:image/svg+xml;base64,AA==)",
                "![x](mailto:x@y.z)",
            })
    void an_address_that_is_not_allowed_is_left_out_and_told(String markdown) {
        Reading reading = Reading.of(markdown);
        assertThat(reading.html()).doesNotContain("href=").doesNotContain("src=");
        assertThat(reading.rules()).containsExactly("1:1 unsafe-link");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/?q=a&b#c https://example.org/?q=a&amp;b#c",
                "HTTPS://example.org HTTPS://example.org",
                "mailto:who@example.org mailto:who@example.org",
                "tel:+4930123 tel:+4930123",
                "../a/b.md?x#y ../a/b.md?x#y",
                "#here #here",
                "/root/ /root/",
                "a/b:c a/b:c",
                "größe.md größe.md",
                "a%20b a%20b",
                "100% 100%25",
                "a[b] a%5Bb%5D",
                "a\\\\b a%5Cb",
            })
    void an_address_that_is_allowed_is_printed_as_html_wants_it(String address, String printed) {
        Reading reading = Reading.of("[x](" + address + ")");
        assertThat(reading.html()).isEqualTo("<p><a href=\"" + printed + "\">x</a></p>\n");
        assertThat(reading.told()).isEmpty();
    }

    @Test
    void template_language_is_text() {
        assertThat(Reading.of("${x} <#if y> #{z}").html()).isEqualTo("<p>${x} &lt;#if y&gt; #{z}</p>\n");
    }

    @Test
    void control_characters_do_not_reach_a_page() {
        assertThat(Reading.of("a&#1;b&#0;c\u0085d").html()).isEqualTo("<p>a\uFFFDb\uFFFDc\uFFFDd</p>\n");
        assertThat(Reading.of("<b title=\"a&#1;b\">x</b>").html()).doesNotContain("\u0001");
    }
}
