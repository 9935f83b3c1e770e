package org.plainfact.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.plainfact.content.Article;
import org.plainfact.content.Carousel;
import org.plainfact.content.ContentOptions;
import org.plainfact.content.ContentReader;
import org.plainfact.directive.Library;
import org.plainfact.directive.Links;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.site.Project;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.MemoryProject;

class PostFuzzTest {
    private static final String ARTICLE = "content/articles/x.md";
    private static final int SLIDES = 10;

    @DictionaryFile(resourcePath = "post.dict")
    @FuzzTest
    void any_article_becomes_a_site_and_posts_within_the_limits_of_their_networks(byte[] bytes) {
        try (MemoryProject memory =
                new MemoryProject().withAll(bytes, List.of(ARTICLE, "content/articles/x.carousel.md"))) {
            Site site = Project.in(memory.root()).page("about", "Text.").site();
            Findings findings = memory.findings();
            List<Article> articles = ContentReader.read(memory.tree(), ContentOptions.standard(), findings);
            List<Carousel> written = ContentReader.readCarousels(
                    memory.tree(), ContentOptions.standard(), articles, new Memory().begin(), findings);
            Session session = new Memory().begin();
            session.world().know(Library.class, site.world().part(Library.class));
            session.world().know(Links.class, site.world().part(Links.class));
            Map<String, Script> scripts = Script.readAll(written, articles, site, session, findings);
            List<Platform> platforms = Platforms.read(memory.tree(), "2026-11-27", session, findings);

            Carousels carousels = new Carousels(site, scripts, SLIDES);

            assertThat(platforms).hasSizeGreaterThan(5);
            carousels.articles().stream()
                    .flatMap(article -> carousels.posts(article, platforms, platforms).stream())
                    .forEach(post -> check(post, scripts.isEmpty()));
        }
    }

    private static void check(Post post, boolean made) {
        assertThat(post.slides())
                .extracting(Slide::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, post.slides().size()).boxed().toList());
        if (made) {
            assertThat(post.slides()).hasSizeBetween(1, SLIDES);
        }
        assertThat(post.messages().stream()
                        .flatMap(message -> message.slides().stream())
                        .toList())
                .as("slides that are posted")
                .isEqualTo(posted(post));
        boolean tooLong = post.messages().stream().anyMatch(message -> over(message.budgets()))
                || over(post.headingBudgets())
                || post.altBudgets().stream().anyMatch(PostFuzzTest::over);
        assertThat(!tooLong || !post.findings().isEmpty())
                .as("too long, and not told")
                .isTrue();
    }

    /** All, or as many as the network takes, with what is left told. */
    private static List<Slide> posted(Post post) {
        int most = post.platform().slides().orElse(Integer.MAX_VALUE);
        boolean all = !post.platform().thread()
                || post.slides().size() <= (long) most * post.messages().size();
        assertThat(all || !post.findings().isEmpty())
                .as("left out, and not told")
                .isTrue();
        return all
                ? post.slides()
                : post.slides().subList(0, most * post.messages().size());
    }

    private static boolean over(List<Budget> budgets) {
        return budgets.stream().anyMatch(budget -> budget.left() < 0);
    }
}
