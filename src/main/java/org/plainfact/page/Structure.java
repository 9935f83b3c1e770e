package org.plainfact.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.plainfact.page.Fault.Spot;

/**
 * What somebody needs who hears a page, or walks it by keyboard: a language, landmarks, headings in their order, names of
 * links, fields and pictures, heads of tables.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/">WCAG 2.2</a>
 * @see <a href="https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/">ARIA Authoring Practices: landmark regions</a>
 */
final class Structure {
    /** Of every rule that is looked at here. */
    static final Set<String> RULES = Set.of(
            "alt-is-file-name",
            "duplicate-id",
            "field-without-label",
            "image-without-alt",
            "landmark",
            "link-without-text",
            "page-heading",
            "page-language",
            "skipped-heading-level",
            "table-without-headers",
            "vague-link-text");

    private static final String LANDMARKS = "header, nav, main, footer, aside, [role=banner], [role=navigation],"
            + " [role=main], [role=contentinfo], [role=complementary], [role=search], [role=region]";
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript");
    private static final int LONGEST_EXTRACT = 80;

    private final Document page;
    private final boolean english;
    private final List<Fault> faults = new ArrayList<>();

    private Structure(Document page) {
        this.page = page;
        this.english = Vague.isEnglish(html().attr("lang"));
    }

    static List<Fault> faults(byte[] html) {
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        Structure structure = new Structure(Jsoup.parse(new String(html, StandardCharsets.UTF_8), "", parser));
        structure.look();
        return List.copyOf(structure.faults);
    }

    private Element html() {
        return page.getElementsByTag("html").first() instanceof Element html ? html : page;
    }

    private void look() {
        language();
        ids();
        // A page that only sends on is not read.
        if (page.select("meta[http-equiv=refresh i]").isEmpty()) {
            landmarks();
            headings();
        }
        links();
        pictures();
        fields();
        tables();
    }

    private void language() {
        if (html().attr("lang").isBlank()) {
            warn("page-language", html(), "the page does not say its language", "write <html lang=\"…\">");
        }
    }

    private void ids() {
        Set<String> seen = new HashSet<>();
        for (Element element : page.select("[id]")) {
            if (!seen.add(element.id())) {
                faults.add(Fault.error(
                        "duplicate-id",
                        spot(element),
                        "two elements of the page have the id \"" + element.id() + "\"",
                        "links and labels find the first only; give each an id of its own"));
            }
        }
    }

    // ---- landmarks and headings

    private void landmarks() {
        Elements mains = page.select("main, [role=main]");
        if (mains.size() != 1) {
            warn(
                    "landmark",
                    mains.size() > 1 ? mains.get(1) : page.body(),
                    mains.isEmpty() ? "the page has no main element" : "the page has several main elements",
                    "put what only this page says into one <main>");
        }
        Map<String, Element> names = new HashMap<>();
        for (Element nav : page.select("nav, [role=navigation]")) {
            if (names.putIfAbsent(name(nav), nav) != null) {
                warn(
                        "landmark",
                        nav,
                        name(nav).isEmpty()
                                ? "several nav elements have no name"
                                : "several nav elements are called \"" + name(nav) + "\"",
                        "tell them apart by aria-label");
            }
        }
        outside(page.body());
    }

    /** The first words outside of all landmarks; a link past the navigation may stand there. */
    private boolean outside(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text && !text.isBlank()) {
                warn(
                        "landmark",
                        parent,
                        "words of the page stand outside of header, nav, main and footer",
                        "those who jump from landmark to landmark miss them: \""
                                + cut(text.text().strip(), 40) + "\"");
                return true;
            }
            boolean passed = child instanceof Element element
                    && (SILENT.contains(element.normalName())
                            || element.is(LANDMARKS)
                            || element.is("[hidden], a[href^=#]"));
            if (!passed && child instanceof Element element && outside(element)) {
                return true;
            }
        }
        return false;
    }

    private void headings() {
        Elements headings = page.select("h1, h2, h3, h4, h5, h6");
        long first = headings.stream().filter(heading -> level(heading) == 1).count();
        if (first != 1) {
            warn(
                    "page-heading",
                    first == 0 ? page.body() : headings.last(),
                    first == 0 ? "the page has no h1" : "the page has several h1",
                    "the h1 is what the page is called");
        }
        int last = 0;
        for (Element heading : headings) {
            int level = level(heading);
            if (last > 0 && level > last + 1) {
                warn(
                        "skipped-heading-level",
                        heading,
                        "a heading of level " + level + " follows one of level " + last,
                        "those who hear a page move by its headings");
            }
            last = level;
        }
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    // ---- names

    private void links() {
        for (Element link : page.select("a[href], button, [role=button], [role=link]")) {
            if (hidden(link)) {
                continue;
            }
            String name = name(link);
            if (name.isEmpty()) {
                warn(
                        "link-without-text",
                        link,
                        "a " + (link.normalName().equals("a") ? "link" : "button") + " has no words",
                        "those who hear the page hear its address, or nothing: write words, or aria-label");
            } else if (link.normalName().equals("a") && Vague.isVague(name, english)) {
                warn("vague-link-text", link, Vague.problem(name), Vague.HINT);
            }
        }
    }

    private void pictures() {
        for (Element picture : page.select("img, input[type=image], svg[role=img]")) {
            boolean named = picture.hasAttr("alt") || !label(picture).isEmpty() || hidden(picture);
            named |= picture.normalName().equals("svg")
                    && !picture.select("> title").isEmpty();
            if (!named) {
                warn(
                        "image-without-alt",
                        picture,
                        "a picture of the page has no words for those who do not see it",
                        "write alt=\"…\"; alt=\"\" for one that only decorates");
            } else if (Vague.isFileName(picture.attr("alt"))) {
                warn("alt-is-file-name", picture, Vague.altProblem(picture.attr("alt")), Vague.ALT_HINT);
            }
        }
    }

    private void fields() {
        Set<String> labelled = new TreeSet<>(page.select("label[for]").eachAttr("for"));
        for (Element field :
                page.select("input:not([type=hidden], [type=submit], [type=button], [type=image]), select, textarea")) {
            boolean named = !label(field).isEmpty()
                    || !field.attr("title").isBlank()
                    || labelled.contains(field.id())
                    || field.closest("label") != null;
            if (!named) {
                warn("field-without-label", field, "a field has no label", "write a <label for=\"…\">, or aria-label");
            }
        }
    }

    private void tables() {
        for (Element table : page.select("table:not([role=presentation], [role=none])")) {
            if (table.select("th").isEmpty()) {
                warn(
                        "table-without-headers",
                        table,
                        "a table has no heads of columns or rows",
                        "say what each column holds: <th scope=\"col\">, in Markdown the first row");
            } else if (!table.select("th:not([scope])").isEmpty()) {
                warn(
                        "table-without-headers",
                        table.select("th:not([scope])").first(),
                        "the head of a table does not say what it heads",
                        "write scope=\"col\" or scope=\"row\"");
            }
        }
    }

    /** What an element is called, by ARIA or by what stands in it. */
    private String name(Element element) {
        String label = label(element);
        if (!label.isEmpty() || element.normalName().equals("nav")) {
            return label;
        }
        StringBuilder name = new StringBuilder(element.text());
        if (element.childrenSize() > 0) {
            addInner(element, name);
        }
        String words = name.toString().strip();
        return words.isEmpty() ? element.attr("title").strip() : words;
    }

    private static void addInner(Element element, StringBuilder name) {
        element.select("img[alt]").forEach(picture -> name.append(' ').append(picture.attr("alt")));
        element.select("svg > title").forEach(title -> name.append(' ').append(title.text()));
        element.select("[aria-label]").forEach(inner -> name.append(' ').append(inner.attr("aria-label")));
    }

    private String label(Element element) {
        if (element.hasAttr("aria-labelledby")) {
            StringBuilder words = new StringBuilder();
            for (String id : element.attr("aria-labelledby").strip().split("\\s+")) {
                if (page.getElementById(id) instanceof Element named) {
                    words.append(named.text()).append(' ');
                }
            }
            return words.toString().strip();
        }
        return element.attr("aria-label").strip();
    }

    private static boolean hidden(Element element) {
        String role = element.attr("role");
        return role.equals("presentation") || role.equals("none") || isHidden(element);
    }

    /** Asked of every link: a selector would be read each time. */
    private static boolean isHidden(@Nullable Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("hidden") || at.attr("aria-hidden").strip().equalsIgnoreCase("true")) {
                return true;
            }
        }
        return false;
    }

    // ---- telling

    private void warn(String rule, @Nullable Element at, String problem, String hint) {
        faults.add(Fault.warning(rule, spot(at == null ? page : at), problem, hint));
    }

    private static Spot spot(Element element) {
        var start = element.sourceRange().start();
        String tag = element.clone().empty().outerHtml().replaceFirst("(?s)</[a-z0-9-]+>$", "");
        return new Spot(
                Math.max(1, start.lineNumber()),
                Math.max(1, start.columnNumber()),
                cut(tag.replaceAll("\\s+", " "), LONGEST_EXTRACT));
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
