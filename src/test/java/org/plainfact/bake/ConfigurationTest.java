package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.site.Link;
import org.plainfact.site.Route;
import org.plainfact.site.Settings;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** What {@code jbake.properties} may say. */
class ConfigurationTest {
    private static final Configuration.Options OPTIONS =
            new Configuration.Options(Optional.empty(), false, false, "2026-01-01");

    @TempDir
    Path folder;

    private final Findings findings = new Findings();
    private Kitchen kitchen;

    @BeforeEach
    void aProject() {
        kitchen = new Kitchen(folder);
    }

    private Configuration read(String more) {
        return read(more, OPTIONS);
    }

    private Configuration read(String more, Configuration.Options options) {
        kitchen.file("jbake.properties", "site.title=A site\nsite.host=https://example.org/\n" + more);
        return Configuration.read(new SourceTree(kitchen.root, findings), options, findings)
                .orElseThrow();
    }

    private List<String> problems() {
        return findings.sorted().stream().map(Finding::toString).toList();
    }

    @Test
    void little_must_be_said() {
        Settings settings = read("").settings();

        assertThat(problems()).isEmpty();
        assertThat(settings.title()).isEqualTo("A site");
        assertThat(settings.publisher()).isEqualTo("A site");
        assertThat(settings.baseUrl()).isEqualTo("https://example.org");
        assertThat(settings.language()).isEqualTo("en");
        assertThat(settings.articlesPerPage()).isEqualTo(10);
        assertThat(settings.navigation()).isEmpty();
    }

    @Test
    void folders_are_jbakes_unless_named() {
        Configuration configuration = read("asset.folder=theme/files/\ndestination.folder=../out");

        assertThat(configuration.contentFolder()).isEqualTo("content");
        assertThat(configuration.templateFolder()).isEqualTo("templates");
        assertThat(configuration.dataFolder()).isEqualTo("data");
        assertThat(configuration.assetFolder()).isEqualTo("theme/files");
        assertThat(configuration.destination()).isEqualTo(folder.resolve("out"));
    }

    @Test
    void jbakes_own_configuration_has_the_projects_values_over_its_defaults() {
        Configuration configuration = read("index.posts_per_page=7");

        assertThat(configuration.jbake().getPostsPerPage()).isEqualTo(7);
        assertThat(configuration.jbake().getFeedFileName()).isEqualTo("feed.xml");
        assertThat(configuration.jbake().getTemplateFolder())
                .isEqualTo(kitchen.root.resolve("templates").toFile());
    }

    @Test
    void a_text_may_have_commas() {
        assertThat(read("site.tagline=One, two, and \\u00e4").settings().tagline())
                .isEqualTo("One, two, and ä");
    }

    @Test
    void links_are_a_title_and_an_address_each() {
        assertThat(read("site.navigation=Home|/, \\\n  Questions|/faq/")
                        .settings()
                        .navigation())
                .containsExactly(new Link("Home", Route.of("/")), new Link("Questions", Route.of("/faq/")));
    }

    @Test
    void every_key_is_there_for_templates() {
        assertThat(read("my.own-key=x").settings().other()).containsEntry("my_own-key", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${env:PATH}",
                "${sys:user.home}",
                "${script:javascript:1}",
                "${site.title}",
                "${file:UTF-8:/etc/passwd}"
            })
    void nothing_is_read_from_the_machine(String text) {
        Configuration configuration = read("site.tagline=" + text + "\nfeed.file=" + text);

        assertThat(configuration.settings().tagline()).isEqualTo(text);
        assertThat(configuration.jbake().getFeedFileName()).isIn(text, "A site");
    }

    @Test
    void another_file_is_not_included() {
        kitchen.file("other.properties", "site.tagline=stolen");

        assertThat(read("include=other.properties").settings().tagline()).isEmpty();
    }

    @Test
    void what_the_caller_says_wins() {
        Settings settings = read(
                        "", new Configuration.Options(Optional.of("http://localhost:1/x/"), true, true, "2030-02-03"))
                .settings();

        assertThat(settings.baseUrl()).isEqualTo("http://localhost:1/x");
        assertThat(settings.basePath()).isEqualTo("/x");
        assertThat(settings.drafts()).isTrue();
        assertThat(settings.future()).isTrue();
        assertThat(settings.today()).isEqualTo("2030-02-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://x.org",
                "https://x.org/?a",
                "javascript:alert(1)",
                "https://",
                "a b",
                "https://x.org/../a",
                "https://x.org/a//b",
                "https://x.org:99999"
            })
    void a_base_address_that_is_none_is_refused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Configuration.Options(Optional.of(url), false, false, "2026-01-01"))
                .withMessageContaining(url);
    }

    @Test
    void html_in_articles_is_cleaned_unless_it_is_trusted() {
        assertThat(read("").sanitise()).isTrue();
        assertThat(read("content.html=trusted").sanitise()).isFalse();
        assertThat(read("content.max.kilobytes=3").maxArticleBytes()).isEqualTo(3072);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "site.titel=x; the key \"site.titel\" means nothing [unknown-key]",
                "index.posts_per_page=0; \"0\" is not a whole number above 0 [configuration]",
                "content.html=yes; \"yes\" is not a way to treat HTML [configuration]",
                "content.folder=../x; \"../x\" is not a folder inside the project [configuration]",
                "data.folder=facts; figures are read from data, and from no other folder [configuration]",
                "site.navigation=Home; \"Home\" has no title and address [configuration]",
                "site.footer=Up|/../; empty or relative segment in /../ [configuration]",
                "site.title=B; the key \"site.title\" is in line 1 too [duplicate-key]"
            })
    void a_wrong_line_is_told_with_its_place(String line, String problem) {
        read("\n  " + line);

        assertThat(problems()).singleElement().asString().startsWith("jbake.properties:4:3: error: " + problem);
    }

    @Test
    void what_must_be_there_is_told() {
        kitchen.file("jbake.properties", "# nothing\n");
        Configuration.read(new SourceTree(kitchen.root, findings), OPTIONS, findings);

        assertThat(problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("\"site.title\" is missing"))
                .anyMatch(problem -> problem.contains("\"site.host\" is missing"));
    }

    @Test
    void a_folder_without_configuration_says_how_to_start() throws Exception {
        Files.delete(kitchen.root.resolve("jbake.properties"));

        assertThat(Configuration.read(new SourceTree(kitchen.root, findings), OPTIONS, findings))
                .isEmpty();
        assertThat(problems()).singleElement().asString().contains("plainfact init");
    }
}
