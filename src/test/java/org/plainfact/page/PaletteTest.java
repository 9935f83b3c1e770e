package org.plainfact.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;

class PaletteTest {
    private static final String TOKENS = """
            :root { --paper: #fff; --ink: #222; --soft: #777; }
            @media (prefers-color-scheme: dark) { :root { --paper: #111; --ink: #eee; } }
            body { background: var(--paper); color: var(--ink); }
            """;

    @Test
    void a_colour_too_near_to_the_pages_own_is_told_at_its_declaration() {
        assertThat(told(TOKENS + ".note { margin: 0; color: var(--soft) }"))
                .containsExactly(
                        "site.css:4:20: warning: the colour var(--soft) of \".note\" on var(--paper) has a contrast of 4.22 in dark; text needs 4.5 [low-contrast]",
                        "site.css:4:20: warning: the colour var(--soft) of \".note\" on var(--paper) has a contrast of 4.48 in light; text needs 4.5 [low-contrast]");
    }

    @Test
    void the_background_of_the_same_rule_counts_where_there_is_one() {
        assertThat(told(TOKENS + ".a { background-color: #000; color: #111 } .b { background: black; color: white }"))
                .hasSize(2)
                .allMatch(line -> line.contains("\".a\" on #000"));
    }

    @Test
    void colours_of_the_dark_scheme_alone_are_held_to_it_alone() {
        assertThat(told(TOKENS + "@media (prefers-color-scheme: dark) { .a { color: #ccc } .b { color: #333 } }"))
                .singleElement()
                .asString()
                .contains("\".b\"", "in dark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a { color: light-dark(#222, #eee) }",
                ".a { color: rgb(0, 0, 0); background: #fff }",
                ".a { color: inherit }",
                ".a { color: color-mix(in srgb, red, blue) }",
                ".a { color: rgba(0, 0, 0, 0.1) }",
                ".a { color: var(--nowhere) }",
                ".a { color: var(--a); --a: var(--a) }",
                ".a::before { content: \"/\" / \"\"; color: #eee }",
                "/* .a { color: #fff } */ .b { content: \"} .a { color: #fff }\" }",
                "@media print { .a { color: #fff; background: #eee } }",
                "@media (prefers-contrast: more) { .a { color: #fff; background: #eee } }"
            })
    void what_can_be_read_or_cannot_be_known_passes(String css) {
        assertThat(told(TOKENS + css)).isEmpty();
    }

    @Test
    void a_broken_style_sheet_stops_nothing() {
        assertThat(told("}}} a { color: #eee; background: white; { b: c } \"")).isEmpty();
        assertThat(told("a { color: #eee; background: white }}}")).hasSize(2);
    }

    private static List<String> told(String css) {
        Findings findings = new Findings();
        Palette.tell(new SourceFile("site.css", css), findings);
        return findings.sorted().stream()
                .map(Finding::toString)
                .map(text -> text.split("\n")[0])
                .toList();
    }
}
