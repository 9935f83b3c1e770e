package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of JBake in which some texts are of our own form: one site, with one set of addresses. */
@UsesJBake
class JBakeMixedTest {
    private static final String OURS = "content/articles/a-cup-of-tea.md";

    @TempDir
    private Path work;

    private Path site = Path.of("");

    /** JBake's site, and beside its files those of a new site of ours. */
    @BeforeEach
    void write() throws IOException {
        site = work.resolve("site");
        JBakeSites.copy("whole", site);
        Path own = work.resolve("own");
        Starter.unpack(own);
        for (var file : Built.files(own).entrySet()) {
            Path place = site.resolve(file.getKey());
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                Files.copy(file.getValue(), place);
            }
        }
        say("site.jbake=true\nfreemarker.escape=false\n");
    }

    private void say(String keys) throws IOException {
        Path file = site.resolve("jbake.properties");
        Files.writeString(file, Files.readString(file) + "\n" + keys);
    }

    private String page(String name) {
        return Built.text(site.resolve("output").resolve(name));
    }

    @Test
    void each_text_is_printed_in_its_own_way() {
        Built.run(site, "build").succeeded();

        assertThat(page("blog/2024/first.html")).contains("baked with JBake");
        assertThat(page("articles/a-cup-of-tea/index.html"))
                .contains("class=\"figure")
                .doesNotContain("baked with JBake");
        assertThat(page("figures/one-mug/index.html")).contains("kWh");
    }

    @Test
    void jbakes_lists_name_texts_of_both_kinds() {
        Built.run(site, "build").succeeded();

        for (String list : Set.of("index.html", "archive.html", "feed.xml")) {
            assertThat(page(list)).contains("blog/2024/first.html").contains("articles/a-cup-of-tea/");
        }
    }

    @Test
    void a_list_of_ours_gives_way_to_one_of_jbake() {
        Built.run(site, "build").succeeded();

        assertThat(page("index.html")).contains("baked with JBake");
        assertThat(page("404.html")).contains("baked with JBake");
    }

    @Test
    void two_texts_at_one_address_are_told() {
        Built.write(
                site.resolve("content/articles/a-cup-of-tea/index.md"),
                "title=A\ntype=post\nstatus=published\n~~~~~~\n\ntext\n");

        Built.Answer answer = Built.run(site, "build");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains(OURS)
                .contains("content/articles/a-cup-of-tea/index.md")
                .contains("[address-collision]");
    }

    @Test
    void a_new_title_of_ours_is_printed_in_jbakes_lists() throws IOException {
        Desk desk = new Desk(site);
        Build build = new Build(site);
        assertThat(build.look(desk.options(Optional.empty())).files()).isPresent();
        desk.change(OURS, text -> text.replaceFirst("title: .*", "title: Tea"));
        build.changed(desk.changed());

        Set<String> printed = build.look(desk.options(Optional.empty())).printed();

        assertThat(printed)
                .contains("/articles/a-cup-of-tea/", "/index.html", "/archive.html", "/feed.xml")
                .doesNotContain("/blog/2024/first.html", "/tags/butter.html");
    }

    @Test
    void check_holds_texts_of_ours_to_our_rules() throws IOException {
        Path article = site.resolve(OURS);
        Files.writeString(article, Files.readString(article) + "\nIt is 5 % cheaper.\n");

        assertThat(Built.run(site, "check", "--without", "invalid-html").err())
                .containsPattern(OURS + ":\\d+:\\d+: error: .+ \\[typed-number]");
    }

    @Test
    void posts_are_made_of_texts_of_ours() {
        Built.run(site, "carousel", "--out", work.resolve("posts").toString()).succeeded();

        assertThat(work.resolve("posts/a-cup-of-tea")).isDirectory();
    }

    @Test
    void a_site_of_both_kinds_is_published_as_one() throws IOException {
        say("publish.live=file:" + work.resolve("www") + "\n");

        Built.run(site, "publish").succeeded();

        Path live = work.resolve("www/current");
        assertThat(Built.text(live.resolve("blog/2024/first.html"))).contains("baked with JBake");
        assertThat(Built.text(live.resolve("articles/a-cup-of-tea/index.html"))).contains("class=\"figure");
    }

    @Test
    void a_text_of_ours_in_a_site_without_our_templates_is_told() throws IOException {
        Files.delete(site.resolve("templates/article.ftlh"));

        Built.Answer answer = Built.run(site, "build");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("there is no template \"article.ftlh\"");
    }
}
