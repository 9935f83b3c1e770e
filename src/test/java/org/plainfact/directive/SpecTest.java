package org.plainfact.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.site.Content;
import org.plainfact.site.Project;

/** The pages below {@code src/test/resources/spec} tell authors what roles and directives do; here they are held to it. */
class SpecTest {
    private static final Path SPEC = Path.of("src/test/resources/spec");
    private static final Pattern EXAMPLE =
            Pattern.compile("~~~~ example\n(.*?\n)~~~~\n\n~~~~ result\n(.*?)~~~~\n", Pattern.DOTALL);

    private static final Pattern AT = Pattern.compile("^content/articles/example\\.md:(\\d+):(\\d+): error: ");

    /** Lines of front matter that the fixture puts before an example. */
    private static final int HEAD = 6;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> each_example_gives_its_result() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            List<MatchResult> examples =
                    EXAMPLE.matcher(Files.readString(page)).results().toList();
            assertThat(examples).as("examples of " + page).isNotEmpty();
            for (int i = 0; i < examples.size(); i++) {
                MatchResult example = examples.get(i);
                Path project = folder.resolve(SPEC.relativize(page).toString().replace("/", "-") + "-" + i);
                tests.add(DynamicTest.dynamicTest(
                        SPEC.relativize(page) + ", example " + (i + 1),
                        () -> assertThat(result(project, example.group(1))).isEqualTo(example.group(2))));
            }
        }
        return tests.stream();
    }

    @Test
    void every_role_and_directive_has_its_page_and_no_other_has() throws IOException {
        Set<String> members = new TreeSet<>();
        Extensions.ROLES.keySet().forEach(id -> members.add("role/" + id + ".md"));
        Extensions.DIRECTIVES.keySet().forEach(id -> members.add("directive/" + id + ".md"));

        assertThat(pages().stream().map(page -> SPEC.relativize(page).toString()))
                .containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void an_unknown_role_is_told_with_the_nearest_one() {
        assertThat(result(folder, "{figur}`alpha.power`\n")).isEqualTo("""
                1:1 there is no role "figur" [unknown-role]
                hint: did you mean "figure"?
                """);
    }

    @Test
    void an_unknown_directive_is_told_with_all_there_are() {
        assertThat(result(folder, "```{embroidery}\n```\n")).isEqualTo("""
                1:1 there is no directive "embroidery" [unknown-directive]
                hint: directives are calculator, callout, chart, curve, faq, figure, map, math, sources, table, takeaways, working
                """);
    }

    @Test
    void answers_cannot_hold_each_other() {
        Project project = project(folder, "Text.\n").question("round", "Heat", "```{faq}\n:topic: Heat\n```");

        assertThat(project.told()).singleElement().asString().contains("content/faq/round.md:6:1", "[faq-in-answer]");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SPEC)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Project project(Path folder, String text) {
        return Project.in(folder)
                .question("why-warm", "Heat", "Since Alpha delivers {figure}`alpha.heat`.")
                .term("heat-pump", "Heat pump", "Moves heat.")
                .page("about", "Text.")
                .with("content/articles/sketch.md", "---\ntitle: S\ndescription: S.\nstatus: draft\n---\nText.\n")
                .article("example", text);
    }

    /** Each block on a line, then each finding. */
    private static String result(Path folder, String text) {
        Project project = project(folder, text);
        List<Block> blocks = Project.content(project.site(), "/articles/example/", Content.Explainer.class)
                .body();
        String shown = blocks.stream().map(SpecTest::line).collect(Collectors.joining());
        return shown + project.told().stream().map(SpecTest::relative).collect(Collectors.joining());
    }

    private static String line(Block block) {
        String text = Plain.blocks(List.of(block)).replace("\n", " / ");
        String kind = block.getClass().getSimpleName();
        return text.isEmpty() ? "" : kind.toLowerCase(Locale.ROOT) + ": " + text + "\n";
    }

    private static String relative(String finding) {
        Matcher at = AT.matcher(finding);
        assertThat(at.find()).as(finding).isTrue();
        int line = Integer.parseInt(at.group(1)) - HEAD;
        return line + ":" + at.group(2) + " " + finding.substring(at.end()).replace("\n  ", "\n") + "\n";
    }
}
