package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.content.HostileBuilds;

/** All families of hostile texts on one site, each as an article: what {@link HostileBuildTest} does at their largest size. */
@Tag("slow")
class HostileSiteTest {
    private static final int SIZE = 2_000;

    @TempDir
    private Path site;

    @BeforeEach
    void start() throws Exception {
        CarouselSite.unpack(site);
        HostileBuilds.write(site.resolve("content/articles"), SIZE);
    }

    @Test
    @Timeout(300)
    void a_check_goes_through_all_of_them() {
        Built.Answer answer = Built.run(site, "check", "--suggestions", "--format", "json");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isEqualTo(Main.FINDINGS);
        assertThat(answer.out())
                .contains("overclaim-recommendation", "typed-number", "invalid-html", "term-not-linked")
                .doesNotContain("style-too-costly");
    }

    @Test
    @Timeout(300)
    void posts_of_some_are_made_or_told() {
        List<String> articles = IntStream.range(0, HostileBuilds.count())
                .filter(i -> i % 25 == 0)
                .mapToObj(i -> "hostile-" + i)
                .toList();
        String[] command = Stream.concat(Stream.of("carousel", "--platform", "x"), articles.stream())
                .toArray(String[]::new);
        Built.Answer answer = Built.run(site, command);

        assertThat(answer.err()).doesNotContain("plainfact:");
        assertThat(answer.code()).isEqualTo(Main.FINDINGS);
    }

    @Test
    void a_page_of_too_many_directives_is_told_at_the_first_beyond() {
        assertThat(built("```{table} pumps\n```\n\n".repeat(1_500)).err())
                .isEqualTo(
                        "content/articles/many.md:3007:1: error: this page has more than 1000 directives [output-too-large]\n"
                                + "  hint: make several texts of it\n");
    }

    @Test
    void a_page_whose_tables_have_too_many_cells_is_told_at_the_first_beyond() {
        String records = IntStream.range(0, 400)
                .mapToObj(
                        i -> "{\"id\": \"p" + i
                                + "\", \"title\": \"P\", \"provenance\": {\"status\": \"stated\", \"sources\": [\"survey\"]},"
                                + " \"heat\": {\"value\": 1, \"unit\": \"kW\", \"title\": \"h\"}, \"power\": {\"value\": 1, \"unit\": \"kW\", \"title\": \"p\"}}")
                .collect(Collectors.joining(",\n"));
        Path data = site.resolve("data/pumps.json");
        Built.write(data, Built.text(data).replaceFirst("\\n]}", Matcher.quoteReplacement(",\n" + records + "\n]}")));

        assertThat(built("```{table} pumps\n```\n\n".repeat(60)).err())
                .matches(
                        "content/articles/many\\.md:\\d{2,3}:1: error: the tables of this page have more than 50000 cells before this one"
                                + " \\[output-too-large]\n  hint: make several texts of it\n");
    }

    private Built.Answer built(String text) {
        HostileBuilds.remove(site.resolve("content/articles"));
        Built.write(
                site.resolve("content/articles/many.md"),
                "---\ntitle: T\ndescription: D\ndate: 2026-01-02\nstatus: published\n---\n" + text);
        return Built.run(site, "build");
    }
}
