package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.Configuration;
import org.plainfact.impact.Change;
import org.plainfact.impact.Edition;
import org.plainfact.impact.Impact;
import org.plainfact.impact.Reading.Kind;

/** What is told to read differently is the difference of two clean builds, from either side. */
class ImpactTest {
    private static final String CELL = "\"value\": 3, \"unit\": \"kW\"";

    @TempDir
    private Path folder;

    private Build.Options options(Optional<Path> out) {
        return new Build.Options(out, new Configuration.Options(Optional.empty(), false, false, SmallSite.TODAY), true);
    }

    /** A project and a copy of its data in which something is changed. */
    private Path changed(Path project, String file, String what, String by) {
        Path other = folder.resolve("other");
        Built.files(project.resolve("data"))
                .forEach((name, path) -> Built.write(other.resolve(name), Built.text(path)));
        String text = Built.text(other.resolve(file));
        assertThat(text).contains(what);
        Built.write(other.resolve(file), text.replace(what, by));
        return other;
    }

    private Path smallSite() {
        Path project = folder.resolve("project");
        SmallSite.unpack(project);
        return project;
    }

    private Edition edition(Path project, Optional<Path> data) {
        return Editions.of(
                new Build(project, Optional.empty(), data).lookPast(Impact::claim, options(Optional.empty())));
    }

    /** Each page's characters that can be seen, with how often: what is told must account for every one. */
    private SortedMap<String, Map<Integer, Long>> pages(Path project, Optional<Path> data, String name) {
        Path out = folder.resolve(name);
        Build.Result built =
                new Build(project, Optional.empty(), data).bake(options(Optional.of(out)), Bakery.Progress.NONE);
        assertThat(built.failed()).isFalse();
        SortedMap<String, Map<Integer, Long>> pages = new TreeMap<>();
        Built.files(out).forEach((path, file) -> {
            if (path.endsWith(".html")) {
                StringBuilder text = new StringBuilder();
                Element body = Jsoup.parse(Built.text(file)).body();
                // What says only what the page says elsewhere is not told twice.
                body.select("[data-repeats]").remove();
                for (Element element : body.getAllElements()) {
                    element.textNodes().stream().map(TextNode::getWholeText).forEach(text::append);
                }
                pages.put("/" + path.replaceFirst("(^|/)index\\.html$", "$1"), characters(text.toString()));
            }
        });
        return pages;
    }

    private static Map<Integer, Long> characters(String text) {
        Map<Integer, Long> characters = new TreeMap<>();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> characters.merge(c, 1L, Long::sum));
        return characters;
    }

    private static Map<Integer, Long> difference(Map<Integer, Long> more, Map<Integer, Long> less) {
        Map<Integer, Long> difference = new TreeMap<>(more);
        less.forEach((c, count) -> difference.merge(c, -count, Long::sum));
        difference.values().removeIf(count -> count == 0);
        return difference;
    }

    private void isTheDifferenceOfCleanBuilds(Path project, Path data) {
        Edition before = edition(project, Optional.of(data));
        Edition after = edition(project, Optional.empty());
        Impact impact = Impact.of(before, after);
        SortedMap<String, Map<Integer, Long>> was = pages(project, Optional.of(data), "was");
        SortedMap<String, Map<Integer, Long>> is = pages(project, Optional.empty(), "is");

        assertThat(impact.changes()).isNotEmpty();
        assertThat(was.keySet()).isEqualTo(is.keySet());
        was.forEach((page, characters) -> {
            StringBuilder old = new StringBuilder();
            StringBuilder now = new StringBuilder();
            for (Change change : impact.changes()) {
                if (change.address().equals(page) && change.kind() != Kind.ALT && change.kind() != Kind.HEAD) {
                    old.append(change.before());
                    now.append(change.after());
                }
            }
            assertThat(difference(characters(now.toString()), characters(old.toString())))
                    .as(page)
                    .isEqualTo(difference(is.getOrDefault(page, Map.of()), characters));
        });
        assertThat(plain(Impact.of(after, before).changes().stream()
                        .map(Change::reversed)
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(plain(impact.changes()));
    }

    /** Without places and anchors, which are those of the side that is looked at. */
    private static List<List<String>> plain(List<Change> changes) {
        return changes.stream()
                .map(change -> List.of(change.address(), change.kind().word(), change.before(), change.after()))
                .toList();
    }

    @Test
    void a_changed_cell_of_a_small_site_reads_differently_where_two_clean_builds_do() {
        Path project = smallSite();

        isTheDifferenceOfCleanBuilds(project, changed(project, "pumps.json", CELL, CELL.replace("3", "4")));
    }

    @Test
    void a_row_more_and_another_title_read_differently_where_two_clean_builds_do() {
        Path project = smallSite();

        isTheDifferenceOfCleanBuilds(
                project,
                changed(
                        project,
                        "tables/pumps.json",
                        "\"collection\": \"pumps\"",
                        "\"collection\": \"pumps\", \"limit\": 1"));
    }

    @Test
    @Tag("slow")
    void a_changed_cell_of_this_site_reads_differently_where_two_clean_builds_do() {
        Path project = Path.of("").toAbsolutePath();

        isTheDifferenceOfCleanBuilds(
                project, changed(project, "benchmarks.json", "\"value\": 2876,", "\"value\": 2900,"));
    }

    @Test
    void a_chart_and_a_curve_that_are_drawn_of_other_values_are_told() {
        Path project = smallSite();
        Path text = project.resolve("content/articles/four.md");
        Built.write(text, Built.text(text) + "\n```{chart} pumps\n```\n\n```{curve} alpha-by-power\n```\n");
        Path data = changed(project, "pumps.json", "\"value\": 9,", "\"value\": 11,");

        isTheDifferenceOfCleanBuilds(project, data);
        Impact impact = Impact.of(edition(project, Optional.of(data)), edition(project, Optional.empty()));
        assertThat(impact.changes())
                .filteredOn(change -> change.address().equals("/articles/four/") && change.kind() == Kind.CHART)
                .extracting(Change::before, Change::after)
                .contains(tuple("11,000", "9,000"), tuple("3.667", "3.000"));
    }

    @Test
    void sentences_cells_and_slides_are_told_with_their_places() {
        Path project = smallSite();
        Path data = changed(project, "pumps.json", CELL, CELL.replace("3", "4"));

        Impact impact = Impact.of(edition(project, Optional.of(data)), edition(project, Optional.empty()));

        assertThat(impact.changes())
                .filteredOn(change -> change.address().equals("/articles/one/") && change.kind() == Kind.SENTENCE)
                .first()
                .satisfies(change -> {
                    assertThat(change.before()).startsWith("Pump Alpha draws 4 kW");
                    assertThat(change.after()).startsWith("Pump Alpha draws 3 kW");
                    assertThat(change.place().orElseThrow()).hasToString("content/articles/one.md:14:18");
                });
        assertThat(impact.changes())
                .filteredOn(change -> change.kind() == Kind.SLIDE)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.place()).isPresent());
        assertThat(impact.files()).containsKeys("/figures.json", "/articles/one.md");
        assertThat(impact.broken()).isEmpty();
    }

    @Test
    void a_claim_that_turns_false_is_told_and_the_site_compared_all_the_same() {
        Path project = smallSite();
        Path data = changed(project, "pumps.json", CELL, CELL.replace("3", "5"));
        Edition now = edition(project, Optional.empty());
        Edition then = edition(project, Optional.of(data));

        assertThat(Impact.of(now, then).broken())
                .singleElement()
                .asString()
                .contains("content/articles/one.md:14", "\"more than double\" is not true", "9 kW > 2 · 5 kW");
        assertThat(Impact.of(then, now).mended()).hasSize(1);
        assertThat(Impact.of(then, now).changes()).isNotEmpty();
    }

    @Test
    void the_command_prints_text_json_and_a_page_and_ends_with_1_where_a_claim_turns_false() {
        Path project = smallSite();
        Path data = changed(project, "pumps.json", CELL, CELL.replace("3", "5"));

        Built.Answer text = Built.run(project, "diff", data.toString());
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("claims that turn true:", "  - Pump Alpha draws 5 kW", "  + Pump Alpha draws 3 kW");

        Built.write(project.resolve("data/pumps.json"), Built.text(data.resolve("pumps.json")));
        SmallSite.unpack(folder.resolve("fresh"));
        Built.Answer json = Built.run(project, "diff", folder.resolve("fresh").toString(), "--format", "json");
        assertThat(json.code()).isEqualTo(Main.FINDINGS);
        assertThat(json.out()).contains("\"rule\": \"claim-false\"", "\"kind\": \"sentence\"");

        Path page = folder.resolve("impact.html");
        Built.run(project, "diff", folder.resolve("fresh").toString(), "--format", "html", "--out", page.toString());
        assertThat(Jsoup.parse(Built.text(page)).select("h1, h2").eachText())
                .contains("Claims that turn false", "/articles/one/", "carousel/one");
    }

    @Test
    void the_same_data_reads_the_same() {
        Path project = smallSite();

        Built.Answer answer = Built.run(project, "diff", "data");
        assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out()).isEqualTo("nothing reads differently; no claim turns false\n");
    }

    @Test
    void data_that_the_texts_do_not_fit_is_told_as_errors() {
        Path project = smallSite();
        Path data = changed(project, "pumps.json", "\"id\": \"alpha\"", "\"id\": \"alfa\"");

        Built.Answer answer = Built.run(project, "diff", data.toString());
        assertThat(answer.code()).isEqualTo(Main.FINDINGS);
        assertThat(answer.out()).contains("[unknown-figure]", "cannot be told");
    }

    @Test
    void a_revision_of_the_projects_repository_is_compared_with() throws IOException, InterruptedException {
        Path project = smallSite();
        git(project, "init", "--quiet");
        git(project, "add", "data");
        git(project, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "data");
        Built.write(
                project.resolve("data/pumps.json"),
                Built.text(project.resolve("data/pumps.json")).replace(CELL, CELL.replace("3", "4")));

        assertThat(Built.run(project, "diff", "HEAD").succeeded().out())
                .contains("  - Pump Alpha draws 3 kW", "  + Pump Alpha draws 4 kW");
        assertThat(Built.run(project, "diff", "nowhere").code()).isEqualTo(Main.USAGE);
        assertThat(Built.run(project, "diff", "--", "-x").code()).isEqualTo(Main.USAGE);
    }

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }
}
