package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code plainfact check} tells of the addresses that printed pages name: those that no text but a template writes. */
class PrintedLinksTest {
    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void start() {
        site = work.resolve("site");
        SmallSite.unpack(site);
    }

    @Test
    void a_link_of_a_template_that_leads_nowhere_is_told_once_at_its_place() {
        printed("<a href=\"/abuot/\">x</a>");

        assertThat(told())
                .containsExactly("templates/page.ftlh:2:19: error: \"/abuot/\" leads to no page or file of this site"
                        + " (printed on /about/ and 1 more) [broken-link]");
    }

    @Test
    void an_address_that_a_template_puts_together_is_told_with_its_page() {
        printed("<#assign where = '/no'><a href=\"${where}/where/\">x</a>");

        assertThat(told())
                .containsExactly("about/index.html:1:1: error: \"/no/where/\" leads to no page or file of this site"
                        + " (printed on /about/ and 1 more) [broken-link]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"/none.png\" alt=\"\">",
                "<img srcset=\"/none.png 2x\" alt=\"\">",
                "<video><source src=\"/none.png\"></video>",
                "<script src=\"/none.png\"></script>",
                "<link rel=\"stylesheet\" href=\"https://example.org/none.png\">"
            })
    void a_file_that_is_not_there_is_told(String html) {
        printed(html);

        assertThat(told()).singleElement().asString().contains("none.png\" is needed", "[unknown-asset]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/about/#_nothing",
                "#_nothing",
                "/articles/two/#_nothing",
                "https://example.org/about/#_nothing",
                "../about/#_nothing"
            })
    void an_anchor_that_is_not_there_is_told_also_where_a_template_would_write_it(String address) {
        printed("<a href=\"" + address + "\">x</a>");

        assertThat(told()).isNotEmpty().allSatisfy(told -> assertThat(told).contains("_nothing\"", "[broken-link]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "#",
                "#top",
                "?q=x",
                "/about/?q=x#:~:text=heat",
                "https://example.org",
                "HTTPS://EXAMPLE.ORG:443/about/",
                "//example.org/about/",
                "/figures/alpha/#power",
                "/old/second/",
                "/articles/two.md",
                "/tables/pumps.csv",
                "https://elsewhere.example/none",
                "mailto:a@example.org",
                "tel:1",
                "data:,x"
            })
    void an_address_that_is_there_or_elsewhere_is_no_mistake(String address) {
        printed("<a href=\"" + address + "\">x</a>");

        assertThat(told()).isEmpty();
    }

    @Test
    void a_missing_slash_is_the_hint() {
        printed("<a href=\"/about\">x</a>");

        assertThat(run(work, "check", "site", "--without", "invalid-html").err())
                .contains("[broken-link]", "hint: write a slash at its end");
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/sub, /sub/about/, true", "https://example.org/sub, /about/, false"})
    void a_site_below_a_path_ends_there(String host, String address, boolean inside) {
        replace("jbake.properties", "site.host=https://example.org", "site.host=" + host);
        printed("<a href=\"" + address + "#_nothing\">x</a>");

        assertThat(told()).hasSize(inside ? 1 : 0);
    }

    @Test
    void a_page_of_the_asset_folder_is_looked_at_too() {
        write(
                site.resolve("assets/root/tool.html"),
                "<base href='/pumps/'><a href='alpha/'>x</a><a href='delta/'>y</a>");

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("assets/root/tool.html:1:")
                .contains("\"delta/\" leads to no page or file", "(printed on /tool.html)");
    }

    @Test
    void what_the_raw_html_of_a_text_needs_is_told_at_its_line() {
        replace("jbake.properties", "site.title", "content.html=trusted\nsite.title");
        write(
                site.resolve("content/pages/raw.md"),
                "---\ntitle: Raw\n---\n\n<picture><source srcset=\"/none.png 2x\"></picture>\n");

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("content/pages/raw.md:5:26: error: \"/none.png\" is needed");
    }

    @Test
    void what_leads_on_in_a_circle_is_told() {
        write(site.resolve("assets/root/a.html"), "<meta http-equiv=refresh content='0;url=/b.html'>");
        write(site.resolve("assets/root/b.html"), "<meta http-equiv=refresh content='0;url=/a.html'>");

        assertThat(told())
                .containsExactly(
                        "assets/root/a.html:1:41: error: /a.html leads on in a circle: /a.html to /b.html to /a.html [redirect-loop]",
                        "assets/root/b.html:1:41: error: /b.html leads on in a circle: /b.html to /a.html to /b.html [redirect-loop]");
    }

    @Test
    void what_leads_on_to_what_leads_on_is_told() {
        write(site.resolve("assets/root/a.html"), "<meta http-equiv=refresh content='0;url=/older/second/'>");
        replace("content/articles/two.md", "aliases: [/old/second/]", "aliases: [/older/second/]");
        replace(
                "templates/plain.ftlh",
                "<a href=\"${url(content.target)}\">moved</a>",
                "<meta http-equiv=\"refresh\" content=\"0; url=${url(content.target)}\">");

        assertThat(told())
                .containsExactly("assets/root/a.html:1:41: warning: /a.html leads on in several steps:"
                        + " /a.html to /older/second/ to /articles/two/ [redirect-chain]");
    }

    @Test
    void lines_of_a_projects_own_redirects_are_followed() {
        write(site.resolve("assets/root/_redirects"), """
                # ours
                /one /two 301
                /two /one
                  /three /none/
                /four /about/ 302
                /five https://elsewhere.example/ 301
                /six/* /none/:splat 301
                /seven /none/ 200
                """);
        printed("<a href=\"/four\">x</a>");

        assertThat(told())
                .containsExactly(
                        "assets/root/_redirects:2:1: error: /one leads on in a circle: /one to /two to /one [redirect-loop]",
                        "assets/root/_redirects:3:1: error: /two leads on in a circle: /two to /one to /two [redirect-loop]",
                        "assets/root/_redirects:4:3: error: /three leads on to no page or file of this site: /none/ [broken-link]");
    }

    @Test
    void a_feed_is_looked_at_too() {
        replace("templates/machine.ftlx", "</all>", "<link href=\"/nowhere/\"/></all>");

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("templates/machine.ftlx:")
                .contains("\"/nowhere/\" leads to", "(printed on /feed.xml and 1 more)");
    }

    @Test
    void what_is_read_of_a_page_is_known_in_the_next_check() {
        Build build = new Build(site);
        Build.Options options = new Desk(site).options(java.util.Optional.empty());
        printed("<a href=\"/abuot/\">x</a>");

        List<String> first = findings(build, options);
        assertThat(findings(build, options)).isEqualTo(first).hasSize(1);
        replace("templates/page.ftlh", "/abuot/", "/about/");
        build.changed();
        assertThat(findings(build, options)).isEmpty();
    }

    private static List<String> findings(Build build, Build.Options options) {
        return build.check(options, rule -> false, java.util.Optional.empty()).told().findings().stream()
                .map(Object::toString)
                .toList();
    }

    /** Adds to the template of standing pages, of which the site has two. */
    private void printed(String html) {
        replace("templates/page.ftlh", "<@layout>", "<@layout>" + html);
    }

    private void replace(String name, String from, String to) {
        String before = text(site.resolve(name));
        assertThat(before).contains(from);
        write(site.resolve(name), before.replace(from, to));
    }

    private List<String> told() {
        return run(work, "check", "site", "--without", "invalid-html")
                .err()
                .lines()
                .filter(line -> line.matches(".*:\\d+:\\d+: .*"))
                .toList();
    }
}
