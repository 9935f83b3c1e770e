package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.files;
import static org.plainfact.Built.pages;
import static org.plainfact.Built.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.page.Validator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of this repository's own site, looked at from outside: as files, not as objects of ours. */
@Tag("slow")
class SiteOutputTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path site;

    private static Map<String, Document> documents = Map.of();
    private static String base = "";

    @BeforeAll
    static void build() {
        Built.ownSite(site);
        documents = pages(site).stream()
                .collect(Collectors.toMap(
                        file -> "/" + site.relativize(file).toString().replaceAll("(^|/)index\\.html$", "$1"),
                        file -> Jsoup.parse(text(file))));
        base = URI.create(page("/").select("link[rel=canonical]").attr("href"))
                .getPath()
                .replaceAll("/$", "");
    }

    private static Document page(String route) {
        Document page = documents.get(route);
        if (page == null) {
            throw new AssertionError("no page at " + route);
        }
        return page;
    }

    @Test
    void no_page_says_of_itself_that_it_is_used_there() {
        documents.forEach((route, page) -> assertThat(page.select(".used-on a[href=" + base + route + "]"))
                .as(route)
                .isEmpty());
    }

    @Test
    void figures_of_one_record_can_be_told_apart_by_their_titles() {
        assertThat(page("/figures/").select(".figures-of"))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(
                                record.select("li > span:first-child").eachText())
                        .as(record.select("h2").text())
                        .doesNotHaveDuplicates());
    }

    @Test
    void every_region_of_a_page_has_a_name_of_its_own() {
        documents.forEach((route, page) -> assertThat(page.select("section[aria-labelledby], [role=region]").stream()
                        .map(region -> page.select("[id='" + region.attr("aria-labelledby") + "']")
                                .text()))
                .as(route)
                .doesNotHaveDuplicates());
    }

    @Test
    void every_page_is_valid_html() {
        Validator validator = new Validator();

        assertThat(pages(site))
                .allSatisfy(page -> assertThat(validator.errors(Built.bytes(page)))
                        .as(page.toString())
                        .isEmpty());
    }

    @Test
    void no_internal_link_or_anchor_is_broken() {
        Set<String> files = files(site).keySet();
        List<String> broken = new ArrayList<>();
        documents.forEach((page, document) -> {
            for (Element element : document.select("[href], [src]")) {
                String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (!resolves(page, link, files)) {
                    broken.add(page + " → " + link);
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    private static boolean resolves(String page, String link, Set<String> files) {
        URI target = URI.create("https://site.invalid" + base + page).resolve(link);
        if (!"site.invalid".equals(target.getHost())) {
            return true;
        }
        String path = target.getPath().substring(base.length());
        String file = path.endsWith("/") ? path.substring(1) + "index.html" : path.substring(1);
        if (!files.contains(file)) {
            return false;
        }
        Document document = documents.get(path);
        return target.getFragment() == null
                || document == null
                || document.getElementById(target.getFragment()) != null;
    }

    @Test
    void pages_ask_no_other_host_for_anything() {
        documents.forEach((page, document) -> assertThat(
                        document.select(
                                "script[src], img[src], iframe, object, embed, link[rel=stylesheet], link[rel=preload], link[rel=icon]"))
                .as(page)
                .allSatisfy(element -> {
                    String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                    assertThat(address).matches("/[^/].*");
                }));
    }

    @Test
    void every_script_and_stylesheet_carries_the_hash_of_its_file() throws Exception {
        for (Map.Entry<String, Document> page : documents.entrySet()) {
            for (Element element : page.getValue().select("script[src], link[rel=stylesheet]")) {
                String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                byte[] bytes = Files.readAllBytes(site.resolve(address.substring(base.length() + 1)));
                String hash = Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes));
                assertThat(element.attr("integrity")).as(page.getKey()).isEqualTo("sha384-" + hash);
            }
        }
    }

    @Test
    void no_page_needs_what_its_content_security_policy_forbids() {
        documents.forEach((page, document) -> {
            if (document.selectFirst("meta[http-equiv=refresh]") == null) {
                assertThat(document.select("meta[http-equiv=Content-Security-Policy]")
                                .attr("content"))
                        .as(page)
                        .contains("default-src 'none'")
                        .doesNotContain("unsafe");
            }
            assertThat(
                            document.select(
                                    "[style], style, script:not([src]):not([type=application/ld+json], [type=application/json])"))
                    .as(page)
                    .isEmpty();
            assertThat(document.getAllElements().stream()
                            .flatMap(element -> element.attributes().asList().stream())
                            .filter(attribute ->
                                    attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")))
                    .as(page)
                    .isEmpty();
        });
    }

    @Test
    void structured_data_parses_and_names_its_kind() {
        Set<String> kinds = new HashSet<>();
        documents.forEach((page, document) -> document.select("script[type=application/ld+json]")
                .forEach(script -> collectKinds(JSON.readTree(script.data()), kinds)));
        assertThat(kinds).contains("Article", "BreadcrumbList", "Dataset", "FAQPage");
    }

    private static void collectKinds(JsonNode node, Set<String> kinds) {
        JsonNode graph = node.path("@graph");
        if (graph.isArray()) {
            graph.forEach(child -> collectKinds(child, kinds));
            return;
        }
        assertThat(node.path("@type").asString("")).isNotEmpty();
        kinds.add(node.path("@type").asString(""));
    }

    @Test
    void faq_data_says_what_the_page_shows() {
        documents.entrySet().stream()
                .filter(page -> page.getKey().matches("/faq/[^/]+/"))
                .forEach(page -> {
                    JsonNode faq = page.getValue().select("script[type=application/ld+json]").stream()
                            .map(script -> JSON.readTree(script.data()))
                            .filter(node -> node.path("@type").asString("").equals("FAQPage"))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no FAQPage on " + page.getKey()));
                    JsonNode question = faq.path("mainEntity").path(0);
                    String visible = words(page.getValue().select("main").text());
                    assertThat(visible).contains(words(question.path("name").asString("")));
                    assertThat(question.path("acceptedAnswer").path("text").asString(""))
                            .isNotBlank();
                });
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Test
    void feeds_and_the_site_map_parse() throws Exception {
        var atom = xml("feed.xml");
        assertThat(atom.getDocumentElement().getLocalName()).isEqualTo("feed");
        assertThat(atom.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")
                        .getLength())
                .isPositive();

        var sitemap = xml("sitemap.xml");
        assertThat(sitemap.getElementsByTagName("loc").getLength()).isGreaterThan(20);

        JsonNode feed = JSON.readTree(text(site.resolve("feed.json")));
        assertThat(feed.path("version").asString("")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("items").size()).isPositive();
    }

    private static org.w3c.dom.Document xml(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text(site.resolve(name)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void every_json_file_parses() {
        assertThat(files(site).entrySet().stream().filter(file -> file.getKey().endsWith(".json")))
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        file -> assertThat(JSON.readTree(text(file.getValue())).isMissingNode())
                                .isFalse());
    }

    @Test
    void the_measured_servers_show_what_the_wall_meter_saw() {
        Document page = page("/articles/measured-not-claimed/");

        assertThat(page.select("table").stream().map(Element::text))
                .anySatisfy(words -> assertThat(words).contains("9,894,000", "4,106,000", "0.1011", "0.2436"));
    }

    @Test
    void every_figure_in_an_article_leads_to_its_working() {
        documents.entrySet().stream()
                .filter(page -> page.getKey().startsWith("/articles/"))
                .forEach(page -> assertThat(page.getValue().select("a.figure"))
                        .as(page.getKey())
                        .allSatisfy(link -> assertThat(link.attr("href")).contains("/figures/")));
        assertThat(page("/articles/measured-not-claimed/").select("a.figure")).isNotEmpty();
    }

    @Test
    void what_nobody_states_reads_not_stated() {
        Document facility = page("/facilities/skt-ai-cloud/");
        assertThat(facility.select("main").text()).containsIgnoringCase("not stated");
    }

    @Test
    void the_ledger_names_formula_inputs_and_pages_of_each_figure() {
        JsonNode ledger = JSON.readTree(text(site.resolve("figures.json")));
        JsonNode figure = ledger.path("figures")
                .valueStream()
                .filter(entry -> entry.path("id").asString("").equals("b200-llama2-70b.tokens-per-mw"))
                .findFirst()
                .orElseThrow();
        assertThat(figure.path("display").asString("")).isEqualTo("9,894,000");
        assertThat(figure.path("formula").asString("")).isEqualTo("tokens-per-mw");
        assertThat(figure.path("inputs").size()).isPositive();
        assertThat(figure.path("used-on").valueStream().map(JsonNode::asString))
                .contains("/articles/measured-not-claimed/");
    }

    @Test
    void a_figure_reads_the_same_wherever_it_stands() {
        Map<String, String> displays = JSON.readTree(text(site.resolve("figures.json")))
                .path("figures")
                .valueStream()
                .collect(Collectors.toMap(
                        figure -> figure.path("id").asString(""),
                        figure -> figure.path("display").asString("")));
        List<String> seen = new ArrayList<>();
        documents.forEach((page, document) -> document.select("a.figure[href*='/figures/'][href*='#']")
                .forEach(link -> {
                    String address = link.attr("href").replaceAll(".*/figures/([^/]+)/#", "$1.");
                    assertThat(link.text()).as(page + " " + address).contains(displays.getOrDefault(address, "?"));
                    seen.add(address);
                }));
        assertThat(seen).hasSizeGreaterThan(100);
    }

    @Test
    void every_page_says_where_it_stands_and_what_it_is() {
        documents.forEach((page, document) -> {
            assertThat(document.select("html").attr("lang")).as(page).isNotEmpty();
            assertThat(document.title()).as(page).isNotBlank();
            assertThat(document.select("link[rel=canonical]").attr("href"))
                    .as(page)
                    .startsWith("http");
        });
    }

    @Test
    void tables_have_captions_scopes_and_a_sentence_of_what_not_to_claim() throws IOException {
        documents.entrySet().stream()
                .filter(page -> page.getKey().startsWith("/articles/"))
                .flatMap(page -> page.getValue().select("figure.table").stream())
                .forEach(table -> {
                    assertThat(table.select("caption").text()).isNotBlank();
                    assertThat(table.select("th[scope=col]")).isNotEmpty();
                    assertThat(table.select("th[scope=row]")).isNotEmpty();
                    assertThat(table.select("a[href$=.csv], a[href$=.json]")).hasSize(2);
                    assertThat(table.select(".not-for").text()).isNotBlank();
                });
    }
}
