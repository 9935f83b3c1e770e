package org.plainfact.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/**
 * The declarations of a style sheet, as far as blocks, strings and comments decide where they begin and end. What nests
 * (at-rules, rules in rules) is known by its heads.
 */
record StyleSheet(List<Rule> rules) {
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*[\\s\\S]*?(?:\\*/|$)|\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'|\\([^()]*\\)|[{};]");

    /**
     * A block with declarations.
     *
     * @param heads of the blocks around it and its own, from without, such as {@code @media (…)} and {@code a:hover}
     */
    record Rule(List<String> heads, List<Declaration> declarations) {
        String selector() {
            return heads.getLast();
        }

        /** The value that holds of a property: that declared last. */
        Optional<Declaration> declared(String property) {
            return declarations.stream()
                    .filter(declaration -> declaration.property.equals(property))
                    .reduce((first, second) -> second);
        }

        boolean isIn(Pattern head) {
            return heads.stream().anyMatch(each -> head.matcher(each).find());
        }
    }

    /** @param at where the property stands */
    record Declaration(String property, String value, SourceSpan at) {}

    /** A block that is not closed yet. */
    private record Open(String head, List<Declaration> declarations) {}

    static StyleSheet read(SourceFile file) {
        List<Rule> rules = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open("", new ArrayList<>()));
        String text = blanked(file.text());
        int from = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String mark = token.group();
            if (mark.length() > 1) {
                continue;
            }
            String words = text.substring(from, token.start());
            switch (mark.charAt(0)) {
                case '{' -> open.push(new Open(words.strip().replaceAll("\\s+", " "), new ArrayList<>()));
                case ';' -> declare(words, from, file, open.peek());
                default -> {
                    declare(words, from, file, open.peek());
                    close(open, rules);
                }
            }
            from = token.end();
        }
        return new StyleSheet(List.copyOf(rules));
    }

    /** Comments made to spaces, so that no character moves. */
    private static String blanked(String css) {
        StringBuilder out = new StringBuilder(css);
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            if (token.group().startsWith("/*")) {
                for (int i = token.start(); i < token.end(); i++) {
                    out.setCharAt(i, css.charAt(i) == '\n' ? '\n' : ' ');
                }
            }
        }
        return out.toString();
    }

    private static void declare(String words, int from, SourceFile file, Open block) {
        int colon = words.indexOf(':');
        if (colon > 0) {
            String property = words.substring(0, colon).strip();
            int start = from + words.indexOf(property);
            block.declarations.add(new Declaration(
                    property.startsWith("--") ? property : property.toLowerCase(Locale.ROOT),
                    words.substring(colon + 1)
                            .replaceFirst("(?i)!\\s*important\\s*$", "")
                            .strip(),
                    file.at(start)));
        }
    }

    private static void close(Deque<Open> open, List<Rule> rules) {
        if (open.size() > 1) {
            List<String> heads = open.stream()
                    .map(Open::head)
                    .filter(head -> !head.isEmpty())
                    .collect(Collectors.toList());
            Open block = open.pop();
            rules.add(new Rule(List.copyOf(heads.reversed()), List.copyOf(block.declarations)));
        }
    }
}
