package org.plainfact.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Attributes in braces: {@code {#id .class title="…"}}. A brace that holds a bare word is the name of a role and no
 * attribute list.
 *
 * @param values in the order written; classes joined by a space
 * @param refused names that authors may not set
 * @param length of the text it was read from
 */
record AttributeList(Map<String, String> values, List<String> refused, int length) {
    private static final Set<String> ALLOWED = Set.of("id", "class", "lang", "dir", "title");
    private static final int LONGEST = 500;

    /** Reads the list that begins at an offset, if one does. */
    static Optional<AttributeList> at(CharSequence text, int from, int to) {
        if (from >= to || text.charAt(from) != '{') {
            return Optional.empty();
        }
        Reader reader = new Reader(text, from + 1, Math.min(to, from + LONGEST));
        return reader.read() ? Optional.of(reader.list(from)) : Optional.empty();
    }

    /** Reads the list that a text ends with, if it does and the brace is not escaped. */
    static Optional<AttributeList> ending(CharSequence text, int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end == from || text.charAt(end - 1) != '}') {
            return Optional.empty();
        }
        for (int i = end - 2; i >= Math.max(from, end - LONGEST); i--) {
            if (text.charAt(i) == '{' && (i == from || text.charAt(i - 1) != '\\')) {
                Optional<AttributeList> list = at(text, i, end);
                if (list.isPresent() && i + list.get().length == end) {
                    int length = to - i;
                    return list.map(found -> new AttributeList(found.values, found.refused, length));
                }
            }
        }
        return Optional.empty();
    }

    private static final class Reader {
        private final CharSequence text;
        private final int to;
        private int at;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<String> refused = new ArrayList<>();

        Reader(CharSequence text, int at, int to) {
            this.text = text;
            this.at = at;
            this.to = to;
        }

        AttributeList list(int from) {
            return new AttributeList(values, refused, at - from);
        }

        boolean read() {
            boolean any = false;
            while (true) {
                while (at < to && text.charAt(at) == ' ') {
                    at++;
                }
                if (at >= to) {
                    return false;
                }
                if (text.charAt(at) == '}') {
                    at++;
                    return any;
                }
                if (!item()) {
                    return false;
                }
                any = true;
            }
        }

        private boolean item() {
            char c = text.charAt(at);
            if (c == '#' || c == '.') {
                at++;
                String word = word();
                put(c == '#' ? "id" : "class", word);
                return !word.isEmpty();
            }
            String key = word();
            if (key.isEmpty() || at >= to || text.charAt(at) != '=') {
                return false;
            }
            at++;
            Optional<String> value = value();
            value.ifPresent(written -> put(key, written));
            return value.isPresent();
        }

        private void put(String key, String value) {
            if (!ALLOWED.contains(key)) {
                refused.add(key);
            } else {
                values.merge(key, value, (old, more) -> key.equals("class") ? old + " " + more : more);
            }
        }

        private Optional<String> value() {
            if (at < to && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                char quote = text.charAt(at);
                int start = ++at;
                while (at < to && text.charAt(at) != quote) {
                    at++;
                }
                return at < to ? Optional.of(text.subSequence(start, at++).toString()) : Optional.empty();
            }
            String word = word();
            return word.isEmpty() ? Optional.empty() : Optional.of(word);
        }

        private String word() {
            int start = at;
            while (at < to && wordPart(text.charAt(at))) {
                at++;
            }
            return text.subSequence(start, at).toString();
        }

        private static boolean wordPart(char c) {
            return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || (c > 0x7F && c != '\u00A0');
        }
    }
}
