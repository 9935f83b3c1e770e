package org.plainfact.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import org.plainfact.memo.Memory;
import org.plainfact.source.MemoryProject;

class CarouselFuzzTest {
    private static final String ARTICLE = "---\ntitle: T\ndescription: D\ndate: 2026-01-02\n---\nText\n";

    @DictionaryFile(resourcePath = "markdown.dict")
    @FuzzTest
    void any_text_is_parted_into_slides_that_hold_all_of_it(byte[] bytes) {
        try (MemoryProject project = new MemoryProject()
                .with("content/articles/x.md", ARTICLE.getBytes(UTF_8))
                .with("content/articles/x.carousel.md", bytes)) {
            ContentOptions options = ContentOptions.standard();
            List<Article> articles = ContentReader.read(project.tree(), options, project.findings());
            List<Carousel> carousels = ContentReader.readCarousels(
                    project.tree(), options, articles, new Memory().begin(), project.findings());

            project.checkPlaces();
            assertThat(carousels.size() == 1 || project.findings().hasErrors()).isTrue();
            carousels.forEach(carousel -> check(carousel, new String(bytes, UTF_8)));
        }
    }

    private static void check(Carousel carousel, String text) {
        carousel.bodies().forEach(Inert::check);
        StringBuilder slides = new StringBuilder();
        for (Carousel.Slide slide : carousel.slides()) {
            slide.heading().ifPresent(heading -> slides.append(heading.markdown()));
            slides.append(slide.body().markdown());
        }
        if (!text.stripLeading().replaceFirst("^\uFEFF", "").startsWith("---")) {
            assertThat(letters(slides.toString())).isEqualTo(letters(text));
        }
    }

    /** In their order of the alphabet: the words of a heading come before what stands above it. Marks of slides and headings are none. */
    private static int[] letters(String text) {
        return Arrays.stream(
                        text.codePoints().filter(Character::isLetterOrDigit).toArray())
                .sorted()
                .toArray();
    }
}
