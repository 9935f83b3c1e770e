package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

class TerminalTest {
    @Test
    void an_error_behind_very_many_warnings_is_told() {
        Findings all = new Findings();
        IntStream.range(0, 150)
                .forEach(i -> all.warning(
                        "vague-link-text", SourceSpan.of("content/" + i + ".md"), "vague", Optional.empty()));
        all.error("json-syntax", SourceSpan.of("data/x.json"), "not JSON");

        assertThat(told(all.sorted()))
                .hasSize(101)
                .startsWith("data/x.json:1:1: error: not JSON [json-syntax]")
                .endsWith("… and 51 more");
    }

    @Test
    void a_hundred_are_told_in_the_order_of_their_places() {
        Findings all = new Findings();
        IntStream.range(0, 99)
                .forEach(i -> all.warning(
                        "vague-link-text", SourceSpan.of("content/" + i + ".md"), "vague", Optional.empty()));
        all.error("json-syntax", SourceSpan.of("data/x.json"), "not JSON");
        List<Finding> sorted = all.sorted();

        assertThat(told(sorted))
                .containsExactlyElementsOf(
                        sorted.stream().map(Finding::toString).toList());
    }

    private static List<String> told(List<Finding> findings) {
        StringWriter err = new StringWriter();
        Terminal.findings(findings, new PrintWriter(err));
        return Stream.of(err.toString().split("\\R")).toList();
    }
}
