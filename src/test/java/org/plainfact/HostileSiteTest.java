package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.content.HostileBuilds;

/** All families of hostile texts on one site, each as an article: what {@link HostileBuildTest} does at their largest size. */
@Tag("slow")
class HostileSiteTest {
    private static final int SIZE = 2_000;

    @TempDir
    private Path site;

    @BeforeEach
    void start() throws Exception {
        CarouselSite.unpack(site);
        HostileBuilds.write(site.resolve("content/articles"), SIZE);
    }

    @Test
    @Timeout(300)
    void a_check_goes_through_all_of_them() {
        Built.Answer answer = Built.run(site, "check", "--suggestions", "--format", "json");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isEqualTo(Main.FINDINGS);
        assertThat(answer.out())
                .contains("overclaim-recommendation", "typed-number", "invalid-html", "term-not-linked")
                .doesNotContain("style-too-costly");
    }

    @Test
    @Timeout(300)
    void posts_of_some_are_made_or_told() {
        List<String> articles = IntStream.range(0, HostileBuilds.count())
                .filter(i -> i % 25 == 0)
                .mapToObj(i -> "hostile-" + i)
                .toList();
        String[] command = Stream.concat(Stream.of("carousel", "--platform", "x"), articles.stream())
                .toArray(String[]::new);
        Built.Answer answer = Built.run(site, command);

        assertThat(answer.err()).doesNotContain("plainfact:");
        assertThat(answer.code()).isEqualTo(Main.FINDINGS);
    }
}
