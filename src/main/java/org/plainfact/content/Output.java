package org.plainfact.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plainfact.content.Body.Part;
import org.plainfact.source.Findings;

/** The HTML of a body while it is written, with the calls in it. */
final class Output {
    private static final int EXPANSION = 50;
    private static final int FOR_ANY_TEXT = 1_000_000;

    /** Whoever looks at the finished page holds each in memory: a table of 2,000 rows and twenty columns is below it. */
    private static final int MOST_ELEMENTS = 50_000;

    /** HTML's formatting elements. */
    private static final Set<String> FORMATTING =
            Set.of("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    private static final char OPEN = '\uFDD0';
    private static final char CLOSE = '\uFDD1';

    private final StringBuilder html;
    private final int most;
    private final List<Part.Call> calls = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int tags;

    /** Tags of authors that a browser opens again in each block that follows, until they are closed. */
    private int open;

    /** How many elements they make. */
    private long again;

    /** @param source length of the Markdown, in characters */
    Output(int source) {
        html = new StringBuilder(source + source / 4 + 64);
        most = EXPANSION * source + FOR_ANY_TEXT;
    }

    Output raw(String text) {
        html.append(text);
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            tags++;
            again += open;
        }
        return this;
    }

    /** HTML of an author's own, whose elements need not end. */
    Output written(String text) {
        raw(text);
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            boolean closes = text.startsWith("/", at + 1);
            int from = at + (closes ? 2 : 1);
            int to = from;
            while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
                to++;
            }
            if (FORMATTING.contains(text.substring(from, to).toLowerCase(Locale.ROOT))) {
                open = closes ? Math.max(0, open - 1) : open + 1;
            }
        }
        return this;
    }

    Output text(CharSequence text) {
        return text(text, 0, text.length());
    }

    Output text(CharSequence text, int from, int to) {
        Escape.append(html, text, from, to);
        return this;
    }

    Output text(int codePoint) {
        return text(Character.toString(codePoint));
    }

    Output attribute(String name, String value) {
        html.append(' ').append(name).append("=\"");
        return text(value).raw("\"");
    }

    void call(Part.Call call) {
        calls.add(call);
        places.add(html.length());
    }

    /** @throws Refused when there is more HTML than the text can have asked for */
    void checkSize(int offset) {
        if (html.length() > most) {
            throw new Refused(
                    "output-too-large",
                    offset,
                    "the HTML of this text is more than " + EXPANSION + " times as long as the text",
                    "do not use one long link address many times");
        }
        if (again > MOST_ELEMENTS) {
            throw new Refused(
                    "output-too-large",
                    offset,
                    "tags such as <b> and <a> are not closed, and begin again in each paragraph: more than "
                            + MOST_ELEMENTS + " times up to here",
                    "close them");
        }
        // Most elements have two.
        if (tags / 2 > MOST_ELEMENTS) {
            throw new Refused(
                    "output-too-large",
                    offset,
                    "the HTML of this text has more than " + MOST_ELEMENTS + " elements",
                    "make several texts of it; long tables belong into data/");
        }
    }

    /** Pieces of HTML and calls by turns. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>(2 * calls.size() + 1);
        int from = 0;
        for (int i = 0; i < calls.size(); i++) {
            int to = places.get(i);
            add(parts, html.substring(from, to));
            parts.add(calls.get(i));
            from = to;
        }
        add(parts, html.substring(from));
        return parts;
    }

    /** As {@link #parts}, after raw HTML has been sanitised; a call lost with what was removed is a finding. */
    List<Part> sanitisedParts(Findings findings) {
        String clean = Sanitiser.clean(marked());
        List<Part> parts = new ArrayList<>(2 * calls.size() + 1);
        boolean[] kept = new boolean[calls.size()];
        int from = 0;
        for (int open = clean.indexOf(OPEN); open >= 0; open = clean.indexOf(OPEN, from)) {
            int close = clean.indexOf(CLOSE, open);
            add(parts, clean.substring(from, open));
            int index = Integer.parseInt(clean, open + 1, close, 10);
            parts.add(calls.get(index));
            kept[index] = true;
            from = close + 1;
        }
        add(parts, clean.substring(from));
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                Part.Call call = calls.get(i);
                findings.error(
                        "inside-removed-html",
                        call.span(),
                        "{" + call.name() + "} stands inside HTML that is not allowed, and went with it",
                        "remove the tags around it");
            }
        }
        return parts;
    }

    private String marked() {
        StringBuilder marked = new StringBuilder(html.length() + 8 * calls.size());
        int from = 0;
        for (int i = 0; i < calls.size(); i++) {
            int to = places.get(i);
            marked.append(html, from, to).append(OPEN).append(i).append(CLOSE);
            from = to;
        }
        return marked.append(html, from, html.length()).toString();
    }

    private static void add(List<Part> parts, String html) {
        if (!html.isEmpty()) {
            parts.add(new Part.Html(html));
        }
    }
}
