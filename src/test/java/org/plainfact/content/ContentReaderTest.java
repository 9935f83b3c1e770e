package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

class ContentReaderTest {
    private static final String ARTICLE = "---\ntitle: T\ndescription: D\ndate: 2026-01-02\n---\nText\n";

    @TempDir
    Path folder;

    @Test
    void the_folder_gives_type_and_id() {
        Reading.Project project = Reading.project(
                folder,
                Map.of(
                        "content/articles/a/one.md", ARTICLE,
                        "content/faq/two.md", ARTICLE,
                        "content/glossary/three.md", ARTICLE,
                        "content/about.md", ARTICLE,
                        "content/guides/four.md", ARTICLE,
                        "content/pages/five.md", ARTICLE));
        assertThat(project.articles())
                .extracting(article -> article.path() + " " + article.type() + " " + article.id())
                .containsExactly(
                        "content/about.md page about",
                        "content/articles/a/one.md article a/one",
                        "content/faq/two.md question two",
                        "content/glossary/three.md term three",
                        "content/guides/four.md page guides/four",
                        "content/pages/five.md page five");
        assertThat(project.told()).isEmpty();
    }

    @Test
    void many_articles_come_in_the_order_of_their_paths() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 99; i >= 0; i--) {
            files.put("content/articles/a%02d.md".formatted(i), ARTICLE);
        }
        assertThat(Reading.project(folder, files).articles())
                .extracting(Article::id)
                .isSorted()
                .hasSize(100);
    }

    @Test
    void other_files_are_left_alone() {
        assertThat(ContentReader.isContent("content/a.md")).isTrue();
        assertThat(ContentReader.isContent("content/a.png")).isFalse();
        assertThat(Reading.project(folder, Map.of("content/a.png", "x")).articles())
                .isEmpty();
    }

    @Test
    void a_project_without_content_has_no_articles() {
        assertThat(Reading.project(folder, Map.of()).articles()).isEmpty();
    }

    @Test
    void two_articles_of_one_type_with_one_id_are_told_with_both_files() {
        Reading.Project project = Reading.project(
                folder,
                Map.of(
                        "content/articles/x.md",
                        ARTICLE,
                        "content/x.md",
                        ARTICLE.replace("title", "type: article\ntitle")));
        assertThat(project.told())
                .containsExactly("content/x.md:1:1: error: the article x is also in content/articles/x.md"
                        + " [duplicate-id]\n  hint: rename one of the files");
    }

    @Test
    void an_article_that_is_too_large_is_told_and_the_others_are_read() throws Exception {
        Files.createDirectories(folder.resolve("content"));
        Files.writeString(folder.resolve("content/a.md"), ARTICLE);
        Files.writeString(folder.resolve("content/b.md"), ARTICLE + "x".repeat(1000));
        Findings findings = new Findings();
        ContentOptions options = ContentOptions.standard().withMaxArticleBytes(500);
        assertThat(ContentReader.read(new SourceTree(folder, findings), options, findings))
                .extracting(Article::id)
                .containsExactly("a");
        assertThat(findings.sorted()).extracting(finding -> finding.rule()).containsExactly("file-too-large");
    }

    @Test
    void reading_twice_gives_the_same() {
        Map<String, String> files = Map.of("content/articles/x.md", ARTICLE + "\n{figure}`a`[^1]\n\n[^1]: n\n");
        assertThat(Reading.project(folder, files)).isEqualTo(Reading.project(folder, files));
    }
}
