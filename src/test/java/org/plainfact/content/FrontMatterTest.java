package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.content.Article.FrontMatter;
import org.plainfact.content.Article.Image;
import org.plainfact.content.Article.Status;

class FrontMatterTest {
    private static final String NEEDED = "title: T\ndescription: D\ndate: 2026-01-02\n";

    @TempDir
    Path folder;

    private Reading.Project read(String text) {
        return Reading.project(folder, Map.of("content/articles/heat-pumps.md", text));
    }

    private Reading.Project keys(String yaml) {
        return read("---\n" + NEEDED + yaml + "---\nText\n");
    }

    private FrontMatter head(String yaml) {
        Reading.Project project = keys(yaml);
        assertThat(project.told()).isEmpty();
        return project.articles().getFirst().head();
    }

    @Test
    void all_keys_are_read() {
        FrontMatter head = head("""
                updated: 2026-02-03
                reviewed: 2026-03-04
                authors: [Ann Bee, Cy Dee]
                tags:
                  - heat
                  - power
                topics: house, water
                status: draft
                slug: pumps
                aliases: [/old/, /older/x.html]
                hero:
                  src: pump.jpg
                  alt: A pump
                takeaways:
                  - One *thing*
                  - "Two: things"
                hook: What does {figure}`a.b` cost?
                x-own: yes
                """);
        assertThat(head.title()).isEqualTo("T");
        assertThat(head.date()).contains("2026-01-02");
        assertThat(head.updated()).contains("2026-02-03");
        assertThat(head.reviewed()).contains("2026-03-04");
        assertThat(head.authors()).containsExactly("Ann Bee", "Cy Dee");
        assertThat(head.tags()).containsExactly("heat", "power");
        assertThat(head.topics()).containsExactly("house", "water");
        assertThat(head.status()).isEqualTo(Status.DRAFT);
        assertThat(head.slug()).isEqualTo("pumps");
        assertThat(head.aliases()).containsExactly("/old/", "/older/x.html");
        assertThat(head.hero()).contains(new Image("pump.jpg", "A pump"));
        assertThat(head.takeaways()).extracting(Reading::html).containsExactly("One <em>thing</em>", "Two: things");
        assertThat(head.hook().map(Reading::html)).contains("What does «figure a.b» cost?");
        assertThat(head.other()).containsExactly(Map.entry("x-own", "yes"));
        assertThat(head.spanOf("slug", "")).hasToString("content/articles/heat-pumps.md:13:1");
    }

    @Test
    void the_slug_is_the_file_name_and_the_status_published_where_nothing_is_said() {
        FrontMatter head = head("");
        assertThat(head.slug()).isEqualTo("heat-pumps");
        assertThat(head.status()).isEqualTo(Status.PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hook: See {figure}`a.b` now\n",
                "hook: 'See {figure}`a.b` now'\n",
                "hook: \"See {figure}`a.b` now\"\n",
                "hook: >\n  See {figure}`a.b`\n  now\n",
                "hook: |\n  See {figure}`a.b`\n  now\n",
                "hook: See {figure}`a.b`\n  now\n"
            })
    void calls_in_values_have_exact_places(String yaml) {
        String text = "---\n" + NEEDED + yaml + "---\nText\n";
        Body hook = read(text).articles().getFirst().head().hook().orElseThrow();
        Body.Part.Role role = (Body.Part.Role) hook.parts().get(1);
        int offset = text.indexOf("{figure}");
        int line = (int) text.substring(0, offset).lines().count();
        int column = offset - text.lastIndexOf('\n', offset);
        assertThat(role.span()).hasToString("content/articles/heat-pumps.md:" + line + ":" + column);
    }

    @Test
    void columns_count_as_editors_do_behind_characters_beyond_the_basic_plane() {
        Reading.Project project = keys("hook: \"\uD83D\uDCA1 {figure}`a.b`\"\n");
        Body hook = project.articles().getFirst().head().hook().orElseThrow();
        assertThat(((Body.Part.Role) hook.parts().get(1)).span()).hasToString("content/articles/heat-pumps.md:5:11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-45x", "2024-13-45", "2023-02-29", "1 May 2024", "2024-1-2", "20240102", "today"})
    void an_impossible_date_is_told(String date) {
        assertThat(keys("updated: " + date + "\n").told().getFirst())
                .startsWith("content/articles/heat-pumps.md:5:10: error: updated is " + date + ", which is no date");
    }

    @Test
    void a_misspelt_status_is_told_with_the_nearest_one() {
        assertThat(keys("status: publishd\n").told())
                .containsExactly("content/articles/heat-pumps.md:5:9: error: there is no status publishd"
                        + " [unknown-status]\n  hint: did you mean \"published\"?");
    }

    @Test
    void a_misspelt_key_is_told_with_the_nearest_one_and_kept() {
        Reading.Project project = keys("titel: X\n");
        assertThat(project.told())
                .containsExactly("content/articles/heat-pumps.md:5:1: warning: Plainfact does not know the key titel"
                        + " [unknown-key]\n  hint: did you mean \"title\"?");
        assertThat(project.articles().getFirst().head().other()).containsEntry("titel", "X");
    }

    @Test
    void what_is_missing_is_told() {
        assertThat(read("---\ntags: [a]\n---\nText\n").rules())
                .containsExactly(
                        "content/articles/heat-pumps.md:1:1 missing-key",
                        "content/articles/heat-pumps.md:1:1 missing-key",
                        "content/articles/heat-pumps.md:1:1 missing-key");
    }

    @Test
    void a_question_needs_a_title_only() {
        Reading.Project project = Reading.project(folder, Map.of("content/faq/x.md", "---\ntitle: Why?\n---\nSo.\n"));
        assertThat(project.told()).isEmpty();
        assertThat(project.articles().getFirst().type()).isEqualTo("question");
    }

    @Test
    void an_article_to_come_needs_a_date() {
        assertThat(read("---\ntitle: T\ndescription: D\nstatus: published-date\n---\nText\n")
                        .told()
                        .getFirst())
                .contains("the front matter has no date");
    }

    @Test
    void a_draft_needs_no_date() {
        assertThat(read("---\ntitle: T\ndescription: D\nstatus: draft\n---\nText\n")
                        .told())
                .isEmpty();
    }

    @Test
    void a_key_given_twice_is_told_with_both_lines() {
        assertThat(keys("title: Again\n").told().getFirst())
                .startsWith("content/articles/heat-pumps.md:5:1: error: the key title is given in line 2 and again in"
                        + " line 5 [duplicate-key]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: [a, b]              | 5:8  | title cannot be a list",
                "hook: {a: b}               | 5:7  | hook cannot be keys and values",
                "hero: x.jpg                | 5:7  | hero cannot be text",
                "takeaways: [One: two]      | 5:13 | an item of takeaways cannot be keys and values",
                "tags: {a: b}               | 5:7  | tags cannot be keys and values",
            })
    void a_value_of_another_type_is_told(String line, String place, String problem) {
        String text = "---\ndescription: D\ndate: 2026-01-02\n" + (line.startsWith("title") ? "" : "title: T") + "\n"
                + line + "\n---\nText\n";
        assertThat(read(text).told().getFirst())
                .startsWith("content/articles/heat-pumps.md:" + place + ": error: " + problem);
    }

    @Test
    void a_call_in_the_title_is_told() {
        assertThat(read("---\ntitle: Of {figure}`a.b`\ndescription: D\ndate: 2026-01-02\n---\nText\n")
                        .rules())
                .containsExactly("content/articles/heat-pumps.md:2:8 role-in-title");
    }

    @Test
    void a_key_without_a_value_is_told() {
        assertThat(keys("hook:\n").rules()).containsExactly("content/articles/heat-pumps.md:5:1 missing-value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hook: Heat: what it costs      | 5:11 | put the value in quotes",
                "hook: {figure}`a.b` costs      | 5:15 | put the value in quotes",
                "hook: `code` first             | 5:7  | put the value in quotes",
                "hook: @home                    | 5:7  | put the value in quotes",
                "hook: *stars*                  | 5:13 | put the value in quotes",
                "hook: 'it                      | 6:1  | a quotation mark, bracket or brace is opened and not closed",
            })
    void broken_yaml_is_told_in_words_that_help(String line, String place, String hint) {
        String told = keys(line + "\n").told().getFirst();
        assertThat(told).contains("[broken-front-matter]").contains("hint: " + hint);
        assertThat(told).startsWith("content/articles/heat-pumps.md:" + place + ": ");
    }

    @Test
    void broken_front_matter_hides_neither_the_article_nor_its_text() {
        Reading.Project project = read("---\ntitle: a: b\n---\nSee {figure}`x`\n");
        assertThat(project.findings()).hasSize(1);
        assertThat(project.articles().getFirst().id()).isEqualTo("heat-pumps");
        assertThat(project.articles().getFirst().body().parts()).hasSize(3);
    }

    @Test
    void tags_of_yaml_are_refused() {
        assertThat(keys("hook: !!java.io.File [x]\n").rules()).contains("content/articles/heat-pumps.md:5:7 yaml-tag");
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 70; i++) {
            yaml.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertThat(keys(yaml.toString()).rules()).anyMatch(rule -> rule.endsWith("broken-front-matter"));
        assertThat(keys("x-a: &a [x]\nx-b: [" + "*a, ".repeat(60) + "x]\n").rules())
                .anyMatch(rule -> rule.endsWith("broken-front-matter"));
    }

    @Test
    void a_value_that_holds_itself_is_told() {
        assertThat(keys("x-a: &a [*a]\n").rules())
                .containsExactly("content/articles/heat-pumps.md:5:6 broken-front-matter");
    }

    @Test
    void the_header_of_jbake_is_read() {
        Reading.Project project = read("""
                title=Heat = work
                description=What *it* is
                date=2026-01-02
                type=post
                status=published
                tags=a, b
                og={"image": "x.png"}
                ~~~~~~

                Text
                """);
        assertThat(project.told()).isEmpty();
        Article article = project.articles().getFirst();
        assertThat(article.type()).isEqualTo("article");
        assertThat(article.head().title()).isEqualTo("Heat = work");
        assertThat(article.head().tags()).isEqualTo(List.of("a", "b"));
        assertThat(article.head().other()).containsExactly(Map.entry("og", "{\"image\": \"x.png\"}"));
        assertThat(Reading.html(article.body())).isEqualTo("<p>Text</p>\n");
    }

    @Test
    void without_a_status_the_header_of_jbake_makes_a_draft() {
        assertThat(read("title=T\ndescription=D\n~~~~~~\nText\n")
                        .articles()
                        .getFirst()
                        .head()
                        .status())
                .isEqualTo(Status.DRAFT);
    }

    @Test
    void a_line_without_an_equals_sign_is_told() {
        assertThat(read("title=T\ndescription=D\nno key\n~~~~~~\nText\n").rules())
                .containsExactly("content/articles/heat-pumps.md:3:1 broken-front-matter");
    }

    @Test
    void broken_json_in_the_header_of_jbake_is_told_at_its_place() {
        assertThat(read("title=T\ndescription=D\nog={\"a\": \n~~~~~~\nText\n").rules())
                .containsExactly("content/articles/heat-pumps.md:3:9 broken-front-matter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title=T;description=D;;Text          | end the keys with a line ~~~~~~",
                "title: T;;Text                       | put a line --- before the keys",
                "Just text                            | begin with a line ---",
            })
    void a_file_without_front_matter_is_told(String text, String hint) {
        assertThat(read(text.replace(';', '\n')).told().getFirst())
                .contains(":1:1: error: the file does not begin with front matter")
                .contains("hint: " + hint);
    }

    @Test
    void front_matter_without_its_end_is_told() {
        assertThat(read("---\ntitle: T\n\nText\n").rules())
                .containsExactly("content/articles/heat-pumps.md:1:1 front-matter-not-closed");
    }

    @Test
    void an_empty_file_is_told() {
        assertThat(read("\n").rules()).containsExactly("content/articles/heat-pumps.md:1:1 empty-file");
    }

    @Test
    void an_article_without_text_is_told() {
        assertThat(read("---\n" + NEEDED + "---\n\n").rules())
                .containsExactly("content/articles/heat-pumps.md:6:1 empty-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../x", "a b", "..", ".x", "a?b", "a%2e"})
    void a_slug_that_is_no_part_of_an_address_is_told(String slug) {
        assertThat(keys("slug: " + slug + "\n").rules())
                .containsExactly("content/articles/heat-pumps.md:5:7 impossible-slug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "//host/x", "/../x", "https://x.org/"})
    void an_alias_that_is_no_path_of_the_site_is_told(String alias) {
        assertThat(keys("aliases: [\"" + alias + "\"]\n").rules())
                .containsExactly("content/articles/heat-pumps.md:5:11 impossible-alias");
    }

    @Test
    void a_hero_without_words_is_told() {
        assertThat(keys("hero:\n  src: x.jpg\n").rules())
                .containsExactly("content/articles/heat-pumps.md:5:1 image-without-alt");
    }

    @Test
    void an_unknown_type_is_told() {
        assertThat(keys("type: artcle\n").told().getFirst())
                .contains(":5:7: error: there is no type artcle")
                .contains("did you mean \"article\"?");
    }

    @Test
    void windows_line_ends_are_no_part_of_values() {
        Reading.Project project = read("---\r\ntitle: T\r\ndescription: D\r\ndate: 2026-01-02\r\n---\r\nText\r\n");
        assertThat(project.told()).isEmpty();
        assertThat(project.articles().getFirst().head().title()).isEqualTo("T");
    }
}
