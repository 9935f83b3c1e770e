package org.plainfact.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainfact.directive.Block;
import org.plainfact.site.Content;
import org.plainfact.site.Project;
import org.plainfact.site.Site;

/**
 * Each folder below {@code src/test/resources/chart} holds a call in Markdown and the drawings that come of it, or what is wrong
 * with it. With {@code -Dplainfact.golden=write} what is made is written in place of what is expected.
 */
class ChartGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/chart");

    @TempDir
    Path folder;

    static Stream<Path> calls() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(each -> Files.exists(each.resolve("call.md"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_gives_its_drawings_or_its_findings(Path call) throws IOException {
        Map<String, String> made = made(call);
        if (System.getProperty("plainfact.golden", "").equals("write")) {
            for (Map.Entry<String, String> file : made.entrySet()) {
                Files.writeString(call.resolve(file.getKey()), file.getValue());
            }
        }

        Map<String, String> expected = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(call)) {
            for (Path file :
                    files.filter(each -> !each.endsWith("call.md")).sorted().toList()) {
                expected.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        assertThat(made).isEqualTo(expected);
    }

    private Map<String, String> made(Path call) throws IOException {
        Project project = Project.in(folder).article("example", Files.readString(call.resolve("call.md")));
        copyData(project);
        Site site = project.site();
        List<String> told = project.told();
        Map<String, String> made = new LinkedHashMap<>();
        if (!told.isEmpty()) {
            made.put("findings.txt", told.stream().collect(Collectors.joining("\n", "", "\n")));
            return made;
        }
        Content.Explainer article = Project.content(site, "/articles/example/", Content.Explainer.class);
        for (Block block : article.body()) {
            if (block instanceof Block.ChartBlock chart) {
                made.put("narrow.svg", chart.chart().narrow() + "\n");
                made.put("wide.svg", chart.chart().wide() + "\n");
            }
        }
        return made;
    }

    /** In place of the project's own. */
    private void copyData(Project project) throws IOException {
        for (String own : List.of(
                "data/pumps.json",
                "data/claims.json",
                "data/tables/pumps.json",
                "data/charts/alpha-cop-by-power.json",
                "data/calculators/a-pump.json")) {
            Files.deleteIfExists(folder.resolve(own));
        }
        try (Stream<Path> files = Files.walk(FOLDER.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                project.with(String.valueOf(FOLDER.relativize(file)), Files.readString(file));
            }
        }
    }
}
