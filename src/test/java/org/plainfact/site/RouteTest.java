package org.plainfact.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    @Test
    void a_page_is_an_index_file_in_a_folder_of_its_name() {
        assertThat(Route.of("/articles/x/").file()).isEqualTo("articles/x/index.html");
        assertThat(Route.of("/").file()).isEqualTo("index.html");
    }

    @Test
    void a_file_is_a_file_of_its_name() {
        assertThat(Route.of("/feed.xml").file()).isEqualTo("feed.xml");
        assertThat(Route.of("/tables/a.csv").below(Path.of("out"))).isEqualTo(Path.of("out/tables/a.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//",
                "/a//b",
                "/..",
                "/../x",
                "/a/../b/",
                "/./a",
                "/a/.",
                "/a\\b",
                "/C:/x",
                "/a\u0000b",
                "/a\nb",
                "/%2e%2e/x",
                "/a?b",
                "/a#b",
                "/<script>"
            })
    void what_could_leave_the_output_or_break_an_address_is_refused(String path) {
        assertThatThrownBy(() -> Route.of(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../x", "/../../x/", "/a/../../x", "/..", "/./../x"})
    void no_file_lies_outside_the_output(String path) {
        assertThatThrownBy(() -> Route.of(path).below(Path.of("/site/output")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_segment_longer_than_file_systems_take_is_refused() {
        assertThat(Route.of("/" + "a".repeat(240) + "/").isPage()).isTrue();
        assertThatThrownBy(() -> Route.of("/" + "ä".repeat(121) + "/")).hasMessageContaining("240 bytes");
    }

    @Test
    void a_child_stands_below_its_page() {
        assertThat(Route.of("/faq/").child("x/")).isEqualTo(Route.of("/faq/x/"));
    }

    /** A letter with its accent behind it, as macOS names files, is another file than the letter with its accent on it. */
    @Test
    void an_address_leads_to_the_very_characters_of_the_path() {
        assertThat(Route.of("/cafe\u0301/").encoded()).isEqualTo("/cafe%CC%81/");
        assertThat(Route.of("/caf\u00e9/").encoded()).isEqualTo("/caf%C3%A9/");
        assertThat(Route.of("/\ud83d\udca1 (a+b)/it's,[1].md").encoded())
                .isEqualTo("/%F0%9F%92%A1%20(a+b)/it's,%5B1%5D.md");
    }
}
