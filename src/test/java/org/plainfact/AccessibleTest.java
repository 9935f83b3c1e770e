package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainfact.page.Validator;

/**
 * All rules of axe-core, those of best practice among them, on every kind of page: of this repository's own site with
 * one text more, that has what no other has; of a contact sheet of carousels; and of what {@code plainfact diff} writes.
 */
@Tag("slow")
class AccessibleTest {
    private static final String AXE = script();

    private static final Map<String, String> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("index", "/"),
            Map.entry("article", "/articles/has-it-all/"),
            Map.entry("article with a chart", "/articles/user-speed-hidden-knob/"),
            Map.entry("article with a calculator", "/articles/tokens-per-megawatt/"),
            Map.entry("article with a curve", "/articles/can-ai-factories-leave-earth/"),
            Map.entry("article with a map", "/articles/ai-factory-tokens-explained/"),
            Map.entry("article with tables", "/articles/measured-not-claimed/"),
            Map.entry("faq", "/faq/"),
            Map.entry("question", "/faq/what-is-a-token/"),
            Map.entry("glossary", "/glossary/"),
            Map.entry("term", "/glossary/tokens-per-mw/"),
            Map.entry("topics", "/topics/"),
            Map.entry("topic", "/topics/basics/"),
            Map.entry("tag", "/tags/winter/"),
            Map.entry("archive", "/archive/"),
            Map.entry("figures", "/figures/"),
            Map.entry("working", "/figures/b200-llama2-70b/"),
            Map.entry("collection", "/facilities/"),
            Map.entry("record", "/facilities/skt-ai-cloud/"),
            Map.entry("sources", "/sources/"),
            Map.entry("source", "/sources/axios-odc/"),
            Map.entry("corrections", "/corrections/"),
            Map.entry("page", "/about/"),
            Map.entry("page of the method", "/methodology/"),
            Map.entry("search", "/search/"),
            Map.entry("not-found", "/404.html"),
            Map.entry("redirect", "/had/it/all/")));

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path folder;

    @RegisterExtension
    private static final StaticServer SERVER = new StaticServer();

    private static String address = "";
    private static Path output = Path.of("");
    private static Path posts = Path.of("");
    private static Path impact = Path.of("");

    @BeforeAll
    static void build() throws Exception {
        Path site = folder.resolve("site");
        for (String part : List.of("content", "data", "templates", "assets")) {
            copy(Path.of(part), site.resolve(part));
        }
        copy(Path.of("src/test/resources/accessible"), site);
        Files.copy(Path.of("jbake.properties"), site.resolve("jbake.properties"));
        Built.run(folder, "build", "site").succeeded();
        output = site.resolve("target/site");
        SERVER.serve(output);
        address = SERVER.address();
        post();
        compare();
    }

    private static void post() {
        Path site = folder.resolve("carousels");
        CarouselSite.unpack(site);
        Built.write(site.resolve("data/carousel/platforms.json"), "{\"x\": {\"asOf\": \"2025-11-29\"}}");
        posts = folder.resolve("posts");
        Built.run(
                        folder,
                        "carousel",
                        "which-pump",
                        "in-winter",
                        "--project",
                        site.toString(),
                        "--out",
                        posts.toString())
                .succeeded();
    }

    /** A claim turns false, and sentences, tables and files differ. */
    private static void compare() {
        Path site = folder.resolve("carousels");
        Path before = folder.resolve("before");
        copy(site.resolve("data"), before);
        Path pumps = site.resolve("data/pumps.json");
        String power = "\"value\": 3, \"unit\": \"kW\"";
        assertThat(Built.text(pumps)).contains(power);
        Built.write(pumps, Built.text(pumps).replace(power, power.replace("3", "5")));
        impact = folder.resolve("impact.html");
        Built.Answer answer =
                Built.run(site, "diff", before.toString(), "--format", "html", "--out", impact.toString());
        assertThat(answer.code()).as(answer.err()).isEqualTo(Main.FINDINGS);
    }

    @Test
    void every_kind_of_page_that_the_site_has_is_looked_at() {
        Pattern kind = Pattern.compile("<body class=\"kind-([a-z-]+)");
        Set<String> kinds = new TreeSet<>();
        for (Path page : Built.pages(output)) {
            kind.matcher(Built.text(page)).results().forEach(found -> kinds.add(found.group(1)));
        }

        Set<String> seen = new TreeSet<>();
        PAGES.values().forEach(path -> kind.matcher(html(path)).results().forEach(found -> seen.add(found.group(1))));

        assertThat(kinds).hasSizeGreaterThan(12);
        assertThat(seen).isEqualTo(kinds);
    }

    /** Each page in both schemes and at both widths, every other one dark where it is wide. */
    @ParameterizedTest
    @CsvSource({"LIGHT, 390, 0", "LIGHT, 1280, 1", "DARK, 390, 1", "DARK, 1280, 0"})
    void no_page_breaks_a_rule(ColorScheme scheme, int width, int turn) {
        Page page = visit(scheme, width);
        List<String> broken = new ArrayList<>();
        List<String> kinds = List.copyOf(PAGES.keySet());
        for (int i = turn; i < kinds.size(); i += 2) {
            open(page, Objects.requireNonNull(PAGES.get(kinds.get(i))));
            broken.addAll(violations(page, kinds.get(i)));
        }

        assertThat(broken).as(scheme + " at " + width + " px").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "DARK, 1280"})
    void what_a_script_brings_breaks_no_rule(ColorScheme scheme, int width) {
        Page page = visit(scheme, width);
        open(page, "/articles/measured-not-claimed/");
        page.locator("main p a.figure").first().click();
        page.locator(".figure-panel h2").first().waitFor();
        List<String> broken = violations(page, "an opened figure");
        open(page, "/search/");
        page.locator("main input[type=search]").fill("megawatt");
        page.keyboard().press("Enter");
        page.locator("main a[href*='/articles/']").first().waitFor();
        broken.addAll(violations(page, "what the search found"));
        open(page, "/articles/tokens-per-megawatt/");
        page.locator("main input[type=number], main input[type=range]").first().focus();
        page.keyboard().press("ArrowUp");
        broken.addAll(violations(page, "a calculator that was moved"));

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "LIGHT, 1280", "DARK, 390", "DARK, 1280"})
    void neither_contact_sheet_nor_impact_breaks_a_rule(ColorScheme scheme, int width) {
        Page page = visit(scheme, width);
        List<String> broken = new ArrayList<>();
        for (Path file : List.of(
                posts.resolve("index.html"),
                posts.resolve("which-pump/index.html"),
                posts.resolve("in-winter/index.html"),
                impact)) {
            page.navigate(file.toUri().toString());
            broken.addAll(violations(page, folder.relativize(file).toString()));
        }

        assertThat(broken).as(scheme + " at " + width + " px").isEmpty();
    }

    @Test
    void contact_sheet_and_impact_are_valid_html() {
        Validator validator = new Validator();

        assertThat(validator.errors(Built.bytes(impact))).isEmpty();
        assertThat(validator.errors(Built.bytes(posts.resolve("index.html")))).isEmpty();
        assertThat(validator.errors(Built.bytes(posts.resolve("which-pump/index.html"))))
                .isEmpty();
    }

    @Test
    void what_breaks_a_rule_is_seen() {
        Page page = visit(ColorScheme.LIGHT, 390);
        open(page, "/about/");
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend',"
                + " '<img src=\"/assets/images/mark.svg\"><h6>Deep</h6><a href=\"/\"></a>')");

        assertThat(violations(page, "about"))
                .anyMatch(told -> told.contains("image-alt"))
                .anyMatch(told -> told.contains("heading-order"))
                .anyMatch(told -> told.contains("link-name"));
    }

    private static Page visit(ColorScheme scheme, int width) {
        return CHROMIUM.visit(width, options -> options.setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE))
                .page();
    }

    /** A page that leads on at once is shown without doing so. */
    private static void open(Page page, String path) {
        page.route(address + path, route -> {
            if (path.endsWith(".html") || !html(path).contains("http-equiv=\"refresh\"")) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody(html(path).replaceFirst("<meta http-equiv=\"refresh\"[^>]*>", "")));
            }
        });
        page.navigate(address + path);
    }

    private static String html(String path) {
        return Built.text(output.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : "")));
    }

    /** What axe-core calls violations, each with the rule and the first place. */
    private static List<String> violations(Page page, String name) {
        page.evaluate(AXE);
        Object told = page.evaluate("""
                async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(rule =>
                  rule.nodes.map(node => `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.failureSummary}`))
                """);
        List<String> all = new ArrayList<>();
        for (Object each : (List<?>) Objects.requireNonNull(told)) {
            all.add(name + ": " + String.valueOf(each).replaceAll("\\s+", " "));
        }
        return all;
    }

    private static void copy(Path from, Path to) {
        Built.files(from).forEach((name, file) -> {
            try {
                Path target = to.resolve(name);
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** It stands in the jar of axe-core. */
    private static String script() {
        try (InputStream in = AccessibleTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
