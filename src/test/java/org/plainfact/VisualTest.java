package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainfact.disk.Trees;

/**
 * Each kind of page of the default theme looks as it did: the site of {@code plainfact init}, in light and dark, on a
 * telephone and on a desk. After a change of the theme that is meant,
 * {@code mvn -B test-compile surefire:test@slow-tests -Dtest=VisualTest -Dplainfact.renew=true} writes
 * {@code src/test/resources/visual} anew; look at the difference before it is committed.
 */
@Tag("slow")
class VisualTest {
    private static final int SHOTS = 3;
    private static final Path GOLDEN = Path.of("src/test/resources/visual");
    private static final Map<String, String> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("index", "/"),
            Map.entry("article", "/articles/a-cup-of-tea/"),
            Map.entry("question", "/faq/boil-only-what-you-need/"),
            Map.entry("faq", "/faq/"),
            Map.entry("term", "/glossary/specific-heat/"),
            Map.entry("glossary", "/glossary/"),
            Map.entry("page", "/about/"),
            Map.entry("collection", "/kitchen/"),
            Map.entry("record", "/kitchen/kettle/"),
            Map.entry("working", "/figures/full-kettle/"),
            Map.entry("figures", "/figures/"),
            Map.entry("source", "/sources/textbook/"),
            Map.entry("sources", "/sources/"),
            Map.entry("topic", "/topics/kettle/"),
            Map.entry("topics", "/topics/"),
            Map.entry("archive", "/archive/"),
            Map.entry("corrections", "/corrections/"),
            Map.entry("search", "/search/"),
            Map.entry("not-found", "/404.html")));

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path folder;

    @RegisterExtension
    private static final StaticServer SERVER = new StaticServer();

    private static String address = "";

    @BeforeAll
    static void build() throws Exception {
        Built.run(folder, "init", "site").succeeded();
        Path site = folder.resolve("site");
        Files.writeString(
                site.resolve("jbake.properties"),
                Built.text(site.resolve("jbake.properties")) + "\nrecords.pages=kitchen\n");
        Path text = site.resolve("content/articles/a-cup-of-tea.md");
        Files.writeString(
                text,
                Built.text(text)
                        .replaceFirst(
                                "\nstatus: ",
                                "\ncorrections: [{date: 2026-11-27, text: A word was wrong.}]\nstatus: "));
        // However long the machine takes for a typeface, it is waited for.
        Path style = site.resolve("assets/css/site.css");
        Files.writeString(style, Built.text(style).replace("font-display: optional", "font-display: block"));
        Built.run(folder, "build", "site").succeeded();
        SERVER.serve(site.resolve("output"));
        address = SERVER.address();
    }

    @Test
    void every_kind_of_page_is_looked_at() throws IOException {
        try (var templates = Files.list(Path.of("templates"))) {
            List<String> kinds = templates
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".ftlh"))
                    .map(name -> name.replace(".ftlh", ""))
                    .filter(name -> !List.of("layout", "blocks", "redirect").contains(name))
                    .toList();

            assertThat(PAGES.keySet()).containsAll(kinds);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "LIGHT, 1280", "DARK, 390", "DARK, 1280"})
    void every_page_looks_as_it_did(ColorScheme scheme, int width) throws IOException {
        boolean renew = Boolean.getBoolean("plainfact.renew");
        List<String> differences = new ArrayList<>();
        Page page = visit(scheme, width);
        for (Map.Entry<String, String> each : PAGES.entrySet()) {
            Blocks seen = look(page, each.getValue());
            Path golden = golden(each.getKey(), scheme, width);
            if (renew) {
                Files.createDirectories(Trees.parent(golden));
                Files.write(golden, seen.png());
            }
            assertThat(golden).as("write it with -Dplainfact.renew=true").exists();
            String difference = Blocks.read(Files.readAllBytes(golden)).difference(seen);
            if (!difference.isEmpty()) {
                differences.add(each.getKey() + ": " + difference);
            }
        }
        assertThat(differences)
                .as("see the comment of VisualTest; " + scheme + " at " + width)
                .isEmpty();
    }

    @Test
    void a_block_that_moves_by_a_line_is_seen() throws IOException {
        assertThat(changed("document.querySelector('.prose > p').style.marginBottom = '3.5em'"))
                .contains("squares differ");
    }

    @Test
    void a_side_by_side_that_breaks_is_seen() throws IOException {
        assertThat(changed("document.querySelector('.site-head ul').style.display = 'block'"))
                .isNotEmpty();
    }

    @Test
    void another_colour_of_the_paper_is_seen() throws IOException {
        assertThat(changed("document.documentElement.style.setProperty('--paper', '#f4f4ee')"))
                .contains("together differ");
    }

    @Test
    void text_in_the_colour_of_the_paper_is_seen() throws IOException {
        assertThat(changed("document.documentElement.style.setProperty('--ink', '#e8e8e8')"))
                .contains("squares differ");
    }

    @Test
    void letters_that_are_drawn_a_little_differently_are_not() throws IOException {
        assertThat(changed("document.body.style.webkitTextStroke = '0.15px'")).isEmpty();
        assertThat(changed("document.body.style.transform = 'translate(0.3px, 0.4px)'"))
                .isEmpty();
    }

    private static String changed(String script) throws IOException {
        Page page = visit(ColorScheme.LIGHT, 1280);
        String path = "/articles/a-cup-of-tea/";
        Blocks before = look(page, path);
        page.evaluate("() => { " + script + "; }");
        return before.difference(shot(page));
    }

    private static Page visit(ColorScheme scheme, int width) {
        return CHROMIUM.visit(width, options -> options.setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE))
                .page();
    }

    private static Blocks look(Page page, String path) {
        assertThat(page.navigate(address + path).status()).as(path).isEqualTo(200);
        page.evaluate("() => document.fonts.ready.then(() => true)");
        return shot(page);
    }

    /** On a busy machine the browser may say that it cannot take one; it can a moment later. */
    private static Blocks shot(Page page) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Blocks.of(page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
            } catch (PlaywrightException e) {
                if (attempt == SHOTS || !String.valueOf(e.getMessage()).contains("Unable to capture screenshot")) {
                    throw e;
                }
            }
        }
    }

    private static Path golden(String kind, ColorScheme scheme, int width) {
        return GOLDEN.resolve(kind + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png");
    }
}
