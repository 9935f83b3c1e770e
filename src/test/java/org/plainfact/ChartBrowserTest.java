package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts of this repository's own site in a real browser, with the typefaces that readers get. */
@Tag("slow")
class ChartBrowserTest {
    private static final List<String> PAGES = List.of(
            "/articles/tokens-per-megawatt/",
            "/articles/user-speed-hidden-knob/",
            "/articles/can-ai-factories-leave-earth/");

    /** Texts of visible charts that are not wholly on their drawing, but for the overhang of a letter, or stand over one another. */
    private static final String MISPLACED = """
            () => [...document.querySelectorAll('.plot')].filter(plot => plot.getClientRects().length).flatMap(plot => {
              const view = plot.viewBox.baseVal;
              const boxes = [...plot.querySelectorAll('text')].map(text => ({words: text.textContent, box: text.getBBox()}));
              const outside = boxes.filter(({box}) => box.x < -1.5 || box.x + box.width > view.width + 1.5
                  || box.y < -0.5 || box.y + box.height > view.height + 0.5);
              const over = boxes.filter((one, i) => boxes.some((two, j) => j < i
                  && one.box.x < two.box.x + two.box.width && two.box.x < one.box.x + one.box.width
                  && one.box.y + 4 < two.box.y + two.box.height && two.box.y + 4 < one.box.y + one.box.height));
              return [...outside, ...over].map(({words}) => words);
            })""";

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
    @ValueSource(ints = {360, 390, 768, 1280})
    void all_words_are_on_the_drawing_and_apart(int width) {
        Page page = CHROMIUM.visit(width).page();
        for (String path : PAGES) {
            page.navigate(address + path);
            page.evaluate("() => document.fonts.ready");
            assertThat(page.locator(".plot:visible").count()).as(path).isPositive();
            assertThat((List<?>) page.evaluate(MISPLACED))
                    .as("%s at %d", path, width)
                    .isEmpty();
        }
    }

    @Test
    void words_are_as_large_on_a_telephone_as_in_a_book() {
        Page page = CHROMIUM.visit(360).page();
        for (String path : PAGES) {
            page.navigate(address + path);
            Object smallest = page.evaluate("""
                    () => Math.min(...[...document.querySelectorAll('.chart-narrow .plot text')].map(text =>
                      parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))""");
            assertThat(Double.parseDouble(String.valueOf(smallest))).as(path).isGreaterThanOrEqualTo(11);
        }
    }

    @Test
    void a_chart_has_a_name_and_words_and_its_table_is_one_press_of_a_key_away() {
        Chromium.Visit visit = CHROMIUM.visit(390);
        Page page = visit.page();
        page.navigate(address + PAGES.getFirst());
        Locator chart = page.locator("figure.chart").first();
        String ids = chart.locator(".plot:visible").getAttribute("aria-labelledby");
        for (String id : ids.split(" ")) {
            assertThat(page.locator("[id='" + id + "']").textContent()).isNotBlank();
        }
        assertThat(page.locator("[id='" + ids.split(" ")[1] + "']").textContent())
                .contains("power basis: facility: 2,698,000 (estimated)");
        assertThat(chart.locator("table").isVisible()).isFalse();
        chart.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(chart.locator("table").isVisible()).isTrue();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void no_id_stands_twice_on_a_page() {
        Page page = CHROMIUM.visit(1280).page();
        for (String path : PAGES) {
            page.navigate(address + path);
            Object twice = page.evaluate("""
                    () => [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) < i)""");
            assertThat((List<?>) twice).as(path).isEmpty();
        }
    }

    @Test
    void marks_stand_out_in_light_in_dark_and_on_paper() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = CHROMIUM.visit(1280, scheme).page();
            page.navigate(address + PAGES.getFirst());
            assertThat(contrast(page, ".chart-wide .area.known"))
                    .as(scheme.toString())
                    .isGreaterThan(3);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(contrast(page, ".chart-wide .area.known, .chart-narrow .area.known"))
                    .isGreaterThan(3);
        }
    }

    /** Of the colour of a mark against the paper. */
    private static double contrast(Page page, String selector) {
        Object ratio = page.evaluate("""
                selector => {
                const mark = document.querySelector(selector);
                const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                const luminance = color => {
                  canvas.fillStyle = color;
                  canvas.fillRect(0, 0, 1, 1);
                  const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => {
                    const c = v / 255;
                    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
                  });
                  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                const paper = getComputedStyle(document.body).backgroundColor;
                const [light, dark] = [luminance(getComputedStyle(mark).color), luminance(paper)].sort((a, b) => b - a);
                return (light + 0.05) / (dark + 0.05);
                }
                """, selector);
        return Double.parseDouble(String.valueOf(ratio));
    }
}
