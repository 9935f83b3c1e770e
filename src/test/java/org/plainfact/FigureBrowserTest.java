package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Figures that open to their working, and the list of all of them, in a real browser. */
@Tag("slow")
class FigureBrowserTest {
    private static final String ARTICLE = "/articles/measured-not-claimed/";

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

    private static Locator figure(Page page) {
        return page.locator("main .prose p a.figure[href*='energy-per-token']").first();
    }

    private static Locator panel(Page page) {
        return page.locator(".figure-panel");
    }

    private static Locator button(Page page, String words) {
        return panel(page).locator("button", new Locator.LocatorOptions().setHasText(words));
    }

    @Test
    void a_figure_opens_to_its_working_where_it_stands() {
        for (int width : new int[] {390, 1280}) {
            Chromium.Visit visit = CHROMIUM.visit(width);
            visit.page().navigate(address + ARTICLE);
            String value = figure(visit.page()).innerText();
            figure(visit.page()).click();
            panel(visit.page()).waitFor();

            assertThat(panel(visit.page()).innerText())
                    .as("%d px", width)
                    .contains(
                            value,
                            "One measured B200 server",
                            "What goes into it",
                            "Status",
                            "Shown on",
                            "Cite this figure");
            assertThat(panel(visit.page()).locator("math").count()).isPositive();
            assertThat(visit.page().url()).endsWith(ARTICLE);
            assertThat(
                            visit.page()
                                    .evaluate(
                                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void it_is_opened_and_closed_by_keyboard_and_gives_the_focus_back() {
        Page page = CHROMIUM.visit(1280).page();
        page.navigate(address + ARTICLE);
        figure(page).focus();
        page.keyboard().press("Enter");
        panel(page).waitFor();
        page.waitForFunction("() => document.activeElement.className === 'figure-panel'");
        page.keyboard().press("Escape");
        page.waitForFunction("() => !document.querySelector('.figure-panel').matches(':popover-open')");

        assertThat(figure(page).evaluate("link => link === document.activeElement"))
                .isEqualTo(true);
    }

    @Test
    void a_figure_in_it_opens_in_its_place_and_leads_back() {
        Page page = CHROMIUM.visit(1280).page();
        page.navigate(address + ARTICLE);
        figure(page).click();
        panel(page).waitFor();
        String first = panel(page).locator("h2").innerText();
        panel(page).locator("table a.cell").first().click();
        button(page, "Back").waitFor();

        assertThat(panel(page).locator("h2").innerText()).isNotEqualTo(first);
        button(page, "Back").click();
        assertThat(panel(page).locator("h2").innerText()).isEqualTo(first);
        button(page, "Close").click();
        assertThat(panel(page).isVisible()).isFalse();
    }

    @Test
    void names_in_it_are_no_names_of_the_page() {
        Page page = CHROMIUM.visit(1280).page();
        page.navigate(address + ARTICLE);
        figure(page).click();
        panel(page).waitFor();

        assertThat(page.evaluate("() => [...document.querySelectorAll('[id]')].map(element => element.id)"
                        + ".filter((id, i, all) => all.indexOf(id) !== i).length"))
                .isEqualTo(0);
    }

    @Test
    void where_the_working_cannot_be_fetched_the_link_leads_to_it() {
        Page page = CHROMIUM.visit(1280).page();
        page.navigate(address + ARTICLE);
        page.route(Pattern.compile(".*/figures/.*"), route -> {
            if (route.request().isNavigationRequest()) {
                route.resume();
            } else {
                route.abort();
            }
        });
        figure(page).click();

        page.waitForURL(Pattern.compile(".*/figures/.*#energy-per-token"));
    }

    @Test
    void without_script_it_is_a_link() {
        Page page = CHROMIUM.visit(390, options -> options.setJavaScriptEnabled(false))
                .page();
        page.navigate(address + ARTICLE);
        figure(page).click();

        page.waitForURL(Pattern.compile(".*/figures/b200-llama2-70b/#energy-per-token"));
        assertThat(page.locator("#energy-per-token").isVisible()).isTrue();
        assertThat(page.locator("details.citation pre").first().textContent()).startsWith("@misc{b200-llama2-70b.");
    }

    @Test
    void a_machine_goes_with_results_of_its_own_accelerator_only() {
        Chromium.Visit visit = CHROMIUM.visit(1280);
        Page page = visit.page();
        page.navigate(address + "/articles/tokens-per-megawatt/");
        page.locator("[data-part=control-machine]").selectOption("dgx-b200-system");

        Locator benchmark = page.locator("[data-part=control-benchmark]");
        assertThat(benchmark.locator("option:not([disabled])").allTextContents())
                .isNotEmpty()
                .allSatisfy(title -> assertThat(title).contains("×B200"));
        assertThat(benchmark.locator("option[disabled]").allTextContents())
                .isNotEmpty()
                .allSatisfy(title -> assertThat(title).contains("(accelerator: “b200” and “"));
        assertThat(benchmark.inputValue()).as("the most alike").isEqualTo("mlperf-v5-1-0069-deepseek-r1-server");
        assertThat(page.locator(".calculator [data-part^=result-]:has(.not-for)")
                        .count())
                .as("results with what they must not be used to claim")
                .isEqualTo(3);
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void the_list_is_filtered_by_words_collection_status_and_unit() {
        Chromium.Visit visit = CHROMIUM.visit(390);
        Page page = visit.page();
        page.navigate(address + "/figures/");
        page.locator("#_query").pressSequentially("pue survey");
        page.waitForFunction("() => document.querySelectorAll('#_found li').length > 0");

        assertThat(page.locator("#_found li").allInnerTexts())
                .allSatisfy(line -> assertThat(line).containsIgnoringCase("pue").containsIgnoringCase("survey"));
        assertThat(page.locator("#_all").isVisible()).isFalse();
        page.locator("#_query").fill("");
        page.locator("#_of-status").selectOption("measured");
        page.locator("#_of-unit").selectOption("J/token");
        page.waitForFunction("() => document.querySelector('#_found')?.innerText.includes('J/token')");
        assertThat(page.locator("#_found li").allInnerTexts())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith("J/token"));
        assertThat(page.url()).endsWith("?status=measured&unit=J%2Ftoken");
        assertThat(visit.complaints()).isEmpty();

        Page shared = CHROMIUM.visit(1280).page();
        shared.navigate(page.url());
        shared.waitForFunction("() => document.querySelectorAll('#_found li').length > 0");
        assertThat(shared.locator("#_said").innerText())
                .isEqualTo(page.locator("#_said").innerText());
    }

    @Test
    void a_hostile_query_finds_nothing_and_harms_nothing() {
        Chromium.Visit visit = CHROMIUM.visit(1280);
        visit.page().navigate(address + "/figures/?q=%3Cimg%20src=x%20onerror=alert(1)%3E&status=%3Cb%3E&page=9");
        visit.page().waitForFunction("() => document.querySelector('#_said').textContent !== ''");

        assertThat(visit.page().locator("#_said").innerText()).startsWith("No figure fits");
        assertThat(visit.page().locator("main img").count()).isZero();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void without_script_the_whole_list_can_be_paged_through() {
        Page page = CHROMIUM.visit(1280, options -> options.setJavaScriptEnabled(false))
                .page();
        page.navigate(address + "/figures/");

        assertThat(page.locator("form.figure-filter").isVisible()).isFalse();
        page.locator("nav.pages a[rel=next]").click();
        page.waitForURL(Pattern.compile(".*/figures/page/2/"));
        assertThat(page.locator(".figure-list a.figure").count()).isPositive();
    }
}
