package org.plainfact.impact;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.plainfact.impact.Reading.Kind;

/** Reads a page as readers do, in the order of the page: sentences, cells, words of drawings, and words for what is not seen. */
final class PageReader implements NodeVisitor {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> CELLS = Set.of("td", "th");

    /** Parts of a drawing that are read by themselves, and what breaks a line. */
    private static final Set<String> APART = Set.of("text", "title", "desc", "br", "option", "button");

    /** What an id can name that holds more than one thing to read. */
    private static final Set<String> WHOLES = Set.of("figure", "section", "article", "table", "div", "li");

    private static final Set<String> SILENT = Set.of("script", "style", "template");
    /** Says that an element says only what the page says elsewhere. */
    private static final String REPEATS = "data-repeats";

    private static final List<String> SPOKEN = List.of("alt", "title", "aria-label", "placeholder");

    private final List<Reading> readings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Set<String>> links = new TreeMap<>();
    private final Deque<String> around = new ArrayDeque<>();
    private String anchor = "";
    private int headings;
    private int cells;
    private int drawings;
    private int heads;
    private int silent;

    private PageReader() {}

    static List<Reading> read(String html) {
        PageReader reader = new PageReader();
        Jsoup.parse(html).traverse(reader);
        return List.copyOf(reader.readings);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words && silent == 0) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            enter(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (apart(element)) {
                flush();
            }
            count(element, -1);
            if (whole(element)) {
                anchor = around.pop();
            }
        }
    }

    /** A heading names what follows it, other things what is in them. */
    private void enterAnchor(Element element) {
        if (whole(element)) {
            around.push(anchor);
        }
        if (whole(element)
                || (HEADINGS.contains(element.normalName()) && !element.id().isEmpty())) {
            anchor = element.id();
        }
    }

    private static boolean whole(Element element) {
        return WHOLES.contains(element.normalName()) && !element.id().isEmpty();
    }

    private void enter(Element element) {
        if (apart(element)) {
            flush();
        }
        count(element, 1);
        enterAnchor(element);
        if (element.hasAttr("href")) {
            links.computeIfAbsent(text.length(), at -> new HashSet<>()).add(element.attr("href"));
        }
        for (String name : SPOKEN) {
            add(Kind.ALT, element.attr(name), Set.of(element.attr("href")));
        }
        if (element.normalName().equals("meta") && (element.hasAttr("name") || element.hasAttr("property"))) {
            add(Kind.HEAD, element.attr("content"));
        }
        if (element.attr("type").equals("application/ld+json")) {
            FileReader.json("", element.data(), this::addData);
        }
    }

    private void addData(Reading reading) {
        readings.add(new Reading(Kind.HEAD, reading.anchor(), reading.text()));
    }

    private static boolean apart(Element element) {
        return element.isBlock() || APART.contains(element.normalName()) || CELLS.contains(element.normalName());
    }

    private void count(Element element, int step) {
        String name = element.normalName();
        headings += HEADINGS.contains(name) ? step : 0;
        cells += CELLS.contains(name) ? step : 0;
        drawings += name.equals("svg") ? step : 0;
        heads += name.equals("head") ? step : 0;
        silent += SILENT.contains(name) || element.hasAttr(REPEATS) ? step : 0;
    }

    /** White space, also the kind that keeps words together, is one space. */
    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
            if (!space) {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
    }

    private Kind kind() {
        if (drawings > 0) {
            return Kind.CHART;
        }
        if (cells > 0) {
            return Kind.CELL;
        }
        if (heads > 0) {
            return Kind.HEAD;
        }
        return headings > 0 ? Kind.HEADING : Kind.SENTENCE;
    }

    private void flush() {
        Kind kind = kind();
        if (kind == Kind.SENTENCE) {
            sentences(text.toString(), (from, to) -> add(kind, text.substring(from, to), linksIn(from, to)));
        } else {
            add(kind, text.toString(), linksIn(0, text.length() + 1));
        }
        text.setLength(0);
        links.clear();
    }

    private interface Stretch {
        void found(int from, int to);
    }

    private static void sentences(String text, Stretch each) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            each.found(from, to);
            from = to;
        }
    }

    /** The sentences of a text. */
    static void sentences(String text, Consumer<String> each) {
        sentences(text, (from, to) -> each.accept(text.substring(from, to)));
    }

    private Set<String> linksIn(int from, int to) {
        Set<String> found = new HashSet<>();
        links.forEach((at, hrefs) -> {
            if (at >= from && at < to) {
                found.addAll(hrefs);
            }
        });
        return found;
    }

    private void add(Kind kind, String words) {
        add(kind, words, Set.of());
    }

    private void add(Kind kind, String words, Set<String> leads) {
        String line = words.strip();
        if (!line.isEmpty()) {
            readings.add(new Reading(kind, anchor, line, leads, Optional.empty()));
        }
    }
}
