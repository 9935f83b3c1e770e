package org.plainfact.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plainfact.picture.Sheets.STUDIO;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.picture.Flaw.Kind;
import org.plainfact.picture.Sheet.Rules;

/** Whatever stands in a sheet: a picture comes out, what is wrong is told, and nothing else happens. */
class HostileSheetTest {
    private static final String WORD = "Rechtsschutzversicherungsgesellschaftenangestelltenwerkschaf";

    private static Set<Kind> kinds(String html) {
        Drawing drawing = STUDIO.draw(Sheets.of(html));
        assertThat(drawing.png()).isNotEmpty();
        return drawing.flaws().stream().map(Flaw::kind).collect(Collectors.toSet());
    }

    @Test
    void a_word_of_sixty_letters_overflows() {
        assertThat(WORD).hasSize(60);
        assertThat(kinds("<h1>" + WORD + "</h1>")).containsExactly(Kind.OVERFLOW);
    }

    @Test
    void korean_is_set_in_type() {
        assertThat(kinds("<h1>전기는 얼마나 드는가?</h1><p>한 번에 1.2 kW</p>")).isEmpty();
    }

    @Test
    void arabic_has_no_typeface() {
        assertThat(kinds("<p>كم من الكهرباء؟</p>")).containsExactly(Kind.GLYPH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨‍👩‍👧‍👦", "🏳️‍🌈", "👩🏽‍🚀", "🇰🇷", "क्ष"})
    void families_of_emoji_and_other_scripts_have_no_typeface(String text) {
        assertThat(kinds("<p>" + text + "</p>")).containsExactly(Kind.GLYPH);
    }

    @Test
    void a_table_of_twelve_columns_overflows() {
        String cells = "<td>1,234,567 kWh</td>".repeat(12);

        assertThat(kinds("<table style=\"white-space: nowrap\"><tr>" + cells + "</tr></table>"))
                .contains(Kind.OVERFLOW)
                .doesNotContain(Kind.REFUSED);
    }

    @Test
    void a_heading_of_four_hundred_characters_overflows() {
        assertThat(kinds("<h1 style=\"font-size: 140px\">" + "why so long ".repeat(34) + "</h1>"))
                .contains(Kind.OVERFLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>never closed <b>at <i>all",
                "</div></div></body></html><p>after the end</p>",
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>",
                "<script>while (true) {}</script><p>words</p>",
                "<p>&#0;&#x1F;&nbsp;&bogus;</p>",
                "<table><td colspan=\"100000000\">wide<td rowspan=\"100000000\">high",
                "<p style=\"width: 1e30px; margin: -1e30px\">far</p>",
                "<div style=\"position: fixed; top: 99999999px\">low</div>",
                "<meta http-equiv=\"refresh\" content=\"0;url=http://127.0.0.1:1/\"><p>words</p>"
            })
    void strange_html_makes_a_picture(String html) {
        assertThat(STUDIO.draw(Sheets.of(html)).png()).isNotEmpty();
    }

    @Test
    void elements_nested_without_end_make_a_picture() {
        assertThat(STUDIO.draw(Sheets.of("<div>".repeat(20_000) + "deep")).png())
                .isNotEmpty();
    }

    @Test
    void tables_nested_in_tables_make_a_picture() {
        assertThat(STUDIO.draw(Sheets.of("<table><tr><td>a</td><td>".repeat(60) + "deep"))
                        .png())
                .isNotEmpty();
    }

    @Test
    void a_sheet_that_is_too_large_is_refused() {
        assertThatThrownBy(() -> new Sheet("", 100_000, 100, Rules.phone(Sheet.Edges.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4096");
        assertThatThrownBy(() -> new Sheet("x".repeat(2_000_000), 100, 100, Rules.phone(Sheet.Edges.NONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
