package org.plainfact;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Somebody who writes on a site of JBake, with {@code serve} and a browser. */
@Tag("slow")
@UsesJBake
class JBakeServeBrowserTest {
    private static final String PAGE = "/blog/2024/first.html";
    private static final String TEXT = "content/blog/2024/first.md";

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
        JBakeSites.copy("whole", site);
    }

    @AfterEach
    void stop() {
        if (serving != null) {
            serving.close();
        }
    }

    private Page open(String path) {
        Serving started = Serving.here(site).looked();
        serving = started;
        Page page = CHROMIUM.visit(1280).page();
        page.navigate(started.address().resolve(path).toString());
        page.evaluate("window.survives = true");
        return page;
    }

    private void edit(String file, String what, String by) throws IOException {
        String before = Files.readString(site.resolve(file));
        assertThat(before).contains(what);
        Files.writeString(site.resolve(file), before.replace(what, by));
    }

    @Test
    void a_saved_text_shows_on_the_page_that_is_open() throws IOException {
        Page page = open(PAGE);

        edit(TEXT, "A text with", "A longer text with");

        assertThat(page.locator("body")).containsText("A longer text with");
        assertThat(page.evaluate("window.survives")).isEqualTo(true);
    }

    @Test
    void a_saved_title_shows_on_the_index_that_is_open() throws IOException {
        Page page = open("/index.html");

        edit(TEXT, "title=First loaf", "title=A first loaf");

        assertThat(page.locator("body")).containsText("A first loaf");
    }

    @Test
    void a_saved_template_shows_on_the_page_that_is_open() throws IOException {
        Page page = open(PAGE);

        edit("templates/footer.ftl", "baked with", "still read by those who know");

        assertThat(page.locator("body")).containsText("still read by those who know");
    }

    @Test
    void a_template_that_is_broken_leaves_the_last_good_page_and_is_told_over_it() throws IOException {
        Page page = open(PAGE);

        edit("templates/footer.ftl", "<p>", "<p>${nothing}");

        assertThat(page.locator(".overlay .told").first()).containsText("\"nothing\" is missing");
        assertThat(page.locator("h1").first()).containsText("First loaf");
    }
}
