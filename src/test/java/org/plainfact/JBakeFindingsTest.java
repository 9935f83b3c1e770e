package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JBake passes over in silence is told, at its place, and the site is built. */
class JBakeFindingsTest {
    private static final String GOOD = "title=A\ntype=post\nstatus=published\n~~~~~~\n\ntext\n";

    @TempDir
    private Path site;

    @BeforeEach
    void write() {
        Built.write(
                site.resolve("jbake.properties"),
                "render.index=false\nrender.archive=false\nrender.feed=false\nfreemarker.escape=false\n");
        Built.write(site.resolve("templates/post.ftl"), "${content.body}");
        Built.write(site.resolve("templates/tags.ftl"), "${tag}");
        Built.write(site.resolve("content/good.md"), GOOD);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            header.md, type=post,        no key,          2, jbake-header
            type.md,   type=post,        type=pots,       2, jbake-type
            status.md, status=published, status=publised, 3, jbake-status
            date.md,   title=A,          date=spring,     1, jbake-date
            good.html, text,             text,            1, jbake-address
            text.adoc, text,             text,            1, jbake-engine
            """)
    void a_text_that_is_not_as_it_was_meant_is_told(String file, String good, String written, int line, String rule) {
        Built.write(site.resolve("content").resolve(file), GOOD.replace(good, written));

        assertThat(told()).containsPattern("(?m)^content/" + file + ":" + line + ":1: warning: .+ \\[" + rule + "]$");
        assertThat(site.resolve("output")).isDirectory();
    }

    @Test
    void a_header_without_a_text_is_told() {
        Built.write(site.resolve("content/empty.md"), GOOD.replace("\n\ntext\n", "\n"));

        assertThat(told()).containsPattern("(?m)^content/empty\\.md:4:1: warning: .+ \\[jbake-empty-body]$");
    }

    @Test
    void a_tag_that_leads_out_of_the_output_is_told() {
        Built.write(site.resolve("content/tagged.md"), "tags=../../x\n" + GOOD);

        assertThat(told())
                .contains("the tag \"../../x\" is not published: /tags/../../x.html leads out of the output folder"
                        + " [jbake-outside]");
        assertThat(site.resolve("x.html")).doesNotExist();
    }

    @Test
    void data_that_cannot_be_read_are_told() {
        Built.write(site.resolve("data/a.json"), "{");

        assertThat(told()).containsPattern("(?m)^data/a\\.json:1:1: warning: .+ \\[jbake-data]$");
    }

    @Test
    void templates_that_do_not_escape_are_told_until_the_site_says_how_it_is_meant() {
        assertThat(told()).doesNotContain("jbake-escaping");

        Built.write(site.resolve("jbake.properties"), "render.index=false\nrender.archive=false\nrender.feed=false\n");

        assertThat(told()).containsPattern("(?m)^jbake\\.properties:1:1: warning: .+ \\[jbake-escaping]$");
    }

    private String told() {
        Built.Answer answer = Built.run(site, "build").succeeded();
        return answer.out() + answer.err();
    }
}
