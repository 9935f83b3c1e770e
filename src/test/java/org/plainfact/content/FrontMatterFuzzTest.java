package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.plainfact.source.MemoryProject;

class FrontMatterFuzzTest {
    private static final String PATH = "content/articles/x.md";

    @DictionaryFile(resourcePath = "front-matter.dict")
    @FuzzTest
    void any_article_is_read_or_told(byte[] bytes) {
        try (MemoryProject project = new MemoryProject().with(PATH, bytes)) {
            List<Article> articles = ContentReader.read(project.tree(), ContentOptions.standard(), project.findings());

            project.checkPlaces();
            assertThat(articles.size() == 1 || project.findings().hasErrors()).isTrue();
            articles.forEach(article -> check(article, project.findings().hasErrors()));
        }
    }

    private static void check(Article article, boolean faulty) {
        Article.FrontMatter head = article.head();
        Stream.of(head.date(), head.updated(), head.reviewed(), head.review())
                .flatMap(date -> date.stream())
                .forEach(date -> assertThat(LocalDate.parse(date)).hasToString(date));
        assertThat(head.slug()).isNotEmpty().doesNotStartWith(".").doesNotContain("/", "\\", "%", "<", "\"");
        assertThat(head.aliases()).allMatch(alias -> alias.startsWith("/") && !alias.contains(".."));
        assertThat(faulty || !head.title().isBlank()).isTrue();
        Stream.of(
                        Stream.of(head.description()),
                        head.hook().stream(),
                        head.takeaways().stream(),
                        head.corrections().stream().map(Article.Correction::text))
                .flatMap(bodies -> bodies)
                .forEach(Inert::check);
    }
}
