package org.plainfact.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.plainfact.site.Route;
import org.plainfact.source.Digests;

/** What hosts read from files. */
class HostFilesTest {
    private static final List<Redirect> MOVED = List.of(
            new Redirect(Route.of("/old/"), Route.of("/new/")),
            new Redirect(Route.of("/옛 글+1/"), Route.of("/글/")),
            new Redirect(Route.of("/old.html"), Route.of("/new/")));

    private static SortedMap<String, String> texts(HostFiles files, Edition edition) {
        return Editions.texts(files.addTo(edition));
    }

    @Test
    void redirects_take_the_place_of_pages_that_lead_on() {
        Edition edition = Editions.of(
                "old/index.html", "moved", "옛 글+1/index.html", "moved", "old.html", "moved", "new/index.html", "here");

        SortedMap<String, String> texts = texts(new HostFiles("", "", MOVED), edition);

        assertThat(texts).containsOnlyKeys("_headers", "_redirects", "new/index.html");
        assertThat(texts.get("_redirects")).isEqualTo("""
                        /old/ /new/ 301
                        /%EC%98%9B%20%EA%B8%80+1/ /%EA%B8%80/ 301
                        /old.html /new/ 301
                        """);
    }

    @Test
    void a_site_below_a_path_has_it_in_all_rules() {
        SortedMap<String, String> texts =
                texts(new HostFiles("/sub", "default-src 'self'", MOVED), Editions.of("new/index.html", "here"));

        assertThat(texts.get("_redirects")).startsWith("/sub/old/ /sub/new/ 301\n");
        assertThat(texts.get("_headers")).isEqualTo("""
                        /sub/*
                          Content-Security-Policy: default-src 'self'
                          X-Content-Type-Options: nosniff
                          Referrer-Policy: strict-origin-when-cross-origin
                        """);
    }

    @Test
    void a_folder_of_nothing_but_fingerprinted_files_has_one_rule_and_a_mixed_one_a_rule_for_each() {
        String mark = Digests.sha256("x".getBytes()).substring(0, 12);
        Edition edition = Editions.of(Map.of(
                "assets/a." + mark + ".css",
                "x",
                "assets/b." + mark + ".js",
                "x",
                "mixed/c." + mark + ".css",
                "x",
                "mixed/d.css",
                "x"));

        assertThat(texts(new HostFiles("", "", List.of()), edition).get("_headers"))
                .contains("\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
                .contains("\n/mixed/c." + mark + ".css\n  Cache-Control: public, max-age=31536000, immutable\n")
                .doesNotContain("d.css", "a." + mark);
    }

    @Test
    void files_that_the_site_brings_are_left_as_they_are() {
        Edition edition = Editions.of("_headers", "mine", "_redirects", "mine too", "old/index.html", "moved");

        assertThat(texts(new HostFiles("", "p", MOVED), edition)).isEqualTo(Editions.texts(edition));
    }
}
