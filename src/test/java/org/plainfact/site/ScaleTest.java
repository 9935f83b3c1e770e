package org.plainfact.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.content.Article;
import org.plainfact.source.Findings;

@Tag("slow")
class ScaleTest {
    private static final int ARTICLES = 10_000;

    @TempDir
    Path folder;

    /** Measured: a few seconds. Anything quadratic in the articles takes minutes. */
    @Test
    void ten_thousand_articles_on_one_topic_are_assembled_in_seconds() {
        Project project = Project.in(folder)
                .article("first", "2026-01-01", "topics: [Heat]\ntags: [All]", """
                        See [this](/archive/#_year-2026). Alpha has {figure}`alpha-cop.cop` by {source}`field-trial`.

                        ```{table} pumps
                        ```
                        """)
                .question("first", "Heat", "It delivers {figure}`beta.heat`.");
        Project.Inputs inputs = project.inputs();
        List<Article> many = new ArrayList<>();
        inputs.articles().forEach(article -> copies(article, many));
        Findings findings = new Findings();

        Site site = assertTimeout(
                Duration.ofSeconds(60),
                () -> Assembly.assemble(
                        Project.settings("https://example.org"),
                        inputs.data(),
                        inputs.figures(),
                        many,
                        Published.UNKNOWN,
                        Assembly.memory().begin(),
                        findings));

        assertThat(findings.sorted()).isEmpty();
        assertThat(site.outputs()).hasSizeGreaterThan(3 * ARTICLES);
        assertThat(Project.content(site, "/topics/heat/", Content.Topic.class).articles())
                .hasSize(ARTICLES);
        assertThat(Project.content(site, "/faq/a-7/", Content.Question.class).related())
                .hasSize(5);
    }

    private static void copies(Article article, List<Article> many) {
        for (int i = 0; i < ARTICLES; i++) {
            many.add(copy(article, "a-" + i));
        }
    }

    private static Article copy(Article article, String name) {
        Article.FrontMatter head = article.head();
        return new Article(
                article.type(),
                name,
                "content/" + article.type() + "/" + name + ".md",
                new Article.FrontMatter(
                        head.title(),
                        head.description(),
                        head.date(),
                        head.updated(),
                        head.reviewed(),
                        head.review(),
                        head.authors(),
                        head.tags(),
                        head.topics(),
                        head.status(),
                        name,
                        head.aliases(),
                        head.hero(),
                        head.takeaways(),
                        head.hook(),
                        head.corrections(),
                        new HashMap<>(head.spans()),
                        head.other()),
                article.text(),
                article.allowances());
    }
}
