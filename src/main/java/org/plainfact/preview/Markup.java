package org.plainfact.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The head of an HTML page, as far as the preview has to know it.
 *
 * @param policies the elements that state a Content-Security-Policy
 * @param headEnd where the head ends: an offset at which an element of the head can be put in
 */
record Markup(List<Element> policies, int headEnd) {
    /** Elements whose content is text, whatever it looks like. */
    private static final Set<String> TEXT = Set.of("script", "style", "title", "textarea", "noscript", "template");

    /** @param content the attribute's value, entities resolved */
    record Element(int from, int to, String content) {}

    static Markup of(String html) {
        List<Element> policies = new ArrayList<>();
        int at = html.indexOf('<');
        while (at >= 0) {
            if (html.startsWith("<!--", at)) {
                at = next(html, after(html, "-->", at));
                continue;
            }
            Tag tag = Tag.at(html, at);
            if (tag.name.equals("/head") || tag.name.equals("body")) {
                return new Markup(policies, at);
            }
            if (tag.name.equals("meta")
                    && "content-security-policy"
                            .equals(tag.attributes
                                    .getOrDefault("http-equiv", "")
                                    .toLowerCase(Locale.ROOT))) {
                policies.add(new Element(at, tag.end, tag.attributes.getOrDefault("content", "")));
            }
            at = next(html, TEXT.contains(tag.name) ? closing(html, tag) : tag.end);
        }
        return new Markup(policies, html.length());
    }

    private static int closing(String html, Tag tag) {
        String close = "</" + tag.name;
        for (int i = tag.end; i >= 0 && i < html.length(); i = html.indexOf('<', i + 1)) {
            if (html.regionMatches(true, i, close, 0, close.length())) {
                return i + close.length();
            }
        }
        return html.length();
    }

    private static int next(String html, int from) {
        return html.indexOf('<', from);
    }

    private static int after(String html, String text, int from) {
        int found = html.indexOf(text, from);
        return found < 0 ? html.length() : found + text.length();
    }

    /** @param end offset after its {@code >} */
    private record Tag(String name, Map<String, String> attributes, int end) {
        static Tag at(String html, int start) {
            int i = start + 1;
            while (i < html.length() && " \t\n\r\f>".indexOf(html.charAt(i)) < 0 && !html.startsWith("/>", i)) {
                i++;
            }
            String name = html.substring(start + 1, i).toLowerCase(Locale.ROOT);
            Map<String, String> attributes = new LinkedHashMap<>();
            while (i < html.length() && html.charAt(i) != '>') {
                if (" \t\n\r\f/".indexOf(html.charAt(i)) >= 0) {
                    i++;
                } else {
                    i = attribute(html, i, attributes);
                }
            }
            return new Tag(name, attributes, Math.min(i + 1, html.length()));
        }

        /** Reads {@code name}, {@code name=value} or {@code name="value"}; returns the offset after it. */
        private static int attribute(String html, int start, Map<String, String> attributes) {
            int i = skipUntil(html, start + 1, " \t\n\r\f/>=");
            String name = html.substring(start, i).toLowerCase(Locale.ROOT);
            int equals = skipWhite(html, i);
            if (equals >= html.length() || html.charAt(equals) != '=') {
                attributes.putIfAbsent(name, "");
                return i;
            }
            int value = skipWhite(html, equals + 1);
            boolean quoted = value < html.length() && "\"'".indexOf(html.charAt(value)) >= 0;
            int from = quoted ? value + 1 : value;
            int end = skipUntil(html, from, quoted ? String.valueOf(html.charAt(value)) : " \t\n\r\f>");
            attributes.putIfAbsent(name, resolved(html.substring(Math.min(from, end), end)));
            return Math.min(quoted ? end + 1 : end, html.length());
        }

        private static int skipUntil(String html, int from, String stops) {
            int i = Math.min(from, html.length());
            while (i < html.length() && stops.indexOf(html.charAt(i)) < 0) {
                i++;
            }
            return i;
        }

        private static int skipWhite(String html, int from) {
            int i = from;
            while (i < html.length() && " \t\n\r\f".indexOf(html.charAt(i)) >= 0) {
                i++;
            }
            return i;
        }

        /** The entities that a policy may be written with. */
        private static String resolved(String value) {
            return value.replace("&#39;", "'")
                    .replace("&#x27;", "'")
                    .replace("&apos;", "'")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
        }
    }
}
