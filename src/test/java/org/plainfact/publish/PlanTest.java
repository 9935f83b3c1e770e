package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainfact.source.Digests;

/** What is sent, and in which order. */
class PlanTest {
    private static Entry entry(String path, String text) {
        return Entry.of(path, Digests.sha256(text.getBytes(UTF_8)), text.length());
    }

    private static Manifest site(Entry... entries) {
        return Manifest.of(List.of(entries));
    }

    private static List<String> paths(List<Entry> entries) {
        return entries.stream().map(Entry::path).toList();
    }

    @Test
    void new_changed_removed_and_unchanged_files_are_told_apart() {
        Manifest live = site(entry("same.html", "s"), entry("changed.html", "old"), entry("gone.html", "g"));
        Manifest next = site(entry("same.html", "s"), entry("changed.html", "newer"), entry("new.html", "nnn"));

        Plan plan = Plan.of(live, next);

        assertThat(paths(plan.added())).containsExactly("new.html");
        assertThat(paths(plan.changed())).containsExactly("changed.html");
        assertThat(paths(plan.removed())).containsExactly("gone.html");
        assertThat(paths(plan.unchanged())).containsExactly("same.html");
        assertThat(plan.bytes()).isEqualTo(8);
    }

    @Test
    void the_same_site_leaves_nothing_to_do() {
        Manifest live = site(entry("same.html", "s"));

        assertThat(Plan.of(live, live).isEmpty()).isTrue();
        assertThat(Plan.of(live, live).waves()).isEmpty();
    }

    @Test
    void what_others_refer_to_goes_first_and_what_tells_of_pages_last() {
        String sheet = "assets/site." + Digests.sha256("css".getBytes(UTF_8)).substring(0, 12) + ".css";
        Manifest next = site(
                entry("index.html", "i"),
                entry("articles/a/index.html", "a"),
                entry("articles/a/picture.png", "p"),
                entry("articles/a.md", "m"),
                entry("feed.xml", "f"),
                entry("search.json", "{}"),
                entry("figures.json", "{}"),
                entry(sheet, "css"));

        assertThat(Plan.of(Manifest.NONE, next).waves().stream().map(PlanTest::paths))
                .containsExactly(
                        List.of(sheet),
                        List.of("articles/a/picture.png", "articles/a.md"),
                        List.of("articles/a/index.html", "index.html"),
                        List.of("feed.xml", "figures.json", "search.json"));
    }

    @Test
    void losing_more_than_half_of_the_live_site_is_most_of_it() {
        Manifest live = site(IntStream.range(0, 4)
                .mapToObj(i -> entry("p" + i + ".html", "p"))
                .toArray(Entry[]::new));
        Manifest half = Manifest.of(live.files().values().stream().limit(2).toList());
        Manifest less = Manifest.of(live.files().values().stream().limit(1).toList());
        Manifest other = Manifest.of(Stream.concat(
                        less.files().values().stream(),
                        IntStream.range(0, 9).mapToObj(i -> entry("q" + i + ".html", "q")))
                .toList());

        assertThat(Plan.of(live, half).removesMost()).isFalse();
        assertThat(Plan.of(live, less).removesMost()).isTrue();
        assertThat(Plan.of(live, other).removesMost()).isTrue();
    }
}
