package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The preview answers as a real host does. */
class PreviewServerTest {
    private static final Map<String, String> SITE = Map.of(
            "index.html", Views.page("Home", "<h1>Home</h1>"),
            "articles/x/index.html", Views.page("X", "<h1>X</h1>"),
            "articles/brücke/index.html", Views.page("Brücke", "<h1>Brücke</h1>"),
            "404.html", Views.page("Lost", "<h1>Lost</h1>"),
            "assets/site.css", "body { color: black }",
            "feed.xml", "<feed/>",
            "a b.txt", "spaced");

    private PreviewServer preview;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        start(Views.of(SITE));
    }

    private void start(View view) throws IOException {
        stop();
        preview = PreviewServer.start(new PreviewServer.Options("127.0.0.1", 0, Set.of()), view);
        http = new Http(preview.address().getPort());
    }

    @AfterEach
    void stop() {
        if (preview != null) {
            preview.close();
        }
    }

    @Test
    void a_folder_answers_with_its_page() throws IOException {
        assertThat(http.get("/articles/x/").status()).isEqualTo(200);
        assertThat(http.get("/articles/x/").text()).contains("<h1>X</h1>");
        assertThat(http.get("/").text()).contains("<h1>Home</h1>");
    }

    @Test
    void an_address_without_its_last_slash_leads_to_the_page_and_keeps_its_query() throws IOException {
        Http.Reply reply = http.get("/articles/x?q=1&r=%2F");

        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("location")).isEqualTo("/articles/x/?q=1&r=%2F");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void an_address_with_escapes_is_decoded_once() throws IOException {
        assertThat(http.get("/articles/br%C3%BCcke/").text()).contains("Brücke");
        assertThat(http.get("/a%20b.txt").text()).isEqualTo("spaced");
        assertThat(http.get("/a%2520b.txt").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/assets/site.css, text/css; charset=utf-8",
        "/feed.xml, application/xml; charset=utf-8",
        "/a%20b.txt, text/plain; charset=utf-8"
    })
    void a_file_says_what_it_is(String address, String type) throws IOException {
        assertThat(http.get(address).header("content-type")).isEqualTo(type);
    }

    @Test
    void a_file_is_sent_byte_for_byte_unless_it_is_a_page() throws IOException {
        assertThat(http.get("/assets/site.css").text()).isEqualTo("body { color: black }");
    }

    @Test
    void a_page_gets_one_script_in_its_head_and_is_otherwise_sent_as_it_is() throws IOException {
        String page = SITE.getOrDefault("articles/brücke/index.html", "");
        String sha256 = Views.sha256(page.getBytes(UTF_8));

        String sent = http.get("/articles/br%C3%BCcke/").text();

        String script = "<script src=\"/_plainfact/preview.js\" data-path=\"articles/brücke/index.html\" data-sha256=\""
                + sha256 + "\" nonce=\"" + sha256.substring(0, 32) + "\" defer></script>\n";
        assertThat(sent).isEqualTo(page.replace("</head>", script + "</head>"));
    }

    @Test
    void a_missing_address_answers_with_the_sites_own_page() throws IOException {
        Http.Reply reply = http.get("/nowhere/");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("<h1>Lost</h1>");
        assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
    }

    @Test
    void a_missing_address_is_told_what_may_have_been_meant() throws IOException {
        assertThat(http.get("/article/x/").text()).contains("<a href=\"/articles/x/\">");
        assertThat(http.get("/x").text()).contains("<a href=\"/articles/x/\">");
        assertThat(http.get("/something/quite/else/").text()).doesNotContain("plainfact-near");
    }

    @Test
    void a_site_without_a_page_for_lost_readers_gets_one_from_the_preview() throws IOException {
        start(Views.of(Map.of("index.html", "<p>Home")));

        assertThat(http.get("/nowhere/").status()).isEqualTo(404);
        assertThat(http.get("/nowhere/").text()).contains("There is no page at this address");
    }

    @Test
    void head_answers_as_get_does_without_the_body() throws IOException {
        Http.Reply get = http.get("/articles/x/");
        Http.Reply head = http.send("HEAD", "/articles/x/");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("content-length")).isEqualTo(String.valueOf(get.body().length));
        assertThat(head.header("etag")).isEqualTo(get.header("etag"));
    }

    @Test
    void a_file_that_the_browser_has_is_not_sent_again() throws IOException {
        for (String address : List.of("/", "/assets/site.css")) {
            String tag = http.get(address).header("etag");
            assertThat(tag).startsWith("\"").endsWith("\"");

            Http.Reply again = http.get(address, "If-None-Match: \"other\", W/" + tag);

            assertThat(again.status()).as(address).isEqualTo(304);
            assertThat(again.header("etag")).isEqualTo(tag);
            assertThat(http.get(address, "If-None-Match: \"other\"").status()).isEqualTo(200);
            assertThat(http.get(address).header("cache-control")).isEqualTo("no-cache");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, body, bytes 0-3/21",
        "bytes=14-, black }, bytes 14-20/21",
        "bytes=-2, ' }', bytes 19-20/21",
        "bytes=19-99, ' }', bytes 19-20/21"
    })
    void a_part_is_sent_where_one_is_asked_for(String range, String part, String told) throws IOException {
        Http.Reply reply = http.get("/assets/site.css", "Range: " + range);

        assertThat(reply.status()).isEqualTo(206);
        assertThat(reply.text()).isEqualTo(part);
        assertThat(reply.header("content-range")).isEqualTo(told);
    }

    @Test
    void a_part_beyond_the_end_cannot_be_sent() throws IOException {
        Http.Reply reply = http.get("/assets/site.css", "Range: bytes=21-");

        assertThat(reply.status()).isEqualTo(416);
        assertThat(reply.header("content-range")).isEqualTo("bytes */21");
    }

    @Test
    void a_part_of_another_version_is_not_sent() throws IOException {
        String tag = http.get("/assets/site.css").header("etag");

        assertThat(http.get("/assets/site.css", "Range: bytes=0-3", "If-Range: " + tag)
                        .status())
                .isEqualTo(206);
        assertThat(http.get("/assets/site.css", "Range: bytes=0-3", "If-Range: \"old\"")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1, 4-5", "lines=1-2", "bytes=-", "bytes=3-1x"})
    void a_range_that_is_not_understood_is_passed_over(String range) throws IOException {
        assertThat(http.get("/assets/site.css", "Range: " + range).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/brücke, /br%C3%BCcke", "/a%20b, /a%20b"})
    void a_base_path_may_have_any_letters(String base, String sent) throws IOException {
        start(Views.at(base, SITE));

        assertThat(http.get("/").header("location")).isEqualTo(sent + "/");
        assertThat(http.get(sent + "/articles/x/").text()).contains("<h1>X</h1>");
        assertThat(http.get(sent + "/articles/x").header("location")).isEqualTo(sent + "/articles/x/");
    }

    @Test
    void a_site_below_a_base_path_is_served_there() throws IOException {
        start(Views.at("/sub", SITE));

        assertThat(http.get("/sub/articles/x/").text()).contains("<h1>X</h1>");
        assertThat(http.get("/sub/articles/x").header("location")).isEqualTo("/sub/articles/x/");
        assertThat(http.get("/?q=1").status()).isEqualTo(302);
        assertThat(http.get("/?q=1").header("location")).isEqualTo("/sub/?q=1");
        assertThat(http.get("/sub").header("location")).isEqualTo("/sub/");
        assertThat(preview.address().getPath()).isEqualTo("/sub/");
    }

    @Test
    void an_address_outside_the_base_path_leads_nowhere_but_says_where_the_site_is() throws IOException {
        start(Views.at("/sub", SITE));

        assertThat(http.get("/articles/x/").status()).isEqualTo(404);
        assertThat(http.get("/articles/x/").text()).contains("<a href=\"/sub/\">/sub/</a>");
        assertThat(http.get("/subway/").status()).isEqualTo(404);
    }

    @Test
    void before_the_first_good_build_every_page_says_that_there_is_no_site_yet() throws IOException {
        start(Views.with(Views.of(Map.of()), Views.error()));

        Http.Reply reply = http.get("/articles/x/");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text())
                .contains("There is no site yet")
                .contains("data-path=\"articles/x/index.html\" data-sha256=\"\"");
        assertThat(http.get("/assets/site.css").status()).isEqualTo(404);
    }

    @Test
    void the_newest_view_is_served() throws IOException {
        preview.show(Views.of(Map.of("index.html", Views.page("New", "<h1>New</h1>"))));

        assertThat(http.get("/").text()).contains("<h1>New</h1>");
        assertThat(http.get("/articles/x/").status()).isEqualTo(404);
    }

    @Test
    void a_page_is_asked_for_each_time_it_is_served() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        byte[] bytes = "<p>Home".getBytes(UTF_8);
        File page = new File("index.html", Views.sha256(bytes), bytes.length, () -> {
            reads.incrementAndGet();
            return bytes;
        });
        start(new View("", only(page), List.of(), List.of(), address -> List.of()));
        assertThat(reads).hasValue(0);

        http.get("/");
        http.get("/");

        assertThat(reads).hasValue(2);
    }

    @Test
    void a_file_that_cannot_be_read_is_said_to_be_so() throws IOException {
        File page = new File("index.html", "0".repeat(64), 1, () -> {
            throw new IOException("the disk has gone");
        });
        start(new View("", only(page), List.of(), List.of(), address -> List.of()));

        assertThat(http.get("/").status()).isEqualTo(500);
        assertThat(http.get("/").text()).contains("the disk has gone");
    }

    @Test
    void a_page_that_is_not_in_utf_8_keeps_its_bytes() throws IOException {
        byte[] bytes = "<head></head><p>caf\u00e9".getBytes(ISO_8859_1);
        start(new View("", only(Views.file("index.html", bytes)), List.of(), List.of(), address -> List.of()));

        assertThat(new String(http.get("/").body(), ISO_8859_1)).endsWith("</head><p>caf\u00e9");
    }

    @Test
    void the_findings_are_a_page_and_say_what_the_command_line_says() throws IOException {
        preview.show(Views.with(Views.of(SITE), Views.warning(), Views.error()));

        String text = http.get("/_plainfact/findings").text();

        assertThat(text.replaceAll("<[^>]*>", ""))
                .contains("data/formulas.json:12:20: error: there is no input &quot;enregy&quot; [unknown-name]")
                .contains("hint: did you mean &quot;energy&quot;?")
                .contains("&lt;b&gt;water&lt;/b&gt;");
        assertThat(text).contains("&quot;<mark>enregy</mark> * mass");
        assertThat(text.indexOf("unknown-name")).isLessThan(text.indexOf("long-title"));
    }

    @Test
    void the_drafts_are_a_page_with_links_to_where_the_preview_shows_them() throws IOException {
        preview.show(new View(
                "",
                Views.files(SITE),
                List.of(),
                List.of(
                        new Unpublished(
                                "content/articles/x.md",
                                "X & Y",
                                "draft",
                                Optional.empty(),
                                Optional.of("/articles/x/")),
                        new Unpublished(
                                "content/articles/z.md",
                                "Z",
                                "scheduled",
                                Optional.of("2027-01-01"),
                                Optional.empty())),
                address -> List.of()));

        assertThat(http.get("/_plainfact/drafts").text())
                .contains("<a href=\"/articles/x/\">X &amp; Y</a>")
                .contains("scheduled</span> · 2027-01-01")
                .contains("content/articles/z.md");
    }

    @Test
    void the_working_of_a_figure_is_plain_text() throws IOException {
        start(new View(
                "",
                Views.files(SITE),
                List.of(),
                List.of(),
                address -> address.equals("one-mug.energy") ? List.of("energy = 84 kJ", "  mass 0.25 kg") : List.of()));

        Http.Reply reply = http.get("/_plainfact/figures/one-mug.energy");
        assertThat(reply.text()).isEqualTo("energy = 84 kJ\n  mass 0.25 kg\n");
        assertThat(reply.header("content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(http.get("/_plainfact/figures/other").status()).isEqualTo(404);
    }

    @Test
    void the_state_of_a_page_names_its_hash_and_counts_the_findings() throws IOException {
        preview.show(Views.with(Views.of(SITE), Views.warning(), Views.error()));
        String sha256 =
                Views.sha256(SITE.getOrDefault("articles/x/index.html", "").getBytes(UTF_8));

        assertThat(http.get("/_plainfact/state?path=articles%2Fx%2Findex.html").status())
                .isEqualTo(400);
        assertThat(http.get("/_plainfact/state?path=articles/x/index.html").text())
                .contains("\"errors\":1,\"warnings\":1")
                .contains("\"sha256\":\"" + sha256 + "\"");
        assertThat(http.get("/_plainfact/state?path=gone.html").text()).contains("\"sha256\":\"\"");
    }

    @Test
    void the_next_free_port_is_taken_where_none_is_named() throws IOException {
        try (PreviewServer second =
                PreviewServer.start(new PreviewServer.Options("127.0.0.1", 0, Set.of()), Views.of(SITE))) {
            assertThat(second.address().getPort())
                    .isGreaterThan(preview.address().getPort());
            assertThat(preview.address().getPort()).isGreaterThanOrEqualTo(8080);
        }
    }

    @Test
    void a_port_in_use_is_told_in_one_line() {
        int port = preview.address().getPort();

        assertThatExceptionOfType(PortTaken.class)
                .isThrownBy(() -> PreviewServer.start(
                                new PreviewServer.Options("127.0.0.1", port, Set.of()), Views.of(SITE))
                        .close())
                .withMessage("port " + port + " of 127.0.0.1 is in use; name another port, or 0 for the next free one");
    }

    private static Files only(File file) {
        Map<String, File> files = new TreeMap<>(Map.of(file.path(), file));
        return new Files() {
            @Override
            public Optional<File> find(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public List<String> paths() {
                return new ArrayList<>(files.keySet());
            }
        };
    }
}
