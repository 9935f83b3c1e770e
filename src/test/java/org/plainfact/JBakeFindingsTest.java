package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JBake passes over in silence is told, at its place, and the site is built. */
@UsesJBake
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

        assertThat(told()).containsPattern("(?m)^data/a\\.json:1:2: warning: .+ \\[jbake-data]$");
    }

    @Test
    void templates_that_do_not_escape_are_told_until_the_site_says_how_it_is_meant() {
        assertThat(told()).doesNotContain("jbake-escaping");

        Built.write(site.resolve("jbake.properties"), "render.index=false\nrender.archive=false\nrender.feed=false\n");

        assertThat(told()).containsPattern("(?m)^jbake\\.properties:1:1: warning: .+ \\[jbake-escaping]$");
    }

    @Test
    void what_jbake_passes_over_is_an_error_to_those_who_want_it() {
        Built.write(site.resolve("content/type.md"), GOOD.replace("type=post", "type=pots"));

        Built.Answer answer = Built.run(site, "build", "--strict");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).containsPattern("(?m)^content/type\\.md:2:1: error: .+ \\[jbake-type]$");
        assertThat(site.resolve("output")).doesNotExist();
    }

    @Test
    void nothing_is_told_anew_of_a_site_that_says_all() {
        Built.run(site, "build", "--strict").succeeded();
    }

    @Test
    void a_loop_without_an_end_is_told_and_nothing_is_written() {
        Built.write(
                site.resolve("templates/post.ftl"),
                "<#list 1..9999 as a><#list 1..9999 as b>0123456789</#list></#list>");

        Built.Answer answer = Built.run(site, "build");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .containsPattern(
                        "templates/post\\.ftl:1:\\d+: error: the page is longer than 50000000 characters; .+ \\[template]");
        assertThat(site.resolve("output")).doesNotExist();
    }

    @Test
    void check_looks_at_pages_that_jbakes_templates_print() {
        Built.write(
                site.resolve("templates/post.ftl"),
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A</title></head>"
                        + "<body><main><h1>A</h1><img src=\"a.png\"><a href=\"nowhere.html\">there</a></main></body></html>");

        Built.Answer answer = Built.run(site, "check");

        assertThat(answer.out() + answer.err())
                .contains("content/good.md:1:1: warning: a picture")
                .contains("templates/post.ftl:1:")
                .contains("[broken-link]")
                .contains("[image-without-alt]");
    }

    @Test
    void a_stray_template_of_jbake_does_not_make_a_site_one_of_jbake() {
        Path own = site.resolveSibling("own");
        SmallSite.unpack(own);
        Built.write(own.resolve("templates/post.ftl"), "x");

        Built.Answer answer = Built.run(own, "build").succeeded();

        assertThat(own.resolve("output/articles/one/index.html")).exists();
        assertThat(answer.err()).contains("templates/post.ftl:1:1: warning: ").contains("[stray-template]");
    }

    @Test
    void init_tells_what_it_found_and_writes_nothing() {
        Built.write(site.resolve("jbake.properties"), "server.port=8080\nsite.colour=red\nrender.feed=false\n");
        Built.write(site.resolve("content/draft.md"), GOOD.replace("published", "draft"));
        var before = Built.hashes(site);

        Built.Answer answer = Built.run(site, "init", "--from-jbake").succeeded();

        assertThat(answer.out())
                .contains("Texts: post (1 draft, 1 published)")
                .contains("Templates: post.ftl, tags.ftl")
                .contains("that count: render.feed\n")
                .contains("may read: site.colour\n")
                .contains("nothing here: server.port\n")
                .contains("1 × jbake-escaping");
        assertThat(Built.hashes(site)).isEqualTo(before);
    }

    private String told() {
        Built.Answer answer = Built.run(site, "build").succeeded();
        return answer.out() + answer.err();
    }
}
