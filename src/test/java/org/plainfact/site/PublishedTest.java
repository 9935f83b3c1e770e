package org.plainfact.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void one_published_picture() {
        project = Project.in(folder).with(new Pictures(Map.of("images/pump.png", Route.of("/assets/pump.0123.png"))));
    }

    private record Pictures(Map<String, Route> all) implements Published {
        @Override
        public Optional<Route> find(String written, String from) {
            return Optional.ofNullable(all.get(written));
        }

        @Override
        public boolean has(Route route) {
            return all.containsValue(route);
        }
    }

    @Test
    void a_picture_has_the_address_at_which_it_is_published() {
        project.article("one", "![A pump](images/pump.png)\n\n[the same](images/pump.png)");

        assertThat(Project.content(project.site(), "/articles/one/", Content.Explainer.class)
                        .body()
                        .toString())
                .contains("src=\"/assets/pump.0123.png\"", "href=\"/assets/pump.0123.png\"");
        assertThat(project.told()).isEmpty();
    }

    @Test
    void a_picture_that_is_not_published_is_told() {
        project.article("one", "![A pump](images/pmup.png)");

        assertThat(project.told())
                .singleElement()
                .asString()
                .startsWith("content/articles/one.md:7:")
                .contains("images/pmup.png", "[broken-link]");
    }

    @Test
    void the_picture_of_an_article_is_absolute_in_its_json() {
        project.article("one", "2026-01-01", "hero:\n  src: images/pump.png\n  alt: A pump", "Text.");

        assertThat(Project.page(project.site(), "/articles/one/").jsonLd().getFirst())
                .contains("\"image\":\"https://example.org/assets/pump.0123.png\"");
    }
}
