package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The contact sheet in a real browser, as a file and in the preview. */
@Tag("slow")
class CarouselBrowserTest {
    private static final List<String> SHEETS = List.of("index.html", "which-pump/index.html", "in-winter/index.html");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path work;

    private static Path site = Path.of("");
    private static Path out = Path.of("");

    @BeforeAll
    static void make() {
        site = work.resolve("site");
        out = work.resolve("out");
        CarouselSite.unpack(site);
        write(site.resolve("data/carousel/platforms.json"), "{\"x\": {\"asOf\": \"2025-11-29\"}}");
        Built.run(
                        work,
                        "carousel",
                        "which-pump",
                        "in-winter",
                        "--project",
                        site.toString(),
                        "--platform",
                        "x,tiktok,linkedin",
                        "--out",
                        out.toString())
                .succeeded();
    }

    @Test
    void no_sheet_is_wider_than_its_window_and_none_complains() {
        for (int width : List.of(390, 1280)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Chromium.Visit visit = CHROMIUM.visit(width, scheme);
                for (String sheet : SHEETS) {
                    visit.page().navigate(out.resolve(sheet).toUri().toString());
                    int content = number(visit.page(), "document.documentElement.scrollWidth");
                    assertThat(content).as("%s at %d px", sheet, width).isLessThanOrEqualTo(width);
                    assertThat(visit.complaints()).as(sheet).isEmpty();
                }
            }
        }
    }

    @Test
    void every_slide_is_shown_with_words_for_those_who_do_not_see_it() {
        Page page = CHROMIUM.visit(1280).page();
        page.navigate(out.resolve("which-pump/index.html").toUri().toString());

        assertThat(number(page, "document.images.length")).isEqualTo(7 * 3);
        assertThat(number(page, "[...document.images].filter(image => !image.alt.trim()).length"))
                .isZero();
        page.evaluate("[...document.images].forEach(image => image.loading = 'eager')");
        page.waitForFunction("[...document.images].every(image => image.complete)");
        assertThat(number(page, "[...document.images].filter(image => image.naturalWidth === 0).length"))
                .isZero();
    }

    @Test
    void an_editor_sees_texts_and_what_is_left_of_each_limit() {
        Page page = CHROMIUM.visit(1280).page();
        page.navigate(out.resolve("which-pump/index.html").toUri().toString());

        assertThat(page.locator("#x").innerText()).contains("Thread of 2", "of 280", " left", "with slides 1, 2, 3, 4");
        assertThat(page.locator("#tiktok").innerText()).contains("Title", "28 of 90, 62 left");
        assertThat(page.locator("#linkedin").innerText()).contains("carousel.pdf");
    }

    @Test
    void the_preview_shows_the_sheets_and_brings_them_up_to_date() {
        Path project = work.resolve("live");
        CarouselSite.unpack(project);
        try (Serving preview = Serving.here(project).looked()) {
            Page page = CHROMIUM.visit(1280).page();
            page.navigate("http://" + preview.address().getAuthority() + "/_plainfact/carousels");
            assertThat(page.locator("h1").innerText()).isEqualTo("Carousels");
            page.locator("h2 a[href='which-pump/index.html']").click();
            assertThat(page.locator("#x").innerText()).contains("Pump Alpha draws 3 kW");
            assertThat(preview.get("/_plainfact/carousels/which-pump/x/slides/01.png")
                            .headers()
                            .firstValue("Content-Type"))
                    .contains("image/png");
            assertThat(preview.get("/_plainfact/carousels/which-pump/x/../../../jbake.properties")
                            .statusCode())
                    .isEqualTo(404);

            Path data = project.resolve("data/pumps.json");
            write(data, text(data).replace("\"value\": 3,", "\"value\": 3.5,"));

            // The sheet is composed anew when it is asked for, slides drawn again among it.
            page.waitForCondition(
                    () -> page.locator("#x").innerText().contains("Pump Alpha draws 3.5 kW"),
                    new Page.WaitForConditionOptions().setTimeout(60_000));
        }
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }
}
