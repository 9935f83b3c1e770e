package org.plainfact.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.plainfact.content.Body.Part;

/**
 * Reads the HTML that content hands over. It is sanitised: tags are well-formed, attributes stand in double quotes, and
 * a {@code <} that starts no tag is written as an entity.
 */
final class Html {
    private static final Set<String> ENDS_OF_BLOCKS = Set.of(
            "</p>",
            "</li>",
            "</h1>",
            "</h2>",
            "</h3>",
            "</h4>",
            "</h5>",
            "</h6>",
            "</tr>",
            "</div>",
            "</blockquote>",
            "</pre>",
            "</dt>",
            "</dd>",
            "</table>",
            "</ul>",
            "</ol>");

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"));

    private Html() {}

    /** The values of {@code href}, {@code src} and {@code id} replaced by what the function makes of name and value. */
    static String rewrite(String html, BinaryOperator<String> replacement) {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        Attributes attributes = new Attributes(html);
        while (attributes.next()) {
            String value = attributes.value();
            String replaced = replacement.apply(attributes.name(), value);
            if (!replaced.equals(value)) {
                out.append(html, copied, attributes.start).append(escape(replaced));
                copied = attributes.end;
            }
        }
        return copied == 0 ? html : out.append(html, copied, html.length()).toString();
    }

    /** Values of {@code id} in the pieces of HTML, in order. */
    static List<String> ids(List<Part> parts) {
        List<String> ids = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Html html) {
                addIds(html.html(), ids);
            }
        }
        return ids;
    }

    static void addIds(String html, List<String> ids) {
        if (!html.contains(" id=\"")) {
            return;
        }
        Attributes attributes = new Attributes(html);
        while (attributes.next()) {
            if (attributes.name().equals("id")) {
                ids.add(attributes.value());
            }
        }
    }

    /** The value of an attribute of one tag; of those that hold an address or an id, and of sizes. */
    static Optional<String> attribute(String tag, String name) {
        int at = tag.indexOf(" " + name + "=\"");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + name.length() + 3;
        return Optional.of(text(tag.substring(from, tag.indexOf('"', from))));
    }

    /** Text without tags; a tag that ends a block leaves a line break. */
    static String text(String html) {
        StringBuilder out = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                int end = endOfTag(html, at);
                out.append(breakOf(html, at, end));
                at = end;
            } else if (c == '&') {
                at = appendEntity(html, at, out);
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Whether a tag of this name, opening or closing, starts at the offset. */
    static boolean isTag(String html, int at, String name) {
        int end = at + name.length();
        return html.startsWith(name, at) && end < html.length() && !Character.isLetterOrDigit(html.charAt(end));
    }

    /** Offset behind the {@code >} of the tag that starts at the offset. */
    static int endOfTag(String html, int start) {
        boolean quoted = false;
        for (int at = start; at < html.length(); at++) {
            char c = html.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return at + 1;
            }
        }
        return html.length();
    }

    private static String breakOf(String html, int start, int end) {
        String tag = html.substring(start, end).toLowerCase(Locale.ROOT);
        if (tag.startsWith("<br") || ENDS_OF_BLOCKS.contains(tag)) {
            return "\n";
        }
        return tag.equals("</td>") || tag.equals("</th>") ? " " : "";
    }

    private static int appendEntity(String html, int at, StringBuilder out) {
        int end = html.indexOf(';', at, Math.min(html.length(), at + 11));
        if (end < 0) {
            out.append('&');
            return at + 1;
        }
        String name = html.substring(at + 1, end);
        out.append(name.startsWith("#") ? numeric(name) : ENTITIES.getOrDefault(name, "&" + name + ";"));
        return end + 1;
    }

    private static String numeric(String name) {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : "&" + name + ";";
        } catch (NumberFormatException e) {
            return "&" + name + ";";
        }
    }

    /** Walks over the attributes that hold an address or an id, tag by tag. */
    private static final class Attributes {
        private final String html;
        private int at;
        private int tagEnd;
        private int start;
        private int end;
        private String name = "";

        Attributes(String html) {
            this.html = html;
        }

        boolean next() {
            while (inTag() || nextTag()) {
                // Not beyond the tag: most have no attribute, and the next one may be far.
                int quote = html.indexOf("=\"", at, tagEnd);
                if (quote < 0) {
                    at = tagEnd;
                    continue;
                }
                start = quote + 2;
                end = html.indexOf('"', start);
                if (end < 0) {
                    return false;
                }
                at = end + 1;
                name = nameBefore(quote);
                if (name.equals("href") || name.equals("src") || name.equals("id")) {
                    return true;
                }
            }
            return false;
        }

        String name() {
            return name;
        }

        String value() {
            return text(html.substring(start, end));
        }

        private boolean inTag() {
            return at < tagEnd;
        }

        private boolean nextTag() {
            at = html.indexOf('<', at);
            if (at < 0) {
                at = html.length();
                return false;
            }
            tagEnd = endOfTag(html, at);
            return true;
        }

        private String nameBefore(int quote) {
            int from = quote;
            while (from > 0 && Character.isLetter(html.charAt(from - 1))) {
                from--;
            }
            return html.substring(from, quote);
        }
    }
}
