package org.plainfact;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An author at work: a site that {@code init} made, {@code serve}, a browser, and saves. */
@Tag("slow")
class ServeBrowserTest {
    private static final String TEA = "/articles/a-cup-of-tea/";

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private Path work;

    private Path site = Path.of("");

    private @Nullable Serving serving;

    @BeforeAll
    static void haveMorePatienceThanWithAPageAlone() {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @BeforeEach
    void aSite() {
        site = work.resolve("site");
        Built.run(work, "init", "site").succeeded();
    }

    @AfterEach
    void stop() {
        if (serving != null) {
            serving.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void saved_text_shows_in_place_and_the_reader_stays_where_they_are(int width) {
        Chromium.Visit visit = open(TEA, width);
        Page page = visit.page();
        page.evaluate("window.survives = true");
        page.evaluate(
                "document.querySelector('#how-it-is-worked-out').scrollIntoView({block: 'center', behavior: 'instant'})");
        double top = top(page, "#how-it-is-worked-out");

        edit(
                "content/articles/a-cup-of-tea.md",
                "Water needs heat",
                "One more paragraph. {page}`about` says more.\n\nWater always needs heat");

        assertThat(page.locator(".prose")).containsText("Water always needs heat");
        assertThat(page.locator(".prose a[href='/about/']")).hasCount(1);
        assertThat(page.evaluate("window.survives")).isEqualTo(true);
        page.waitForCondition(() -> Math.abs(top(page, "#how-it-is-worked-out") - top) < 2);
        assertThat(top(page, "#how-it-is-worked-out")).isCloseTo(top, offset(2.0));
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_changed_cell_of_the_data_shows_in_prose_and_in_the_table_at_once(int width) {
        Chromium.Visit visit = open(TEA, width);
        Page page = visit.page();
        page.evaluate("window.survives = true");
        Locator cell = page.locator("#table-boiling tbody tr:first-child td").nth(1);
        Locator prose = page.locator(".lead .figure .num");
        assertThat(cell).containsText("0.032 – 0.038");
        assertThat(prose).hasText("0.032 – 0.038");

        edit("data/kitchen.json", "\"value\": 0.3", "\"value\": 0.6");

        assertThat(cell).containsText("0.065 – 0.075");
        assertThat(prose.textContent()).isEqualTo("0.065 – 0.075");
        assertThat(page.locator(".big-number .num").first().textContent()).isEqualTo("0.065 – 0.075");
        assertThat(page.evaluate("window.survives")).isEqualTo(true);
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_saved_template_shows_on_the_page_that_is_open(int width) {
        Chromium.Visit visit = open(TEA, width);
        visit.page().evaluate("window.survives = true");

        edit("templates/article.ftlh", "This article as Markdown", "Take this article with you");

        assertThat(visit.page().locator(".twin")).hasText("Take this article with you");
        assertThat(visit.page().evaluate("window.survives")).isEqualTo(true);
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_saved_style_sheet_is_put_on_without_loading_the_page_again(int width) {
        Chromium.Visit visit = open(TEA, width);
        Page page = visit.page();
        page.evaluate("window.survives = true");

        Path sheet = site.resolve("assets/css/site.css");
        write(sheet, text(sheet) + "\nh1 { color: rgb(1, 2, 3) }\n");

        assertThat(page.locator("h1")).hasCSS("color", "rgb(1, 2, 3)");
        assertThat(page.evaluate("window.survives")).isEqualTo(true);
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void a_saved_picture_is_shown_though_it_keeps_its_name() {
        write(site.resolve("content/articles/mug.svg"), picture(10));
        article("mug", "A mug", "![A mug](mug.svg)\n");
        Chromium.Visit visit = open("/articles/mug/", 1280);
        Page page = visit.page();
        assertThat(page.locator(".prose img")).hasJSProperty("naturalWidth", 10);

        write(site.resolve("content/articles/mug.svg"), picture(20));

        assertThat(page.locator(".prose img")).hasJSProperty("naturalWidth", 20);
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_wrong_formula_is_laid_over_the_last_good_page_until_it_is_mended(int width) {
        Chromium.Visit visit = open(TEA, width);
        Page page = visit.page();
        Locator overlay = page.locator(".overlay");

        edit("data/formulas.json", "mass * specific_heat", "mas * specific_heat");

        assertThat(overlay).isVisible();
        Locator told = overlay.locator(".told").first();
        assertThat(told.locator(".place")).hasText("data/formulas.json:9:22");
        assertThat(told.locator(".rule")).containsText("[");
        assertThat(overlay.locator(".here").first()).containsText("mas * specific_heat * warming / efficiency");
        assertThat(overlay.locator(".source").first().locator(".line")).hasCount(5);
        assertThat(overlay.locator("mark").first()).hasText("mas");
        assertThat(overlay.locator(".hint").first()).containsText("mass");
        assertThat(page.locator("h1")).hasText("How much electricity does a cup of tea take?");
        assertThat(page.locator(".lead .figure .num")).hasText("0.032 – 0.038");
        assertThat(number(page, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);

        edit("data/formulas.json", "mas * specific_heat", "mass * specific_heat * 2");

        assertThat(overlay).isHidden();
        assertThat(page.locator(".lead .figure .num")).hasText("0.065 – 0.075");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void a_site_that_is_broken_from_the_start_appears_when_it_is_mended() {
        edit("content/articles/a-cup-of-tea.md", "{term}`specific-heat`", "{term}`specific-haet`");
        Page page = open("/", 1280).page();
        assertThat(page.locator("h1")).hasText("There is no site yet");
        assertThat(page.locator(".overlay .hint")).containsText("specific-heat");

        edit("content/articles/a-cup-of-tea.md", "{term}`specific-haet`", "{term}`specific-heat`");

        assertThat(page.locator("h1")).hasText("One kettle, worked out in the open");
        assertThat(page.locator(".overlay")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_warning_is_a_quiet_badge(int width) throws IOException {
        Chromium.Visit visit = open(TEA, width);
        Page page = visit.page();

        write(site.resolve("content/articles/notes.xyz"), "Not an article.");

        assertThat(page.locator(".badge a.warning")).hasText("1 warning");
        assertThat(page.locator(".overlay")).isHidden();

        Files.delete(site.resolve("content/articles/notes.xyz"));

        assertThat(page.locator("plainfact-preview .badge")).isHidden();
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_draft_is_shown_and_listed_where_drafts_are_asked_for(int width) {
        Chromium.Visit visit = open("/", width, "--drafts");
        Page page = visit.page();

        Built.run(site, "new", "article", "Coffee instead").succeeded();

        assertThat(page.locator("main a[href='/articles/coffee-instead/']")).hasText("Coffee instead");
        page.navigate(address("/_plainfact/drafts"));
        assertThat(page.locator("main")).containsText("draft");
        page.locator("main a", new Page.LocatorOptions().setHasText("Coffee instead"))
                .click();
        assertThat(page.locator("h1")).hasText("Coffee instead");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void a_draft_is_only_listed_where_drafts_are_not_asked_for() {
        Page page = open("/_plainfact/drafts", 1280).page();
        assertThat(page.locator("main")).containsText("shows every text");

        Built.run(site, "new", "article", "Coffee instead").succeeded();

        assertThat(page.locator("main")).containsText("Coffee instead");
        assertThat(page.locator("main a")).hasCount(0);
        page.navigate(address("/"));
        assertThat(page.locator("main")).not().containsText("Coffee instead");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_new_article_appears_in_the_list_that_is_open(int width) {
        Chromium.Visit visit = open("/", width);

        article("green-tea", "Green tea");

        Locator link = visit.page().locator("main a[href='/articles/green-tea/']");
        assertThat(link).hasText("Green tea");
        link.click();
        assertThat(visit.page().locator("h1")).hasText("Green tea");
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_deleted_article_is_gone_and_others_like_it_are_named(int width) throws IOException {
        article("green-tea", "Green tea");
        article("green-teas", "Green teas");
        Page page = open("/articles/green-tea/", width).page();
        assertThat(page.locator("h1")).hasText("Green tea");

        Files.delete(site.resolve("content/articles/green-tea.md"));

        assertThat(page.locator("h1")).hasText("There is no such page");
        assertThat(page.locator(".plainfact-near a").first()).hasText("/articles/green-teas/");
        assertThat(page.navigate(address("/articles/green-tea/")).status()).isEqualTo(404);
        assertThat(number(page, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    @Test
    void pointing_at_a_figure_shows_what_explain_prints() {
        Chromium.Visit visit = open(TEA, 1280);
        Page page = visit.page();

        page.locator(".lead a.figure").hover();

        assertThat(page.locator(".tip")).isVisible();
        assertThat(page.locator(".tip").textContent() + "\n")
                .isEqualTo(
                        Built.run(site, "explain", "one-mug.energy").succeeded().out());
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_site_below_a_path_is_previewed_below_it(int width) {
        edit("jbake.properties", "site.host=http://localhost:8080", "site.host=https://example.org/sub");
        Chromium.Visit visit = open("/", width);
        Page page = visit.page();
        assertThat(page.url()).endsWith("/sub/");
        page.locator("main a[href='/sub" + TEA + "']").first().click();
        assertThat(page).hasURL(address("/sub" + TEA));

        edit("content/articles/a-cup-of-tea.md", "Water needs heat", "Water always needs heat");

        assertThat(page.locator(".prose")).containsText("Water always needs heat");
        page.locator(".lead a.figure").hover();
        assertThat(page.locator(".tip")).containsText("one-mug.energy");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void two_browsers_see_each_save() {
        Page one = open("/", 390).page();
        Page two = CHROMIUM.visit(1280).page();
        two.navigate(address(TEA));

        edit("jbake.properties", "site.disclaimer=An example.", "site.disclaimer=For both.");

        assertThat(one.locator(".disclaimer")).containsText("For both.");
        assertThat(two.locator(".disclaimer")).containsText("For both.");
    }

    @Test
    void an_article_of_ten_thousand_words_is_changed_in_place() {
        String paragraph = "word ".repeat(100).strip() + ".\n\n";
        article("long", "Long", "First. " + paragraph.repeat(50) + "## Middle\n\nHere.\n\n" + paragraph.repeat(50));
        Chromium.Visit visit = open("/articles/long/", 1280);
        Page page = visit.page();
        page.evaluate("document.querySelector('#middle').scrollIntoView({block: 'center', behavior: 'instant'})");
        double top = top(page, "#middle");

        edit("content/articles/long.md", "Here.", "There.");
        assertThat(page.locator("#middle + p")).hasText("There.");
        edit("content/articles/long.md", "First.", "First of all: " + paragraph);

        assertThat(page.locator(".prose > p").first()).containsText("First of all");
        assertThat(top(page, "#middle")).isCloseTo(top, offset(2.0));
        assertThat(visit.complaints()).isEmpty();
    }

    private Chromium.Visit open(String path, int width, String... options) {
        serving = Serving.here(site, options).looked();
        Chromium.Visit visit = CHROMIUM.visit(width);
        visit.page().navigate(address(path));
        return visit;
    }

    private String address(String path) {
        return serving == null ? "" : serving.address().resolve(path).toString();
    }

    private void edit(String name, String from, String to) {
        Path file = site.resolve(name);
        assertThat(text(file)).contains(from);
        write(file, text(file).replace(from, to));
    }

    private void article(String name, String title) {
        article(name, title, "Text.\n");
    }

    private void article(String name, String title, String body) {
        write(
                site.resolve("content/articles/" + name + ".md"),
                "---\ntitle: %s\ndescription: About it.\ndate: 2026-11-24\nstatus: published\n---\n\n%s"
                        .formatted(title, body));
    }

    private static String picture(int width) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"9\"/>";
    }

    private static double top(Page page, String selector) {
        return ((Number) page.evaluate(
                        "selector => document.querySelector(selector).getBoundingClientRect().top", selector))
                .doubleValue();
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }
}
