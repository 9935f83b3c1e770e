package org.plainfact.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.site.Project;

class ClaimMissingTest {
    @TempDir
    private Path folder;

    private Project project(String text) {
        return Project.in(folder)
                .with(
                        "data/comparisons.json",
                        "{\"records\": [{\"id\": \"comparing\", \"words\": [\"more than\", \"largest\", \"fell\"]}]}")
                .with("data/schema/comparisons.schema.json", "{}")
                .article("example", text);
    }

    @Test
    void a_word_that_compares_beside_a_figure_is_told_at_the_figure() {
        assertThat(project("It is so. Alpha draws *more\nthan* {figure}`beta.power`, or {figure}`alpha.power`.")
                        .told())
                .singleElement()
                .asString()
                .startsWith("content/articles/example.md:8:7: warning: \"more than\" compares a figure")
                .contains("[claim-missing]", "{claim}`more than <id>`");
    }

    @Test
    void a_claim_in_the_sentence_is_what_is_wanted() {
        assertThat(project("It delivers {claim}`more than double <alpha-over-double>` of {figure}`alpha.power`.")
                        .told())
                .isEmpty();
    }

    @Test
    void a_word_in_another_sentence_or_block_is_no_matter() {
        assertThat(project(
                                "It fell. Alpha draws {figure}`alpha.power`. It fell.\n\n- More than that\n- {figure}`alpha.heat`")
                        .told())
                .isEmpty();
    }

    @Test
    void part_of_a_word_and_what_others_are_quoted_with_is_no_matter() {
        assertThat(project("Alpha, felled by “the largest of all”, draws {figure}`alpha.power`.")
                        .told())
                .isEmpty();
    }

    @Test
    void a_description_is_read_too() {
        assertThat(project("").with("content/articles/example.md", """
                        ---
                        title: Example
                        description: "Alpha draws the largest {figure}`alpha.power`."
                        date: 2026-01-01
                        status: published
                        ---
                        Text.
                        """).told())
                .singleElement()
                .asString()
                .startsWith("content/articles/example.md:3:39: warning: \"largest\"");
    }

    @Test
    void without_a_list_of_words_nothing_is_told() {
        assertThat(Project.in(folder)
                        .article("example", "Alpha draws more than {figure}`beta.power`.")
                        .told())
                .isEmpty();
    }
}
