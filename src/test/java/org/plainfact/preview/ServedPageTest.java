package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page as it is served: its script, and a policy no wider than that needs. */
class ServedPageTest {
    private static final String SCRIPT =
            "<script src=\"/_plainfact/preview.js\" data-path=\"x.html\" data-sha256=\"\" nonce=\"plainfact\" defer></script>\n";
    private static final String OURS = "http://localhost:8080/_plainfact/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><title>T</title>^</head><body>text",
                "<head><title>T</title>^</HEAD><body>text",
                "<head><title></head></title>^</head><body>text",
                "<head><script>'</head><body>'</script>^</head><body>text",
                "<head><!-- </head> -->^</head><body>text",
                "<head><meta content='</head>'>^</head><body>text",
                "<title>T</title>\n^<body>text",
                "<p>text alone^",
                "<p>text that is cut <^",
                "<title>never ends^",
                "^"
            })
    void the_script_stands_where_the_head_ends(String page) {
        assertThat(served(page.replace("^", ""), "")).isEqualTo(page.replace("^", SCRIPT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-src 'self' | default-src 'self'",
                "img-src 'none' | img-src 'none'",
                "default-src * | default-src *",
                "default-src 'none'; base-uri 'none' | default-src 'none'; base-uri 'none'; connect-src OURS;"
                        + " script-src-elem OURS; style-src-elem OURS",
                "script-src https://a.example; connect-src 'none' |"
                        + " script-src https://a.example; connect-src OURS; script-src-elem https://a.example OURS",
                "script-src 'nonce-a' 'strict-dynamic' | script-src 'nonce-a' 'strict-dynamic';"
                        + " script-src-elem 'nonce-a' 'strict-dynamic' 'nonce-plainfact'",
                "SCRIPT-SRC 'self'; style-src-elem 'unsafe-inline' | script-src 'self';"
                        + " style-src-elem 'unsafe-inline' OURS"
            })
    void a_policy_is_widened_by_what_the_preview_needs_and_no_more(String policy, String wider) {
        assertThat(Policy.of(policy).widened(OURS, "plainfact")).hasToString(wider.replace("OURS", OURS));
    }

    @Test
    void a_policy_in_a_page_is_replaced_where_it_is_too_strict() {
        String page = "<head><META HTTP-EQUIV=content-security-policy content=\"default-src &#39;none&#39;\"></head>";

        assertThat(served(page, ""))
                .isEqualTo("<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;"
                        + " connect-src " + OURS + "; script-src-elem " + OURS + "; style-src-elem " + OURS + "\">"
                        + SCRIPT
                        + "</head>");
    }

    @Test
    void a_policy_in_a_comment_or_a_script_is_left_alone() {
        String page = "<head><!--<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">-->"
                + "<script>\"<meta http-equiv='Content-Security-Policy' content='default-src'>\"</script></head>";

        assertThat(served(page, "")).isEqualTo(page.replace("</head>", SCRIPT + "</head>"));
    }

    @Test
    void what_is_to_be_said_more_stands_at_the_end_of_what_the_page_says() {
        assertThat(served("<head></head><main>text</main><footer></footer>", "<p>möre"))
                .isEqualTo("<head>" + SCRIPT + "</head><main>text<p>möre</main><footer></footer>");
    }

    @Test
    void a_path_cannot_break_out_of_its_attribute() {
        byte[] page =
                ServedPage.of("<head></head>".getBytes(UTF_8), "\"><script>.html", "", "http://localhost:8080", "");

        assertThat(new String(page, UTF_8)).contains("data-path=\"&quot;&gt;&lt;script&gt;.html\"");
    }

    private static String served(String page, String more) {
        return new String(ServedPage.of(page.getBytes(UTF_8), "x.html", "", "http://localhost:8080", more), UTF_8);
    }
}
