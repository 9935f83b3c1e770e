package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.code.Piece;

/** This repository's own site in a real browser. */
@Tag("slow")
class BrowserTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/articles/measured-not-claimed/",
            "/articles/tokens-per-megawatt/",
            "/articles/ai-factory-tokens-explained/",
            "/articles/can-ai-factories-leave-earth/",
            "/faq/",
            "/glossary/",
            "/facilities/",
            "/facilities/skt-ai-cloud/",
            "/figures/",
            "/figures/b200-llama2-70b/",
            "/sources/",
            "/search/");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path site;

    @RegisterExtension
    private static final StaticServer SERVER = new StaticServer();

    private static String address = "";

    @BeforeAll
    static void build() throws Exception {
        SERVER.serveOwnSite(site);
        address = SERVER.address();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390, 1280})
    void no_page_is_wider_than_its_window_and_none_complains(int width) {
        Chromium.Visit visit = CHROMIUM.visit(width);
        for (String path : PAGES) {
            visit.page().navigate(address + path);
            int content = number(visit.page(), "document.documentElement.scrollWidth");
            int window = number(visit.page(), "document.documentElement.clientWidth");
            assertThat(content).as("%s at %d px", path, width).isLessThanOrEqualTo(window);
            assertThat(visit.complaints()).as(path).isEmpty();
        }
    }

    @Test
    void text_is_readable_in_light_and_in_dark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = CHROMIUM.visit(1280, scheme).page();
            page.navigate(address + "/articles/measured-not-claimed/");
            assertThat(contrast(page, "main p")).as(scheme.toString()).isGreaterThan(7);
            assertThat(contrast(page, "main p a.figure")).as(scheme.toString()).isGreaterThan(4.5);
        }
    }

    @Test
    void code_is_readable_in_light_and_in_dark() {
        List<String> kinds = Stream.of(Piece.Kind.values())
                .filter(kind -> kind != Piece.Kind.PLAIN)
                .map(kind -> "code-" + kind.name().toLowerCase(Locale.ROOT))
                .toList();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = CHROMIUM.visit(1280, scheme).page();
            page.navigate(address + "/about/");
            String code = kinds.stream()
                    .map(kind -> "<span class=\"" + kind + "\">x</span>")
                    .collect(Collectors.joining("", "<pre><code>", "</code></pre>"));
            page.locator("main").evaluate("(main, html) => main.insertAdjacentHTML('beforeend', html)", code);
            String plain = colour(page, "pre");
            kinds.forEach(kind -> {
                assertThat(contrast(page, "." + kind)).as(kind + " " + scheme).isGreaterThan(4.5);
                assertThat(colour(page, "." + kind)).as(kind + " " + scheme).isNotEqualTo(plain);
            });
        }
    }

    private static String colour(Page page, String selector) {
        return String.valueOf(page.locator(selector).first().evaluate("element => getComputedStyle(element).color"));
    }

    @Test
    void the_search_finds_a_page_by_its_title() {
        Chromium.Visit visit = CHROMIUM.visit(1280);
        visit.page().navigate(address + "/search/");
        Locator field = visit.page().locator("main input[type=search]");
        field.pressSequentially("megawatt");
        field.press("Enter");
        visit.page()
                .locator("main a[href*='/articles/tokens-per-megawatt/']")
                .first()
                .waitFor();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void a_table_is_reached_and_scrolled_by_keyboard() {
        Page page = CHROMIUM.visit(390).page();
        page.navigate(address + "/articles/measured-not-claimed/");
        Locator region = page.locator("[role=region][tabindex='0']").first();
        region.focus();
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(region.evaluate("region => region === document.activeElement"))
                .isEqualTo(true);
        assertThat(region.getAttribute("aria-labelledby")).isNotBlank();
    }

    @Test
    void every_page_reads_without_script() {
        Page page = CHROMIUM.visit(390, options -> options.setJavaScriptEnabled(false))
                .page();
        for (String path : PAGES) {
            page.navigate(address + path);
            assertThat(page.locator("main h1").first().innerText()).as(path).isNotBlank();
            assertThat(page.locator("main a, header a").count()).as(path).isPositive();
        }
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    /** WCAG contrast ratio of an element's text against the nearest painted background. */
    private static double contrast(Page page, String selector) {
        Object ratio = page.evaluate("""
                selector => {
                const element = document.querySelector(selector);
                const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                const rgba = color => {
                  canvas.clearRect(0, 0, 1, 1);
                  canvas.fillStyle = color;
                  canvas.fillRect(0, 0, 1, 1);
                  return canvas.getImageData(0, 0, 1, 1).data;
                };
                const luminance = color => {
                  const part = i => { const c = color[i] / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
                  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
                };
                let painted = element;
                while (painted && rgba(getComputedStyle(painted).backgroundColor)[3] < 255) painted = painted.parentElement;
                const background = painted ? rgba(getComputedStyle(painted).backgroundColor) : [255, 255, 255, 255];
                const [light, dark] = [luminance(rgba(getComputedStyle(element).color)), luminance(background)].sort((a, b) => b - a);
                return (light + 0.05) / (dark + 0.05);
                }
                """, selector);
        return Double.parseDouble(String.valueOf(ratio));
    }
}
