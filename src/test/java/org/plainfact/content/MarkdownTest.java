package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @Test
    void paragraphs_emphasis_and_code() {
        assertThat(Reading.of("One *two* **three** `four < five`\nsix  \nseven").html())
                .isEqualTo(
                        "<p>One <em>two</em> <strong>three</strong> <code>four &lt; five</code>\nsix<br>\nseven</p>\n");
    }

    @Test
    void lists_are_tight_or_loose() {
        assertThat(Reading.of("- a\n- b\n").html()).isEqualTo("<ul><li>a</li>\n<li>b</li>\n</ul>\n");
        assertThat(Reading.of("3. a\n\n4. b\n").html())
                .isEqualTo("<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n");
    }

    @Test
    void tasks_are_boxes_that_cannot_be_ticked() {
        assertThat(Reading.of("- [x] done\n- [ ] open\n").html())
                .isEqualTo(
                        "<ul><li class=\"task\"><label><input type=\"checkbox\" disabled checked> done</label></li>\n"
                                + "<li class=\"task\"><label><input type=\"checkbox\" disabled> open</label></li>\n</ul>\n");
    }

    @Test
    void the_words_of_a_task_name_its_box_and_what_follows_them_does_not() {
        assertThat(Reading.of("- [ ] open\n  - within\n").html())
                .isEqualTo("<ul><li class=\"task\"><label><input type=\"checkbox\" disabled> open</label>"
                        + "<ul><li>within</li>\n</ul>\n</li>\n</ul>\n");
        assertThat(Reading.of("- [ ] one\n\n  two\n").html())
                .contains(
                        "<li class=\"task\"><p><label><input type=\"checkbox\" disabled> one</label></p>\n<p>two</p>");
    }

    @Test
    void tables_have_column_heads_and_alignment_without_inline_styles() {
        assertThat(Reading.of("| a | b | |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n").html())
                .isEqualTo("""
                <div class="table-scroll" tabindex="0"><table>
                <thead>
                <tr><th scope="col" class="align-left">a</th><th scope="col" class="align-right">b</th>\
                <td class="align-center"> </td></tr>
                </thead>
                <tbody>
                <tr><td class="align-left">1</td><td class="align-right">2</td><td class="align-center">3</td></tr>
                </tbody>
                </table></div>
                """);
    }

    @Test
    void a_row_with_more_cells_than_columns_is_told() {
        Reading reading = Reading.of("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n");
        assertThat(reading.rules()).containsExactly("3:10 extra-cell");
        assertThat(reading.html()).doesNotContain("3");
    }

    @Test
    void a_short_row_is_filled() {
        assertThat(Reading.of("| a | b |\n|---|---|\n| 1 |\n").html()).contains("<tr><td>1</td><td></td></tr>");
    }

    @Test
    void definition_lists() {
        assertThat(Reading.of("Pump\n: moves heat\n").html())
                .isEqualTo("<dl><dt>Pump</dt>\n<dd>moves heat</dd>\n</dl>\n");
    }

    @Test
    void a_definition_marked_twice_is_one() {
        assertThat(Reading.of("Pump\n: : moves heat\n").html())
                .isEqualTo("<dl><dt>Pump</dt>\n<dd>moves heat</dd>\n</dl>\n");
    }

    @Test
    void footnotes_are_numbered_by_first_reference_and_lead_back() {
        Reading reading = Reading.of("A[^b] B[^a] C[^b]\n\n[^a]: First.\n[^b]: Second.\n");
        assertThat(reading.html()).isEqualTo("""
                <p>A<sup class="note-ref" id="ref-note-x-1"><a href="#note-x-1">1</a></sup> \
                B<sup class="note-ref" id="ref-note-x-2"><a href="#note-x-2">2</a></sup> \
                C<sup class="note-ref" id="ref-note-x-1-2"><a href="#note-x-1">1</a></sup></p>
                <div class="notes"><ol>
                <li id="note-x-1"><p>Second.</p>
                <a class="note-back" href="#ref-note-x-1" title="Back to the text">↩</a>\
                <a class="note-back" href="#ref-note-x-1-2" title="Back to the text">↩</a></li>
                <li id="note-x-2"><p>First.</p>
                <a class="note-back" href="#ref-note-x-2" title="Back to the text">↩</a></li>
                </ol></div>
                """);
    }

    @Test
    void a_footnote_may_refer_to_another_and_to_itself() {
        Reading reading = Reading.of("A[^a]\n\n[^a]: See [^b] and [^a].\n[^b]: End.\n");
        assertThat(reading.html()).contains("id=\"note-x-1\"").contains("id=\"note-x-2\"");
        assertThat(reading.told()).isEmpty();
    }

    @Test
    void unknown_and_unused_footnotes_are_told() {
        assertThat(Reading.of("A[^no]\n\n[^un]: Nobody asks.\n").rules())
                .containsExactly("1:2 unknown-footnote", "3:1 unused-footnote");
    }

    @ParameterizedTest
    @CsvSource({
        "What it costs,what-it-costs",
        "Größe & Maß,größe-maß",
        "Ångström's law!,ångströms-law",
        "2026,2026",
        "…,section",
        "電力 と 水,電力-と-水",
    })
    void a_heading_has_an_id_of_its_words(String heading, String id) {
        assertThat(Reading.of("## " + heading).body().headings().getFirst().id())
                .isEqualTo(id);
    }

    @Test
    void ids_are_given_once_in_directives_too() {
        Reading reading = Reading.of("# A\n\n```{callout} n\n# A\n```\n\n# A 2\n\n# A\n");
        assertThat(reading.body().headings()).extracting(Body.Heading::id).containsExactly("a", "a-2-2", "a-3");
    }

    @Test
    void a_heading_can_name_its_id() {
        Reading reading = Reading.of("# Long words {#short .wide lang=de}");
        assertThat(reading.html()).isEqualTo("<h1 id=\"short\" class=\"wide\" lang=\"de\">Long words</h1>\n");
        assertThat(reading.body().headings()).containsExactly(new Body.Heading(1, "short", "Long words"));
    }

    @Test
    void an_id_given_twice_is_told() {
        assertThat(Reading.of("# A\n\n# B {#a}\n").rules()).containsExactly("3:1 duplicate-id");
    }

    @Test
    void attributes_stand_behind_inline_markup_and_below_paragraphs_and_tables() {
        assertThat(Reading.of("[x](y){.go} and *z*{title=\"Last letter\"}").html())
                .isEqualTo("<p><a href=\"y\" class=\"go\">x</a> and <em title=\"Last letter\">z</em></p>\n");
        assertThat(Reading.of("Words.\n{.lead #top}").html()).startsWith("<p class=\"lead\" id=\"top\">Words.");
        assertThat(Reading.of("| a |\n|---|\n| b |\n{.wide}").html())
                .contains("<table class=\"wide\">")
                .doesNotContain("{");
    }

    @Test
    void attributes_that_run_or_restyle_are_left_out_and_told() {
        Reading reading = Reading.of("*x*{onclick=\"alert(1)\" style=red .ok}");
        assertThat(reading.html()).isEqualTo("<p><em class=\"ok\">x</em></p>\n");
        assertThat(reading.rules()).containsExactly("1:1 attribute-not-allowed", "1:1 attribute-not-allowed");
    }

    @Test
    void a_brace_with_words_is_text() {
        assertThat(Reading.of("*a* {b} and *c*{d}").html()).isEqualTo("<p><em>a</em> {b} and <em>c</em>{d}</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/a_b_c?x=1&y=2 https://example.org/a_b_c?x=1&amp;y=2",
                "http://example.org http://example.org",
                "www.example.org/x https://www.example.org/x",
                "who@example.org mailto:who@example.org",
            })
    void bare_addresses_are_links(String text, String href) {
        assertThat(Reading.of("See " + text + ", and (" + text + ").").html())
                .contains("See <a href=\"" + href + "\">")
                .contains("</a>, and (<a href=\"" + href + "\">")
                .endsWith("</a>).</p>\n");
    }

    @ParameterizedTest
    @CsvSource({"xhttp://example.org", "http://", "https://nodot", "a@b", "www.", "@x.y", "http:/x.org"})
    void what_is_no_address_stays_text(String text) {
        assertThat(Reading.of(text).html()).isEqualTo("<p>" + text + "</p>\n");
    }

    @Test
    void an_address_inside_a_link_makes_no_second_link() {
        assertThat(Reading.of("[see https://a.org](https://b.org)").html())
                .isEqualTo("<p><a href=\"https://b.org\">see https://a.org</a></p>\n");
    }

    @Test
    void links_and_pictures_are_recorded_with_their_places() {
        Reading reading = Reading.of("[a](../faq/x.md#u \"T\")\nmore\n![b](pic%20one.png) [c]\n\n[c]: d.md\n");
        assertThat(reading.body().links())
                .extracting(link -> link.kind() + " " + link.href() + " "
                        + link.span().line() + ":" + link.span().column())
                .containsExactly("PAGE ../faq/x.md#u 1:1", "PICTURE pic%20one.png 3:1", "PAGE d.md 3:21");
        assertThat(reading.html()).contains("<a href=\"../faq/x.md#u\" title=\"T\">a</a>");
    }

    @Test
    void a_link_that_is_none_because_of_a_space_is_told() {
        assertThat(Reading.of("See ![b](pic one.png) [b] (x)").rules()).containsExactly("1:5 not-a-link");
    }

    @Test
    void markdown_can_be_printed_with_other_addresses() {
        Body body = Reading.of("[a](<x.md> \"x.md\") `x.md` ![p](x.md) [r] [s][r] {figure}`a.b`\n\n[r]: x.md 'T'\n")
                .body();
        assertThat(body.markdownWith(call -> "42", link -> "/x/"))
                .isEqualTo("[a](</x/> \"x.md\") `x.md` ![p](/x/) [r] [s][r] 42\n\n[r]: /x/ 'T'\n");
    }

    @Test
    void a_heading_that_skips_a_level_is_told_with_the_level_to_write() {
        Reading reading = Reading.of("#### a\n\n## b\n\n### c\n\n## d\n\n#### e\n");
        assertThat(reading.rules()).containsExactly("1:1 skipped-heading-level", "9:1 skipped-heading-level");
    }

    @Test
    void a_picture_without_words_is_told() {
        assertThat(Reading.of("![](x.png)").rules()).containsExactly("1:1 image-without-alt");
    }

    @Test
    void references_are_looked_up_and_unknown_ones_are_text() {
        assertThat(Reading.of("[a][x] [b] [c *d*]\n\n[x]: y.md 'T'\n").html())
                .isEqualTo("<p><a href=\"y.md\" title=\"T\">a</a> [b] [c <em>d</em>]</p>\n");
    }

    @Test
    void a_reference_to_nothing_is_told() {
        assertThat(Reading.of("See [a][x] and [b].").rules()).containsExactly("1:5 unknown-reference");
    }

    @Test
    void entities_and_escapes_are_undone_once() {
        assertThat(Reading.of("&copy; &amp;lt; \\*x\\* \\a &nosuch; AT&T").html())
                .isEqualTo("<p>© &amp;lt; *x* \\a &amp;nosuch; AT&amp;T</p>\n");
    }

    @Test
    void comments_of_authors_are_not_published() {
        Reading reading = Reading.of("<!-- to do -->\n\na <!-- b --> c\n");
        assertThat(reading.html()).isEqualTo("<p>a  c</p>\n");
        assertThat(reading.told()).isEmpty();
    }

    @Test
    void a_code_block_that_is_not_closed_is_told() {
        assertThat(Reading.of("a\n\n```sh\nls\n").rules()).containsExactly("3:1 unclosed-fence");
    }

    @Test
    void indented_code_and_rules() {
        assertThat(Reading.of("    a < b\n\n---\n").html())
                .isEqualTo("<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n<hr>\n");
    }

    @Test
    void the_same_text_gives_the_same_body() {
        String text = "# A\n\n[x](y) {figure}`z`[^1]\n\n[^1]: n\n";
        assertThat(Reading.of(text)).isEqualTo(Reading.of(text));
    }

    @Test
    void an_empty_text_has_an_empty_body() {
        assertThat(Reading.of(" \n").body().parts()).isEqualTo(List.of());
    }
}
