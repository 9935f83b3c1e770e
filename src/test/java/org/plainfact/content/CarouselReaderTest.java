package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.memo.Memory;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

class CarouselReaderTest {
    @TempDir
    private Path project;

    private final Findings findings = new Findings();

    private Carousel read(String text) throws IOException {
        Path folder = Files.createDirectories(project.resolve("content/articles"));
        Files.writeString(folder.resolve("a.md"), "---\ntitle: A\ndescription: A.\ndate: 2026-01-01\n---\n\nText.\n");
        Files.writeString(folder.resolve("a.carousel.md"), text);
        SourceTree tree = new SourceTree(project, findings);
        List<Article> articles = ContentReader.read(tree, ContentOptions.standard(), findings);
        assertThat(articles).extracting(Article::path).containsExactly("content/articles/a.md");
        return ContentReader.readCarousels(tree, ContentOptions.standard(), articles, new Memory().begin(), findings)
                .getFirst();
    }

    private String told() {
        return findings.sorted().stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }

    private static String html(Body body) {
        return body.parts().stream()
                .map(part -> part instanceof Body.Part.Html html ? html.html().strip() : "{}")
                .collect(Collectors.joining());
    }

    @Test
    void slides_stand_between_lines_of_three_hyphens() throws IOException {
        Carousel carousel = read("# One\n\n---\n\nTwo.\n\n---\n\n## Three\nAnd *more*.\n");

        assertThat(carousel.article()).isEqualTo("content/articles/a.md");
        assertThat(carousel.slides()).hasSize(3);
        assertThat(carousel.slides().getFirst().heading().map(CarouselReaderTest::html))
                .contains("One");
        assertThat(carousel.slides().get(1).heading()).isEmpty();
        assertThat(html(carousel.slides().getLast().body())).isEqualTo("<p>And <em>more</em>.</p>");
        assertThat(carousel.slides().getLast().span()).hasToString("content/articles/a.carousel.md:9:1");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_line_of_hyphens_in_a_fence_ends_no_slide_and_a_hash_there_heads_none() throws IOException {
        Carousel carousel = read("````\n```\n---\n# no\n````\n\n# Yes\n");

        assertThat(carousel.slides()).hasSize(1);
        assertThat(carousel.slides().getFirst().heading().map(CarouselReaderTest::html))
                .contains("Yes");
    }

    @Test
    void settings_are_taken_out_of_the_slide() throws IOException {
        Carousel.Slide slide = read("```{slide} point\n:alt: A pump\n```\n\n# One\n\nText.\n")
                .slides()
                .getFirst();

        assertThat(slide.settings().map(Body.Part.Directive::argument)).contains("point");
        assertThat(slide.settings().flatMap(call -> call.option("alt")).map(Body.Option::text))
                .contains("A pump");
        assertThat(html(slide.body())).isEqualTo("<p>Text.</p>");
    }

    @Test
    void a_slide_has_settings_once() throws IOException {
        read("```{slide} point\n```\n\n```{slide} table\n```\n");

        assertThat(told()).contains("a.carousel.md:4:1: error: the slide has its settings in line 1 already");
    }

    @Test
    void front_matter_says_captions_and_hashtags() throws IOException {
        Carousel carousel = read("---\ncaption: All.\ncaptions:\n  x: Only X.\nhashtags: [a, b c]\n---\n");

        assertThat(carousel.head().caption().map(CarouselReaderTest::html)).contains("<p>All.</p>");
        assertThat(carousel.head().captions()).containsOnlyKeys("x");
        assertThat(carousel.head().hashtags()).contains(List.of("a", "b c"));
        assertThat(carousel.head().spanOf("captions.x", carousel.path()).line()).isEqualTo(4);
        assertThat(carousel.slides()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void an_unknown_key_is_told() throws IOException {
        read("---\ncaptoin: All.\n---\n");

        assertThat(told()).contains("a.carousel.md:2:1: warning: a carousel has no key captoin", "\"caption\"?");
    }

    @Test
    void a_fault_of_the_text_is_told_at_its_line() throws IOException {
        read("# One\n\n---\n\n```{table} pumps\n");

        assertThat(told()).contains("a.carousel.md:5:1: error: {table} is not closed");
    }
}
