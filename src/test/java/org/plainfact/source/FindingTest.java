package org.plainfact.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void a_finding_prints_place_problem_rule_and_hint() {
        Finding finding = new Finding(
                Severity.ERROR,
                "unknown-source",
                new SourceSpan("data/a.json", 3, 14),
                "there is no source \"x\"",
                Optional.of("did you mean \"y\"?"));

        assertThat(finding).hasToString("""
                data/a.json:3:14: error: there is no source "x" [unknown-source]
                  hint: did you mean "y"?""");
    }

    @Test
    void control_characters_of_a_name_do_not_reach_the_terminal() {
        Finding finding =
                new Finding(Severity.WARNING, "a-rule", SourceSpan.of("a"), "a \u001b[31mred\nname", Optional.empty());

        assertThat(finding.problem()).isEqualTo("a \\u001b[31mred\\nname");
    }

    @Test
    void findings_come_by_place_and_once_each() {
        Findings findings = new Findings();
        findings.error("b-rule", new SourceSpan("b.md", 1, 1), "second");
        findings.error("a-rule", new SourceSpan("a.md", 10, 1), "first, below");
        findings.error("a-rule", new SourceSpan("a.md", 2, 1), "first");
        findings.error("a-rule", new SourceSpan("a.md", 2, 1), "first");

        assertThat(findings.sorted()).extracting(Finding::problem).containsExactly("first", "first, below", "second");
    }

    @Test
    void a_warning_alone_does_not_stop_a_build() {
        Findings findings = new Findings();
        findings.warning("a-rule", SourceSpan.of("a"), "hm", Optional.empty());
        assertThat(findings.hasErrors()).isFalse();

        findings.error("a-rule", SourceSpan.of("a"), "no");
        assertThat(findings.hasErrors()).isTrue();
    }

    @Test
    void a_rule_is_kebab_case() {
        assertThatThrownBy(() -> new Finding(Severity.ERROR, "Not Kebab", SourceSpan.of("a"), "p", Optional.empty()))
                .hasMessageContaining("Not Kebab");
    }

    @Test
    void places_count_lines_of_every_kind_of_line_break() {
        SourceFile file = new SourceFile("a", "one\r\ntwo\rthree\nfour");

        assertThat(List.of(file.at(0), file.at(5), file.at(9), file.at(15), file.at(99)))
                .containsExactly(
                        new SourceSpan("a", 1, 1),
                        new SourceSpan("a", 2, 1),
                        new SourceSpan("a", 3, 1),
                        new SourceSpan("a", 4, 1),
                        new SourceSpan("a", 4, 5));
    }

    @Test
    void the_nearest_name_is_offered_only_when_it_is_near() {
        List<String> known = List.of("tokens-per-mw", "tokens-per-day", "power");

        assertThat(Nearest.to("tokens-per-mv", known)).contains("tokens-per-mw");
        assertThat(Nearest.to("pwoer", known)).contains("power");
        assertThat(Nearest.to("something-else-entirely", known)).isEmpty();
    }
}
