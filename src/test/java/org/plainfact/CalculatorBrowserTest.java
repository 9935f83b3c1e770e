package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.data.DatasetReader;
import org.plainfact.figure.Figure;
import org.plainfact.figure.FigureReader;
import org.plainfact.figure.Figures;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/**
 * Calculators in a real browser. What they must show is what the build makes of the same calculation with the other
 * inputs written into the data: the pipeline that makes all figures is the judge of the script.
 */
@Tag("slow")
class CalculatorBrowserTest {
    private static final int STATES = 10_000;

    /** A trial with every operation, in units that must be converted, with ranges, and with values that nobody states. */
    private static final String FORMULAS = """
            {"records": [
              {"id": "same", "title": "Itself", "expression": "c", "unit": "ratio",
               "inputs": [{"name": "c", "unit": "ratio"}]},
              {"id": "mix", "title": "Mixed", "expression": "min(a, b) * max(c, 1) + abs(a - b) - a / (c + 1)", "unit": "kW",
               "inputs": [{"name": "a", "unit": "kW"}, {"name": "b", "unit": "kW"}, {"name": "c", "unit": "ratio"}]},
              {"id": "root", "title": "Root", "expression": "sqrt(b * d) * (0.1 + 0.2)", "unit": "kW",
               "inputs": [{"name": "b", "unit": "kW"}, {"name": "d", "unit": "MW"}]},
              {"id": "powers", "title": "Powers", "expression": "c^2 + c^(3/2) + c^(-3) + c^(1/4) + c^(1/3) - (-c)^3", "unit": "ratio",
               "inputs": [{"name": "c", "unit": "ratio"}]},
              {"id": "count", "title": "Counted", "expression": "floor(b / w) + ceil(c)", "unit": "count",
               "inputs": [{"name": "b", "unit": "kW"}, {"name": "w", "unit": "W"}, {"name": "c", "unit": "count"}]},
              {"id": "huge", "title": "Huge", "expression": "c^20", "unit": "ratio",
               "inputs": [{"name": "c", "unit": "ratio"}]},
              {"id": "tiny", "title": "Tiny", "expression": "c^(-9) / 3", "unit": "ratio",
               "inputs": [{"name": "c", "unit": "ratio"}]},
              {"id": "energy", "title": "Energy", "expression": "power * 24", "unit": "kW",
               "inputs": [{"name": "power", "unit": "W"}], "across": ["air"], "sets": {"over": "a day"}}
            ]}
            """;

    private static final String PARTS = """
            {"records": [
              {"id": "one", "title": "One", "provenance": {"status": "measured", "sources": ["handbook"]}, "qualifiers": {"air": "dry"},
               "power": {"value": 2.5, "unit": "kW"}, "load": {"value": 0.001, "unit": "MW"}},
              {"id": "two", "title": "Two", "provenance": {"status": "planned", "sources": ["handbook"]}, "qualifiers": {"air": "wet"},
               "power": {"low": 1500, "high": 2700.7, "unit": "W"}, "load": {"low": 0.3, "high": 700, "unit": "kW"}},
              {"id": "three", "title": "Three", "provenance": {"status": "claimed", "sources": ["handbook"]},
               "power": {"value": null, "unit": "kW"}, "load": {"value": 3, "unit": "kW"}},
              {"id": "four", "title": "Four </script><b>", "provenance": {"status": "spec", "sources": ["handbook"]},
               "power": {"low": 0.00001, "high": 123456.789, "unit": "kW"}, "load": {"value": 0, "unit": "kW"}}
            ]}
            """;

    private static final String INPUTS = """
            {"a": {"value": 3, "unit": "kW", "status": "stated", "sources": ["handbook"], "title": "first"},
             "c": {"value": 0.5, "unit": "ratio", "status": "stated", "sources": ["handbook"], "title": "third"},
             "w": {"value": 3, "unit": "W", "status": "constant"},
             "b": "one.power", "d": "one.load"}""";

    private static final String OUTPUTS = """
            {"same": {"formula": "same"}, "short": {"formula": "same", "digits": 1}, "long": {"formula": "same", "digits": 12},
             "mix": {"formula": "mix"}, "in-watts": {"formula": "mix", "unit": "W", "digits": 3}, "root": {"formula": "root"},
             "powers": {"formula": "powers"}, "count": {"formula": "count"}, "huge": {"formula": "huge"},
             "tiny": {"formula": "tiny"}, "energy": {"formula": "energy", "inputs": {"power": "mix"}}}""";

    private static final List<String> RESULTS =
            List.of("same", "short", "long", "mix", "in-watts", "root", "powers", "count", "huge", "tiny", "energy");

    private static final String CALCULATOR =
            """
            {"id": "every-way", "title": "Every way", "calculation": "trial",
             "controls": [
               {"input": "a", "low": -50, "high": 50, "step": 0.1},
               {"input": "c", "low": 0.0001, "high": 1000, "step": 0.00005},
               {"choice": "power", "title": "Power", "rows": {"collection": "parts"}, "inputs": {"b": "power"}},
               {"choice": "load", "title": "Load", "rows": {"collection": "parts"}, "inputs": {"d": "load"}}],
             "results": [%s], "note": "A trial.", "not-for": "anything"}
            """.formatted(RESULTS.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")));

    /** Puts states in as a reader does, and reads what is shown; where a choice cannot be made it says so. */
    private static final String DRIVER = """
            ([id, states]) => {
              const root = document.getElementById(id);
              const part = name => root.querySelector(`[data-part="${name}"]`);
              return states.map(state => {
                for (const [name, value] of Object.entries(state)) {
                  const field = part('control-' + name);
                  if (field.matches('select') && [...field.options].find(option => option.value === value).disabled) return 'refused';
                  field.value = value;
                  field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', {bubbles: true}));
                }
                return [...root.querySelectorAll('[data-part^="result-"]')].map(result => {
                  const at = name => result.querySelector(`[data-part="${name}"]`);
                  const unit = at('unit').hidden ? '' : ' ' + at('unit').textContent;
                  const badge = at('badge').hidden ? '' : ' ' + at('badge').textContent;
                  return (at('number').textContent + unit).trim() + badge + ' | ' + at('qualifiers').textContent;
                }).join(' || ');
              });
            }
            """;

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path folder;

    @RegisterExtension
    private static final StaticServer SERVER = new StaticServer();

    private static String address = "";

    @BeforeAll
    static void build() throws Exception {
        Path trial = folder.resolve("trial");
        Built.run(folder, "init", "trial").succeeded();
        write(trial, "data/sources.json", """
                {"records": [{"id": "handbook", "title": "Handbook", "url": "https://example.org/", "publisher": "Press", "date": "2019", "licence": "none", "detail": "All."}]}""");
        write(
                trial,
                "data/formulas.json",
                FORMULAS.replaceAll("\\{\"name\": (\"\\w+\")", "{\"name\": $1, \"symbol\": $1, \"title\": $1")
                        .replaceAll("(\\{\"id\": (\"\\w+\"))", "$1, \"symbol\": $2"));
        write(trial, "data/parts.json", PARTS);
        write(trial, "data/calculators/every-way.json", CALCULATOR);
        write(trial, "data/calculations.json", calculations(INPUTS, List.of()));
        Files.delete(trial.resolve("data/kitchen.json"));
        Files.delete(trial.resolve("data/tables/boiling.json"));
        for (Path text : Built.files(trial.resolve("content")).values()) {
            Files.delete(text);
        }
        write(trial, "content/articles/trial.md", """
                ---
                title: A trial
                description: Of all ways.
                date: 2026-11-23
                status: published
                ---
                Try it.

                ```{calculator} every-way
                ```
                """);
        configure(trial.resolve("jbake.properties"));
        Built.run(trial, "build", "--base-url", "http://localhost").succeeded();
        SERVER.serve(trial.resolve("output"));
        address = SERVER.address() + "/articles/trial/";
    }

    /** The pages that the starter links to are gone with its texts. */
    private static void configure(Path file) throws IOException {
        String kept = Files.readString(file)
                .lines()
                .filter(line -> !line.startsWith("site.navigation") && !line.startsWith("records.pages"))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, kept);
    }

    private static void write(Path project, String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    /** The calculation, and the same with other inputs for each state. */
    private static String calculations(String inputs, List<Map<String, String>> states) {
        StringBuilder records = new StringBuilder("{\"records\": [\n" + calculation("trial", inputs));
        for (int i = 0; i < states.size(); i++) {
            records.append(",\n").append(calculation("state-" + i, inputs(states.get(i))));
        }
        return records.append("\n]}").toString();
    }

    private static String calculation(String id, String inputs) {
        return "{\"id\": \"%s\", \"title\": \"Trial\", \"inputs\": %s, \"outputs\": %s}".formatted(id, inputs, OUTPUTS);
    }

    /** A number that a reader has moved is an assumption; one that stands where it began is what it was. */
    private static String inputs(Map<String, String> state) {
        return "{\"a\": %s, \"c\": %s, \"w\": \"trial.w\", \"b\": \"%s.power\", \"d\": \"%s.load\"}"
                .formatted(
                        moved("a", "3", "kW", state),
                        moved("c", "0.5", "ratio", state),
                        state.get("power"),
                        state.get("load"));
    }

    private static String moved(String name, String start, String unit, Map<String, String> state) {
        String value = String.valueOf(state.get(name));
        return new BigDecimal(value).compareTo(new BigDecimal(start)) == 0
                ? "\"trial." + name + "\""
                : "{\"value\": %s, \"unit\": \"%s\", \"status\": \"assumption\"}".formatted(value, unit);
    }

    private static List<Map<String, String>> states(Random random) {
        List<String> parts = List.of("one", "two", "three", "four");
        List<Map<String, String>> states = new ArrayList<>();
        for (String a : List.of("-50", "0", "3", "50")) {
            for (String c : List.of("0.0001", "0.5", "1", "999.99995", "1000")) {
                states.add(state(a, c, "one", "one"));
            }
        }
        while (states.size() < STATES) {
            String a = decimal(random.nextInt(1001) - 500, 1);
            int steps = switch (random.nextInt(3)) {
                case 0 -> random.nextInt(20_000_000);
                case 1 -> random.nextInt(2_000) * 10;
                default -> random.nextInt(40_000);
            };
            String c = new BigDecimal("0.00005")
                    .multiply(BigDecimal.valueOf(steps))
                    .add(new BigDecimal("0.0001"))
                    .min(BigDecimal.valueOf(1000))
                    .stripTrailingZeros()
                    .toPlainString();
            states.add(state(a, c, parts.get(random.nextInt(4)), parts.get(random.nextInt(4))));
        }
        return states;
    }

    private static String decimal(int number, int scale) {
        return BigDecimal.valueOf(number, scale).stripTrailingZeros().toPlainString();
    }

    private static Map<String, String> state(String a, String c, String power, String load) {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("a", a);
        state.put("c", c);
        state.put("power", power);
        state.put("load", load);
        return state;
    }

    private static String shown(Figure figure) {
        boolean plain = figure.absent() || figure.provenance().status().plain();
        String badge = plain ? "" : " " + figure.provenance().status().word();
        return figure.text() + badge + " | "
                + figure.qualifiers().values().entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining("; "));
    }

    @Test
    void every_state_shows_what_the_build_makes_of_it() throws IOException {
        long seed = new Random().nextLong();
        List<Map<String, String>> states = states(new Random(seed));
        Path judge = folder.resolve("judge");
        for (String file : List.of("sources", "formulas", "parts")) {
            write(judge, "data/" + file + ".json", Files.readString(folder.resolve("trial/data/" + file + ".json")));
        }
        write(judge, "data/calculations.json", calculations(INPUTS, states));
        Findings findings = new Findings();
        Figures figures = FigureReader.read(DatasetReader.read(new SourceTree(judge, findings), findings), findings);
        Set<Integer> unlike = findings.sorted().stream()
                .filter(finding -> finding.rule().equals("unlike-qualifiers"))
                .map(finding -> finding.span().line())
                .collect(Collectors.toSet());

        Chromium.Visit visit = CHROMIUM.visit(1280);
        visit.page().navigate(address);
        List<?> shown = (List<?>) visit.page().evaluate(DRIVER, List.of("calculator-every-way", states));

        assertThat(visit.complaints()).isEmpty();
        assertThat(shown).hasSize(STATES);
        assertThat(unlike).as("states that cannot be, seed %d", seed).hasSizeGreaterThan(STATES / 20);
        for (int i = 0; i < STATES; i++) {
            Figure root = figures.find("state-" + i + ".root").orElseThrow();
            String expected = unlike.contains(root.span().line()) ? "refused" : results(figures, "state-" + i);
            assertThat(shown.get(i)).as("%s, seed %d", states.get(i), seed).isEqualTo(expected);
        }
    }

    private static String results(Figures figures, String record) {
        return RESULTS.stream()
                .map(name -> shown(figures.find(record + "." + name).orElseThrow()))
                .collect(Collectors.joining(" || "));
    }

    @Test
    void without_script_the_worked_example_stands() {
        Page page = CHROMIUM.visit(390, options -> options.setJavaScriptEnabled(false))
                .page();
        page.navigate(address);

        assertThat(part(page, "form").isVisible()).isFalse();
        assertThat(part(page, "example").innerText()).contains("First", "3\u00a0kW", "One: 2.5\u00a0kW");
        assertThat(part(page, "result-0").innerText()).contains("0.5000", "Working of the example");
    }

    @Test
    void with_script_it_begins_with_the_worked_example() {
        Page bare = CHROMIUM.visit(1280, options -> options.setJavaScriptEnabled(false))
                .page();
        bare.navigate(address);
        Page page = open("");

        assertThat(part(page, "form").isVisible()).isTrue();
        assertThat(part(page, "example").isVisible()).isFalse();
        for (int i = 0; i < RESULTS.size(); i++) {
            assertThat(part(page, "result-" + i).innerText())
                    .as(RESULTS.get(i))
                    .isEqualTo(part(bare, "result-" + i).innerText());
        }
        assertThat(part(page, "reset").isDisabled()).isTrue();
    }

    @Test
    void it_says_what_no_result_must_be_used_to_claim() {
        Page page = open("");

        assertThat(page.locator("#calculator-every-way > .not-for").innerText())
                .isEqualTo("Do not use this to claim: anything.");
    }

    @Test
    void what_a_reader_has_set_stands_in_the_address_and_comes_back() {
        Page page = open("");
        part(page, "control-a").fill("7.3");
        part(page, "control-power").selectOption("two");
        part(page, "control-load").selectOption("three");
        String number = part(page, "result-3").innerText();
        page.waitForURL(Pattern.compile(".*#calculator-every-way\\?a=7\\.3&power=two&load=three"));

        Page other = CHROMIUM.visit(390).page();
        other.navigate(page.url());

        assertThat(part(other, "control-a").inputValue()).isEqualTo("7.3");
        assertThat(part(other, "control-power").inputValue()).isEqualTo("two");
        assertThat(part(other, "result-3").innerText()).isEqualTo(number);
        assertThat(part(other, "link").getAttribute("href")).endsWith("?a=7.3&power=two&load=three");
        part(other, "reset").click();
        assertThat(part(other, "control-a").inputValue()).isEqualTo("3");
        assertThat(part(other, "link").getAttribute("href")).isEqualTo("#calculator-every-way");
    }

    @Test
    void what_an_address_must_not_say_is_brought_within_bounds_or_passed_over() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("a=1e308", "50");
        told.put("a=-1e99", "-50");
        told.put("a=1e999", "50");
        told.put("a=NaN", "3");
        told.put("a=Infinity", "3");
        told.put("a=0x10", "3");
        told.put("a=", "3");
        told.put("a=7.34", "7.3");
        told.put("a=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "3");
        told.put("a=1&a=2", "1");
        told.put("__proto__=1&constructor=2&a=4", "4");
        told.put("power=%3Cb%3E&load=nobody&a=4", "4");
        told.put("a=4&%E0%A4%A", "4");
        told.forEach((query, expected) -> {
            Chromium.Visit visit = CHROMIUM.visit(1280);
            visit.page().navigate(address + "#calculator-every-way?" + query);
            assertThat(part(visit.page(), "control-a").inputValue()).as(query).isEqualTo(expected);
            assertThat(part(visit.page(), "control-power").inputValue())
                    .as(query)
                    .isEqualTo("one");
            assertThat(visit.complaints()).as(query).isEmpty();
        });
    }

    @Test
    void a_choice_that_does_not_go_with_an_earlier_one_is_disabled_and_says_why() {
        Page page = open("");
        Locator other = page.locator("[data-part=control-load] option[value=two]");

        assertThat(other.getAttribute("disabled")).isNotNull();
        assertThat(other.textContent()).isEqualTo("Two (air: “dry” and “wet”)");
        part(page, "control-power").selectOption("two");
        assertThat(page.locator("[data-part=control-load] option[value=two]").getAttribute("disabled"))
                .isNull();
        assertThat(part(page, "control-load").inputValue()).isEqualTo("two");
        assertThat(part(page, "changed").innerText())
                .isEqualTo(
                        "One does not go with what is chosen before it (air: “wet” and “dry”); Two is taken instead.");
    }

    @Test
    void what_is_no_number_changes_nothing_and_what_is_out_of_bounds_is_brought_within() {
        Page page = open("");
        Locator field = part(page, "control-a");
        String before = part(page, "result-3").innerText();

        field.fill("");
        assertThat(part(page, "result-3").innerText()).isEqualTo(before);
        field.fill("1234");
        field.press("Tab");
        assertThat(field.inputValue()).isEqualTo("50");
        assertThat(part(page, "slider-a").inputValue()).isEqualTo("50");
    }

    @Test
    void a_slider_is_moved_by_keyboard() {
        Page page = open("");
        part(page, "slider-a").focus();
        page.keyboard().press("ArrowRight");

        assertThat(part(page, "control-a").inputValue()).isEqualTo("3.1");
        page.waitForFunction("() => document.querySelector('[data-part=said]').textContent.includes('Mixed: ')");
    }

    private static Page open(String query) {
        Page page = CHROMIUM.visit(1280).page();
        page.navigate(address + query);
        return page;
    }

    private static Locator part(Page page, String name) {
        return page.locator("#calculator-every-way [data-part=" + name + "]");
    }
}
