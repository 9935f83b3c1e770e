package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Figures;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A quantity in a text is a figure. */
class TypedNumberTest {
    private static final Pattern FIGURE = Pattern.compile("\\{figure}`([^`]+)`");
    private static final List<String> PARTS = List.of("content", "data", "templates", "assets");

    @TempDir
    private Path work;

    @Test
    void a_typed_number_is_an_error_with_the_figure_that_reads_so_as_hint() {
        SmallSite.unpack(work.resolve("site"));
        Figure alpha = figures(work.resolve("site")).find("alpha.power").orElseThrow();
        article("It draws about " + alpha.display() + " watts.");

        Built.Answer answer = Built.run(work, "check", "site", "--without", "invalid-html");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .startsWith("content/articles/x.md:7:16: error: the number " + alpha.display()
                        + " is typed and no figure [typed-number]")
                .contains("hint: name the figure: {figure}`");
    }

    @ParameterizedTest
    @CsvSource({
        "It draws 3 kW., alpha.power, recorded",
        "It makes 3.000 of it., alpha-cop.cop, calculated",
        "It draws 4 kW., alpha-by-power.at-4.power, and nothing else reads so"
    })
    void a_station_of_a_curve_is_named_where_no_other_figure_reads_the_same(String text, String address, String since) {
        SmallSite.unpack(work.resolve("site"));
        article(text);

        assertThat(hints()).as(since).containsExactly(address);
    }

    @Test
    void of_figures_that_read_the_same_the_one_with_the_shorter_address_is_named() {
        SmallSite.unpack(work.resolve("site"));
        Path pumps = work.resolve("site/data/pumps.json");
        write(pumps, Built.text(pumps).replace("\"power\": {\"value\": 1,", "\"power\": {\"value\": 1.50,"));
        Figures figures = figures(work.resolve("site"));
        String may = figures.find("beta.months.may.heat").orElseThrow().display();
        assertThat(figures.find("gamma.power").orElseThrow().display()).isEqualTo(may);
        article("It draws " + may + " kW.");

        assertThat(hints()).containsExactly("gamma.power");
    }

    @Test
    void dates_names_code_and_cited_quotations_pass_by_rule() {
        SmallSite.unpack(work.resolve("site"));
        article("In March 2026 the Apollo 11 crew, version v6.1, ran `x = 42` and wrote “it drew 900 watts”"
                + " ({source}`survey`).");

        assertThat(Built.run(work, "check", "site", "--without", "invalid-html")
                        .succeeded()
                        .err())
                .isEmpty();
    }

    @Test
    void a_site_can_let_its_own_numbers_stand() {
        SmallSite.unpack(work.resolve("site"));
        write(work.resolve("site/data/styles/house/numbers.txt"), "# A name here\nroute \\d+\n");
        write(
                work.resolve("site/jbake.properties"),
                Built.text(work.resolve("site/jbake.properties")) + "check.styles=house\n");
        article("The bus is route 66, and carries 55 people.");

        assertThat(Built.run(work, "check", "site", "--without", "invalid-html")
                        .err()
                        .lines())
                .first()
                .asString()
                .contains("the number 55 is typed");
    }

    @Test
    void every_figure_of_this_repositorys_texts_is_missed_where_its_words_are_typed() throws IOException {
        Path site = work.resolve("own");
        copy(site);
        Figures figures = figures(site);
        TreeSet<String> planted = new TreeSet<>();
        for (Path file : texts(site)) {
            planted.addAll(plant(site, file, figures));
        }

        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(Built.run(work, "check", "own", "--rule", "typed-number", "--format", "json")
                        .out());
        List<String> found = new ArrayList<>();
        json.at("/findings")
                .forEach(finding -> found.add(finding.at("/path").asString() + ":"
                        + finding.at("/line").asInt() + ":"
                        + finding.at("/column").asInt()));

        System.out.println("typed numbers: " + planted.size() + " planted, " + found.size() + " told");
        assertThat(planted).hasSizeGreaterThan(100);
        assertThat(found).containsAll(planted);
    }

    /** Addresses of the figures that are named in hints. */
    private List<String> hints() {
        return FIGURE.matcher(Built.run(work, "check", "site", "--rule", "typed-number")
                        .err())
                .results()
                .map(hint -> hint.group(1))
                .toList();
    }

    private void article(String text) {
        write(
                work.resolve("site/content/articles/x.md"),
                "---\ntitle: T\ndescription: D.\ndate: 2026-11-05\nstatus: published\n---\n" + text + "\n");
    }

    /** Puts the words of each figure in its place, and gives the places of the first digits. */
    private static List<String> plant(Path site, Path file, Figures figures) {
        List<String> places = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String name = site.relativize(file).toString().replace('\\', '/');
        for (String line : Built.text(file).split("\n", -1)) {
            StringBuilder out = new StringBuilder();
            Matcher role = FIGURE.matcher(line);
            int from = 0;
            while (role.find()) {
                Optional<Figure> figure = figures.find(role.group(1)).filter(it -> !it.absent());
                out.append(line, from, role.start());
                if (figure.isPresent()) {
                    String words = figure.get().text();
                    Matcher digit = Pattern.compile("[−-]?\\d").matcher(words);
                    assertThat(digit.find()).as(words).isTrue();
                    places.add(name + ":" + (lines.size() + 1) + ":" + (out.length() + digit.start() + 1));
                    out.append(words);
                } else {
                    out.append(role.group());
                }
                from = role.end();
            }
            lines.add(out.append(line.substring(from)).toString());
        }
        write(file, String.join("\n", lines));
        return places;
    }

    private static Figures figures(Path site) {
        Findings findings = new Findings();
        return Numbers.read(new SourceTree(site, findings), findings).figures();
    }

    private static List<Path> texts(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site.resolve("content"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path site) throws IOException {
        Files.createDirectories(site);
        Files.copy(Path.of("jbake.properties"), site.resolve("jbake.properties"));
        for (String part : PARTS) {
            for (Path file : Built.files(Path.of(part)).values()) {
                Path to = site.resolve(file.toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
