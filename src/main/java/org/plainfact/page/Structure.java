package org.plainfact.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
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

    private static final Set<String> LANDMARKS = Set.of("header", "nav", "main", "footer", "aside");
    private static final Set<String> LANDMARK_ROLES =
            Set.of("banner", "navigation", "main", "contentinfo", "complementary", "search", "region");
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> NO_FIELDS = Set.of("hidden", "submit", "button", "image");
    private static final Evaluator SENDS_ON = Selector.evaluatorOf("meta[http-equiv=refresh i]");
    private static final int LONGEST_EXTRACT = 80;

    private final Document page;
    private final boolean english;
    private final List<Fault> faults = new ArrayList<>();

    // What is looked at, each in the order of the page.
    private final List<Element> identified = new ArrayList<>();
    private final List<Element> mains = new ArrayList<>();
    private final List<Element> navs = new ArrayList<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Element> links = new ArrayList<>();
    private final List<Element> pictures = new ArrayList<>();
    private final List<Element> fields = new ArrayList<>();
    private final Set<String> labelled = new HashSet<>();
    private final List<Element> tables = new ArrayList<>();
    private boolean sendsOn;

    private Structure(Document page) {
        this.page = page;
        this.english = Vague.isEnglish(html().attr("lang"));
    }

    /** @param page with the places of its elements; it is not changed */
    static List<Fault> faults(Document page) {
        Structure structure = new Structure(page);
        page.getAllElements().forEach(structure::sort);
        structure.look();
        return List.copyOf(structure.faults);
    }

    private Element html() {
        for (Element child : page.children()) {
            if (child.normalName().equals("html")) {
                return child;
            }
        }
        return page;
    }

    /** Once for all rules: a walk through the page for each would take most of the time. */
    private void sort(Element element) {
        if (element.hasAttr("id")) {
            identified.add(element);
        }
        String name = element.normalName();
        String role = element.attr("role").strip().toLowerCase(Locale.ROOT);
        put(name.equals("main") || role.equals("main"), element, mains);
        put(name.equals("nav") || role.equals("navigation"), element, navs);
        put(HEADINGS.contains(name), element, headings);
        boolean link = name.equals("a") ? element.hasAttr("href") : name.equals("button");
        put(link || role.equals("button") || role.equals("link"), element, links);
        switch (name) {
            case "img" -> pictures.add(element);
            case "svg" -> put(role.equals("img"), element, pictures);
            case "select", "textarea" -> fields.add(element);
            case "input" -> {
                String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
                put(type.equals("image"), element, pictures);
                put(!NO_FIELDS.contains(type), element, fields);
            }
            case "label" -> {
                if (element.hasAttr("for")) {
                    labelled.add(element.attr("for"));
                }
            }
            case "table" -> put(!role.equals("presentation") && !role.equals("none"), element, tables);
            case "meta" -> sendsOn |= element.is(SENDS_ON);
            default -> {}
        }
    }

    private static void put(boolean wanted, Element element, List<Element> elements) {
        if (wanted) {
            elements.add(element);
        }
    }

    private void look() {
        language();
        ids();
        // A page that only sends on is not read.
        if (!sendsOn) {
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
        for (Element element : identified) {
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
        if (mains.size() != 1) {
            warn(
                    "landmark",
                    mains.size() > 1 ? mains.get(1) : page.body(),
                    mains.isEmpty() ? "the page has no main element" : "the page has several main elements",
                    "put what only this page says into one <main>");
        }
        Map<String, Element> names = new HashMap<>();
        for (Element nav : navs) {
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
            boolean passed = child instanceof Element element && (isLandmark(element) || isPassed(element));
            if (!passed && child instanceof Element element && outside(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLandmark(Element element) {
        return LANDMARKS.contains(element.normalName())
                || LANDMARK_ROLES.contains(element.attr("role").strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isPassed(Element element) {
        return SILENT.contains(element.normalName())
                || element.hasAttr("hidden")
                || (element.normalName().equals("a") && element.attr("href").startsWith("#"));
    }

    private void headings() {
        long first = headings.stream().filter(heading -> level(heading) == 1).count();
        if (first != 1) {
            warn(
                    "page-heading",
                    first == 0 ? page.body() : headings.getLast(),
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
        for (Element link : links) {
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
        for (Element picture : pictures) {
            boolean named = picture.hasAttr("alt") || !label(picture).isEmpty() || hidden(picture);
            named |= picture.normalName().equals("svg")
                    && picture.children().stream()
                            .anyMatch(child -> child.normalName().equals("title"));
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
        for (Element field : fields) {
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
        for (Element table : tables) {
            List<Element> heads = table.getElementsByTag("th");
            Optional<Element> bare =
                    heads.stream().filter(head -> !head.hasAttr("scope")).findFirst();
            if (heads.isEmpty()) {
                warn(
                        "table-without-headers",
                        table,
                        "a table has no heads of columns or rows",
                        "say what each column holds: <th scope=\"col\">, in Markdown the first row");
            } else if (bare.isPresent()) {
                warn(
                        "table-without-headers",
                        bare.get(),
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
        List<Element> inner = element.getAllElements();
        inner.stream()
                .filter(each -> each.normalName().equals("img"))
                .forEach(picture -> name.append(' ').append(picture.attr("alt")));
        inner.stream()
                .filter(each -> each != element && each.normalName().equals("title"))
                .filter(each -> each.parent() instanceof Element parent
                        && parent.normalName().equals("svg"))
                .forEach(title -> name.append(' ').append(title.text()));
        inner.forEach(each -> name.append(' ').append(each.attr("aria-label")));
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
