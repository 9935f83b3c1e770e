package org.plainfact.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.picture.Sheets.flaws;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.picture.Flaw.Kind;
import org.plainfact.picture.Sheet.Edges;
import org.plainfact.picture.Sheet.Rules;

/** One flaw is planted in each sheet, and it alone is found. */
class InspectionTest {
    private static final String LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterb";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Why would anyone rent a neighbour’s oven?</h1><p>1,200–1,400&nbsp;kW, <em>planned</em></p>",
                "<h1>한국의 첫 번째 공장은 얼마나 큰가?</h1><p>전력은 밝혀지지 않았다.</p>",
                "<table><tr><th>Oven</th><th>Heat</th></tr><tr><td>Small</td><td>1.2 kW</td></tr></table>",
                "<p>Ångström, naïve, Łódź, ½, ×, →, ≈, °, “quoted”, H<sub>2</sub>O, m<sup>2</sup></p>",
                "<ul><li>one</li><li>two</li></ul>",
                ""
            })
    void a_good_sheet_has_no_flaw(String html) {
        assertThat(flaws("", html)).isEmpty();
    }

    @Test
    void a_word_that_is_wider_than_its_box_is_told_and_not_cut() {
        assertThat(flaws("h1 { color: #0b5b4c }", "<h1 class=\"hook\">" + LONG + "</h1>"))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.OVERFLOW);
                    assertThat(flaw.place()).isEqualTo("h1.hook");
                    assertThat(flaw.text()).startsWith("Donaudampfschiff").endsWith("…");
                    assertThat(flaw.problem()).contains("sticks out of the box h1.hook");
                });
    }

    @Test
    void text_that_fills_more_than_the_height_of_its_box_is_told_once_with_how_much_it_is() {
        assertThat(flaws(".low { height: 100px }", "<div class=\"low\">" + "<p>A line</p>".repeat(5) + "</div>"))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.OVERFLOW);
                    assertThat(flaw.problem())
                            .isEqualTo("\"A line\" and 2 more pieces of text stick out of the box div.low");
                });
    }

    @Test
    void text_that_does_not_fit_on_the_sheet_is_told() {
        assertThat(flaws(".text { height: auto }", "<p>" + "Too much of it. ".repeat(200) + "</p>"))
                .extracting(Flaw::kind)
                .contains(Kind.CUT)
                .doesNotContain(Kind.OVERFLOW, Kind.OVERLAP);
    }

    @Test
    void text_that_its_box_cuts_off_is_told() {
        assertThat(flaws(
                        ".cut { overflow: hidden; height: 60px } .in { position: absolute; top: 30px }",
                        "<div class=\"cut\" style=\"position: relative\"><p class=\"in\">Half of it</p></div>"))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.CUT);
                    assertThat(flaw.problem()).isEqualTo("\"Half of it\" is cut off by the box it is in");
                });
    }

    @Test
    void text_under_something_is_told() {
        assertThat(flaws(
                        ".lid { position: absolute; left: 0; top: 0; width: 300px; height: 300px; background-color: #0b5b4c }",
                        "<p>Hidden words</p><div class=\"lid\"></div>"))
                .extracting(Flaw::kind, Flaw::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Kind.CUT, "\"Hidden words\" is covered by what lies above it"));
    }

    @Test
    void text_outside_the_safe_zone_is_told_with_the_side() {
        assertThat(flaws(".out { position: absolute; left: -50px; top: 200px }", "<p class=\"out\">Near the edge</p>"))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.UNSAFE);
                    assertThat(flaw.problem()).contains("(left, by ");
                });
    }

    @Test
    void the_safe_zone_is_that_of_the_sheet() {
        Sheet sheet = Sheets.of("<p>At the top</p>");
        Sheet under = new Sheet(sheet.html(), 1080, 1350, Rules.phone(new Edges(140, 60, 60, 60)));

        assertThat(Sheets.STUDIO.draw(under).flaws()).extracting(Flaw::kind).containsExactly(Kind.UNSAFE);
    }

    @Test
    void type_that_is_too_small_on_a_phone_is_told_with_the_size_it_takes() {
        assertThat(flaws("p { font-size: 20px }", "<p>Small print</p>"))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.SMALL);
                    assertThat(flaw.hint()).isEqualTo("use at least 24 pixels");
                });
        assertThat(flaws("p { font-size: 24px }", "<p>Readable print</p>")).isEmpty();
    }

    @Test
    void a_contrast_under_the_level_aa_is_told() {
        assertThat(flaws("p { color: #808080 }", "<p>Grey on white</p>"))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.CONTRAST);
                    assertThat(flaw.problem()).contains("3.88 : 1");
                    assertThat(flaw.hint()).isEqualTo("it takes 4.5 : 1");
                });
    }

    @Test
    void large_type_may_have_less_contrast() {
        assertThat(flaws("h1 { color: #808080 }", "<h1>Grey on white</h1>")).isEmpty();
    }

    @Test
    void the_contrast_is_that_to_the_colour_that_was_drawn_behind() {
        assertThat(flaws("p { background-color: #1b1f22 }", "<p>Ink on ink</p>"))
                .extracting(Flaw::kind)
                .containsExactly(Kind.CONTRAST);
        assertThat(flaws("p { background-color: rgba(27, 31, 34, 0.1) }", "<p>Ink on a wash</p>"))
                .isEmpty();
    }

    @Test
    void a_character_that_no_typeface_has_is_told_by_name() {
        assertThat(flaws("", "<p>A key: 🔑, twice 🔑</p>")).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Kind.GLYPH);
            assertThat(flaw.problem()).isEqualTo("no typeface has \"🔑\" (U+1F511)");
        });
    }

    @Test
    void texts_that_lie_on_each_other_are_told() {
        assertThat(flaws(
                        ".over { position: absolute; left: 10px; top: 8px }",
                        "<p>One thing</p><p class=\"over\">Another thing</p>"))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.OVERLAP);
                    assertThat(flaw.problem()).isEqualTo("\"Another thing\" lies on \"One thing\"");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"file:///etc/passwd\">",
                "<img src=\"https://example.org/a.png\">",
                "<div style=\"width: 90px; height: 90px; background-image: url(http://127.0.0.1:1/a.png)\"></div>",
                "<link rel=\"stylesheet\" href=\"file:///etc/hostname\">",
                "<style>@import url(\"http://127.0.0.1:1/a.css\");</style>",
                "<svg><rect width=\"9\" height=\"9\"/></svg>",
                "<div style=\"height: 90px; background-image: linear-gradient(to right, #ffffff, #000000)\"></div>",
                "<p style=\"colour: red\">A property that there is not</p>",
                "<p style=\"transform: rotate(20deg); display: block\">Turned</p>"
            })
    void what_is_asked_for_and_not_drawn_is_told(String html) {
        assertThat(flaws("", html)).extracting(Flaw::kind).contains(Kind.REFUSED);
    }

    @Test
    void flaws_are_told_in_the_order_of_reading() {
        List<Flaw> flaws = flaws(
                "p { font-size: 20px } .grey { position: absolute; top: 600px; font-size: 40px; color: #999999 }",
                "<p class=\"grey\">Further down</p><p>On top</p>");

        assertThat(flaws).extracting(Flaw::kind).containsExactly(Kind.SMALL, Kind.CONTRAST);
    }
}
