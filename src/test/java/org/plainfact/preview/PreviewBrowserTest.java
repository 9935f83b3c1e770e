package org.plainfact.preview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.Chromium;

/** What a writer sees in a real browser while saving. */
@Tag("slow")
class PreviewBrowserTest {
    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    private static final String LONG = "<p>A long text.</p>\n".repeat(100);

    private PreviewServer preview;

    @BeforeEach
    void start() throws IOException {
        preview = started(0, Map.of("index.html", Views.page("Home", "<h1>Home</h1>")));
    }

    @AfterEach
    void stop() {
        preview.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_save_changes_the_page_in_place_and_keeps_what_the_reader_did(int width) {
        String before = """
                <h1>Home</h1>
                <p id="first">One.</p>
                %s
                <details><summary>More</summary><p>Inside.</p></details>
                <form><label>Name <input id="name"></label></form>
                <ul><li>a</li><li>c</li></ul>
                %s""".formatted(LONG, LONG);
        show("index.html", Views.page("Home", before));
        Chromium.Visit visit = open("/", width);
        Page page = visit.page();
        page.evaluate("window.survives = true");
        page.locator("summary").click();
        page.locator("#name").fill("typed");
        page.evaluate("document.querySelector('#name').scrollIntoView({block: 'center'})");
        double top = top(page, "#name");

        show(
                "index.html",
                Views.page(
                        "Home again",
                        before.replace("<p id=\"first\">One.</p>", "<p id=\"first\">Two.</p>\n<p>New.</p><p>New.</p>")
                                .replace("<li>c</li>", "<li>b</li><li>c</li>")
                                .replace("Inside.", "Deep inside.")));

        assertThat(page.locator("#first")).hasText("Two.");
        assertThat(page).hasTitle("Home again");
        assertThat(page.locator("li")).hasText(new String[] {"a", "b", "c"});
        assertThat(page.evaluate("window.survives")).isEqualTo(true);
        assertThat(page.locator("details p")).hasText("Deep inside.");
        assertThat(page.locator("details p")).isVisible();
        assertThat(page.locator("#name")).hasValue("typed");
        assertThat(page.locator("#name")).isFocused();
        page.waitForTimeout(200);
        assertThat(top(page, "#name")).isCloseTo(top, offset(2.0));
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void many_different_edits_each_lead_to_what_a_fresh_load_shows() {
        List<String> bodies = List.of(
                "<h1>A</h1><p>1</p><p>2</p><p>3</p>",
                "<h1>A</h1><p>2</p><p>3</p><p>1</p>",
                "<p>3</p>text<p>2</p><!-- note -->",
                "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table><p id='x' class='y'>2</p>",
                "<table><tr><td>3</td></tr></table><p class='z'>2</p><svg viewBox='0 0 1 1'><path d='M0 0h1'/></svg>",
                "<div id='b'>b</div><div id='a'>a</div><svg viewBox='0 0 2 2'><path d='M0 0h2'/></svg>",
                "<div id='a'>a</div><div id='c'>c</div><div id='b'>b</div>",
                "",
                "<h1>A</h1><p>1</p><p>2</p><p>3</p>");
        Page page = open("/", 1280).page();
        page.evaluate("window.survives = true");
        for (String body : bodies) {
            String html = Views.page("Page", "<meta name=\"description\" content=\"" + body.hashCode() + "\">\n", body);
            show("index.html", html);
            page.waitForCondition(() -> page.evaluate("document.querySelector('meta[name=description]')?.content ?? ''")
                    .equals(String.valueOf(body.hashCode())));
            assertThat(page.evaluate(
                            "html => new DOMParser().parseFromString(html, 'text/html').body"
                                    + ".isEqualNode(document.body)",
                            html))
                    .as(body)
                    .isEqualTo(true);
        }
        assertThat(page.evaluate("window.survives")).isEqualTo(true);
    }

    @Test
    void a_changed_style_sheet_is_swapped_without_a_reload_and_without_a_flash() {
        show(styled("11", "rgb(255, 0, 0)"));
        Chromium.Visit visit = open("/", 1280);
        Page page = visit.page();
        page.evaluate("""
                () => {
                  window.seen = [];
                  const look = () => {
                    const color = getComputedStyle(document.body).backgroundColor;
                    if (window.seen.at(-1) !== color) window.seen.push(color);
                    requestAnimationFrame(look);
                  };
                  look();
                }
                """);

        show(styled("22", "rgb(0, 0, 255)"));

        // The old one stays until the new one is loaded.
        page.waitForFunction("""
                () => [...document.querySelectorAll("head link[rel=stylesheet]")]
                    .map(link => link.getAttribute("href")).join() === "/assets/site.22.css"
                """);
        page.waitForTimeout(100);
        assertThat(page.evaluate("window.seen")).isEqualTo(List.of("rgb(255, 0, 0)", "rgb(0, 0, 255)"));
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void a_page_that_did_not_change_is_left_alone() {
        Map<String, String> site = new HashMap<>(Map.of(
                "index.html", Views.page("Home", "<h1>Home</h1>"), "a/index.html", Views.page("A", "<h1>A</h1>")));
        preview.show(Views.of(site));
        Page home = open("/", 1280).page();
        Page other = open("/a/", 1280).page();
        home.waitForTimeout(300);
        List<String> requests = new ArrayList<>();
        home.onRequest(request -> requests.add(request.url()));

        site.put("a/index.html", Views.page("A", "<h1>Changed</h1>"));
        preview.show(Views.of(site));

        assertThat(other.locator("h1")).hasText("Changed");
        home.waitForTimeout(300);
        assertThat(requests).isEmpty();
    }

    @Test
    void other_scripts_of_a_page_need_a_reload_which_keeps_the_place() {
        String script = "<script src=\"/assets/a.js\" defer></script>\n";
        Map<String, String> site = new HashMap<>(Map.of(
                "index.html", Views.page("Home", script, "<h1>Home</h1>" + LONG),
                "assets/a.js", "document.documentElement.dataset.ran = 'a'",
                "assets/b.js", "document.documentElement.dataset.ran = 'b'"));
        preview.show(Views.of(site));
        Page page = open("/", 1280).page();
        page.evaluate("scrollTo(0, 700)");

        site.put("index.html", Views.page("Home", script.replace("a.js", "b.js"), "<h1>Home</h1>" + LONG));
        preview.show(Views.of(site));

        assertThat(page.locator("html")).hasAttribute("data-ran", "b");
        page.waitForFunction("scrollY === 700");
    }

    @Test
    void a_page_that_goes_shows_what_is_near_and_one_that_comes_appears() {
        Map<String, String> site = new HashMap<>(Map.of(
                "404.html", Views.page("Lost", "<h1>Lost</h1>"),
                "articles/tea/index.html", Views.page("Tea", "<h1>Tea</h1>")));
        preview.show(Views.of(site));
        Page page = open("/articles/tea/", 1280).page();

        site.remove("articles/tea/index.html");
        site.put("articles/teas/index.html", Views.page("Teas", "<h1>Teas</h1>"));
        preview.show(Views.of(site));
        assertThat(page.locator("h1")).hasText("Lost");
        assertThat(page.locator(".plainfact-near a")).hasText("/articles/teas/");

        site.put("articles/tea/index.html", Views.page("Tea", "<h1>Tea again</h1>"));
        preview.show(Views.of(site));
        assertThat(page.locator("h1")).hasText("Tea again");
    }

    @Test
    void the_first_good_build_takes_the_place_of_the_page_that_waits_for_it() {
        preview.show(Views.with(Views.of(Map.of()), Views.error()));
        Page page = open("/", 1280).page();
        assertThat(page.locator("h1")).hasText("There is no site yet");
        assertThat(page.locator(".overlay")).containsText("There is no good build yet.");

        show("index.html", Views.page("Home", "<h1>Home</h1>"));

        assertThat(page.locator("h1")).hasText("Home");
        assertThat(page.locator(".overlay")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_wrong_formula_is_shown_over_the_last_good_page_until_it_is_mended(int width) {
        View good = Views.of(Map.of("index.html", Views.page("Home", "<h1>Home</h1>" + LONG)));
        preview.show(good);
        Chromium.Visit visit = open("/", width);
        Page page = visit.page();
        Locator overlay = page.locator(".overlay");
        page.waitForTimeout(200);
        assertThat(overlay).isHidden();

        preview.show(Views.with(good, Views.error(), Views.warning()));

        assertThat(overlay).isVisible();
        assertThat(page.locator("h1")).hasText("Home");
        assertThat(overlay.locator("h2")).hasText("1 error, 1 warning");
        assertThat(overlay.locator(".told").first())
                .hasText("data/formulas.json:12:20: error: there is no input \"enregy\" [unknown-name]");
        assertThat(overlay.locator(".hint").first()).hasText("hint: did you mean \"energy\"?");
        assertThat(overlay.locator("mark").first()).hasText("enregy");
        assertThat(overlay.locator(".line").nth(2)).containsText("<b>water</b>");
        assertThat(number(page, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);

        preview.show(good);

        assertThat(overlay).isHidden();
        assertThat(page.locator(".badge")).isHidden();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void escape_hides_the_findings_until_they_change() {
        View good = Views.of(Map.of("index.html", Views.page("Home", "<h1>Home</h1>")));
        preview.show(Views.with(good, Views.error()));
        Page page = open("/", 1280).page();
        Locator overlay = page.locator(".overlay");
        assertThat(overlay).isVisible();

        page.keyboard().press("Escape");
        assertThat(overlay).isHidden();
        assertThat(page.locator(".badge button")).hasText("1 error");
        page.reload();
        assertThat(page.locator(".badge button")).hasText("1 error");
        assertThat(overlay).isHidden();

        preview.show(Views.with(good, Views.error(), Views.warning()));
        assertThat(overlay).isVisible();
        preview.show(Views.with(good, Views.error()));
        assertThat(overlay.locator("h2")).hasText("1 error");
        assertThat(overlay).isVisible();
    }

    @Test
    void the_badge_brings_hidden_findings_back() {
        preview.show(Views.with(Views.of(Map.of("index.html", Views.page("Home", ""))), Views.error()));
        Page page = open("/", 1280).page();
        page.locator(".overlay .close").click();

        page.locator(".badge button").click();

        assertThat(page.locator(".overlay")).isVisible();
        assertThat(page.locator(".overlay")).isFocused();
    }

    @Test
    void warnings_are_a_badge_that_leads_to_the_findings() {
        preview.show(Views.with(Views.of(Map.of("index.html", Views.page("Home", "<h1>Home</h1>"))), Views.warning()));
        Page page = open("/", 1280).page();
        assertThat(page.locator(".overlay")).isHidden();

        page.locator(".badge a").click();

        assertThat(page.locator("h1")).hasText("Findings");
        assertThat(page.locator("main .told")).containsText("[long-title]");
    }

    @Test
    void the_page_of_findings_follows_them() {
        View good = Views.of(Map.of("index.html", Views.page("Home", "")));
        preview.show(Views.with(good, Views.warning()));
        Page page = open("/_plainfact/findings", 1280).page();
        assertThat(page.locator("main .report")).hasCount(1);

        preview.show(good);

        assertThat(page.locator("main")).containsText("Nothing is wrong with the project.");
    }

    @Test
    void the_page_of_findings_is_not_covered_by_them() {
        preview.show(Views.with(Views.of(Map.of("index.html", Views.page("Home", ""))), Views.error()));
        Page page = open("/_plainfact/findings", 1280).page();
        page.waitForTimeout(300);

        assertThat(page.locator(".overlay")).isHidden();
        assertThat(page.locator(".badge")).isHidden();
    }

    @Test
    void a_long_build_is_said_to_be_at_work() {
        Page page = open("/", 1280).page();

        preview.building();
        assertThat(page.locator(".badge .building")).isVisible();

        show("index.html", Views.page("Home", "<h1>Home</h1>"));
        assertThat(page.locator(".badge")).isHidden();
    }

    @Test
    void a_link_to_a_figure_shows_how_it_came_about() {
        View view = withFigure();
        preview.show(view);
        Chromium.Visit visit = open("/", 1280);
        Page page = visit.page();
        Locator tip = page.locator(".tip");

        page.locator("a.figure").hover();
        assertThat(tip).isVisible();
        assertThat(tip).hasText("one-mug.energy = 84 kJ\n  mass = 0.25 kg");
        page.locator("h1").hover();
        assertThat(tip).isHidden();

        page.keyboard().press("Tab");
        assertThat(tip).isVisible();
        page.keyboard().press("Escape");
        assertThat(tip).isHidden();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void two_browsers_are_told_at_once() {
        Page one = open("/", 390).page();
        Page two = open("/", 1280).page();

        show("index.html", Views.page("Home", "<h1>Both</h1>"));

        assertThat(one.locator("h1")).hasText("Both");
        assertThat(two.locator("h1")).hasText("Both");
    }

    /** Browsers have six connections for one host: with an open one for each tab the seventh would load nothing. */
    @Test
    void ten_tabs_of_one_browser_are_told_and_still_load_pages() {
        Chromium.Visit first = open("/", 1280);
        List<Page> tabs = new ArrayList<>(List.of(first.page()));
        for (int i = 0; i < 9; i++) {
            Page tab = Chromium.open(first.context()).page();
            tab.navigate(preview.address().toString());
            tabs.add(tab);
        }

        show("index.html", Views.page("Home", "<h1>All</h1>"));
        for (Page tab : tabs) {
            assertThat(tab.locator("h1")).hasText("All");
        }

        // Another tab takes over.
        first.page().close();
        show("index.html", Views.page("Home", "<h1>The others</h1>"));
        for (Page tab : tabs.subList(1, 10)) {
            assertThat(tab.locator("h1")).hasText("The others");
        }
    }

    @Test
    void a_page_finds_the_preview_again_after_a_restart() throws IOException {
        Page page = open("/", 1280).page();
        page.evaluate("window.survives = true");
        page.waitForTimeout(300);
        int port = preview.address().getPort();
        preview.close();
        page.waitForTimeout(700);

        preview = started(port, Map.of("index.html", Views.page("Home", "<h1>Restarted</h1>")));

        assertThat(page.locator("h1")).hasText("Restarted");
        assertThat(page.evaluate("window.survives")).isEqualTo(true);
    }

    @Test
    void a_page_that_forbids_everything_is_kept_up_to_date_too() {
        String strict = Views.page("Home", "<h1>Home</h1>").replace(Views.POLICY, "default-src 'none'");
        show("index.html", strict);
        Chromium.Visit visit = open("/", 1280);

        show("index.html", strict.replace("<h1>Home</h1>", "<h1>Strictly</h1>"));
        assertThat(visit.page().locator("h1")).hasText("Strictly");

        preview.show(Views.with(Views.of(Map.of("index.html", strict)), Views.error()));
        assertThat(visit.page().locator(".overlay")).isVisible();
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void what_the_preview_shows_is_readable(String scheme) throws IOException {
        View view = withFigure();
        preview.show(new View(
                "",
                view.site(),
                List.of(Views.error(), Views.warning()),
                List.of(
                        new Unpublished(
                                "content/articles/tea.md",
                                "How much electricity does a cup of tea take?",
                                "draft",
                                Optional.empty(),
                                Optional.of("/")),
                        new Unpublished(
                                "content/faq/boil-only-what-you-need.md",
                                "Should I boil only what I need?",
                                "scheduled",
                                Optional.of("2027-01-01"),
                                Optional.empty())),
                view.explain()));
        for (int width : List.of(390, 1280)) {
            Page page = CHROMIUM.visit(width, ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT)))
                    .page();
            page.navigate(preview.address().toString());
            assertThat(page.locator(".overlay")).isVisible();
            assertThat(contrast(page, ".overlay .place")).isGreaterThan(4.5);
            assertThat(contrast(page, ".overlay .severity")).isGreaterThan(4.5);
            assertThat(contrast(page, ".overlay .number")).isGreaterThan(4.5);
            assertThat(contrast(page, ".overlay mark")).isGreaterThan(4.5);
            shoot(page, "overlay", scheme, width);
            page.keyboard().press("Escape");
            shoot(page, "badge", scheme, width);
            if (width == 1280) {
                page.locator("a.figure").hover();
                assertThat(page.locator(".tip")).isVisible();
                shoot(page, "figure", scheme, width);
            }
            for (String name : List.of("findings", "drafts")) {
                page.navigate(preview.address().resolve("/_plainfact/" + name).toString());
                assertThat(number(page, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
                shoot(page, name, scheme, width);
            }
        }
    }

    /** Where {@code -Dpreview.shots=FOLDER} is given: to be looked at. */
    private static void shoot(Page page, String name, String scheme, int width) {
        String folder = System.getProperty("preview.shots");
        if (folder != null) {
            page.waitForTimeout(100);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(folder, name + "-" + scheme + "-" + width + ".png")));
        }
    }

    private static View withFigure() {
        String page = Views.page(
                "Tea",
                "<link rel=\"stylesheet\" href=\"/assets/site.css\">\n",
                "<h1>How much electricity does a cup of tea take?</h1>\n<p>A mug of water needs <a class=\"figure\""
                        + " href=\"/figures/one-mug/#energy\">84 kJ</a> from the socket.</p>\n" + LONG);
        return new View(
                "",
                Views.files(
                        Map.of(
                                "index.html",
                                page,
                                "assets/site.css",
                                ":root { color-scheme: light dark } body { font: 18px serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }")),
                List.of(),
                List.of(),
                address -> address.equals("one-mug.energy")
                        ? List.of("one-mug.energy = 84 kJ", "  mass = 0.25 kg")
                        : List.of());
    }

    private Chromium.Visit open(String address, int width) {
        Chromium.Visit visit = CHROMIUM.visit(width);
        visit.page().navigate(preview.address().resolve(address).toString());
        return visit;
    }

    private void show(String path, String html) {
        preview.show(Views.of(Map.of(path, html)));
    }

    private void show(Map<String, String> site) {
        preview.show(Views.of(site));
    }

    private static Map<String, String> styled(String fingerprint, String color) {
        String sheet = "assets/site." + fingerprint + ".css";
        return Map.of(
                "index.html",
                Views.page("Home", "<link rel=\"stylesheet\" href=\"/" + sheet + "\">\n", "<h1>Home</h1>"),
                sheet,
                "body { background: " + color + " }");
    }

    private static PreviewServer started(int port, Map<String, String> site) throws IOException {
        return PreviewServer.start(new PreviewServer.Options("127.0.0.1", port, Set.of()), Views.of(site));
    }

    private static double top(Page page, String selector) {
        return ((Number) page.evaluate(
                        "selector => document.querySelector(selector).getBoundingClientRect().top", selector))
                .doubleValue();
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    /** WCAG contrast ratio of an element's text against the nearest background that is painted. */
    private static double contrast(Page page, String selector) {
        return ((Number) page.locator(selector).first().evaluate("""
                element => {
                  const rgb = color => color.match(/[\\d.]+/g).map(Number);
                  const luminance = ([r, g, b]) => {
                    const part = c => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
                  };
                  let painted = element;
                  while ((rgb(getComputedStyle(painted).backgroundColor)[3] ?? 1) < 1) painted = painted.parentElement;
                  const [light, dark] = [getComputedStyle(element).color, getComputedStyle(painted).backgroundColor]
                    .map(color => luminance(rgb(color))).sort((a, b) => b - a);
                  return (light + 0.05) / (dark + 0.05);
                }
                """)).doubleValue();
    }
}
