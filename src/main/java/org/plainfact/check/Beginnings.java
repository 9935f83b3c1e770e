package org.plainfact.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the matches of an expression begin, read from the expression: letters that each match starts with, capitals or not.
 * Nothing is said where it holds something whose meaning is not plain: flags, names, classes by property, quotations.
 */
final class Beginnings {
    private static final String IGNORE_CASE = "(?i)";
    private static final int LONGEST = 8;
    private static final int MOST = 400;
    private static final int ASCII = 128;
    private static final String ANY_CHARACTER = "dDsSwWhHvV";

    private final String expression;
    private int at;

    /**
     * A beginning.
     *
     * @param open whether what follows in the expression follows in the match at once
     */
    private record Head(String text, boolean open) {
        static final Head NOTHING = new Head("", true);
        static final Head ANYTHING = new Head("", false);

        Head and(Head next) {
            String both = text + next.text;
            return both.length() < LONGEST ? new Head(both, next.open) : new Head(both.substring(0, LONGEST), false);
        }

        Head closed() {
            return new Head(text, false);
        }
    }

    /** The expression holds something that is not understood here. */
    private static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Beginnings(String expression) {
        this.expression = expression;
    }

    /** One of them begins each match, in small letters of ASCII; empty where that is not known. */
    static Optional<Set<String>> of(Pattern pattern) {
        if ((pattern.flags() & ~(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)) != 0) {
            return Optional.empty();
        }
        String whole = pattern.pattern();
        Beginnings reader =
                new Beginnings(whole.startsWith(IGNORE_CASE) ? whole.substring(IGNORE_CASE.length()) : whole);
        try {
            Set<Head> heads = reader.either();
            if (reader.more() || heads.stream().anyMatch(head -> head.text.isEmpty())) {
                return Optional.empty();
            }
            Set<String> texts = new LinkedHashSet<>();
            heads.forEach(head -> texts.add(head.text));
            return Optional.of(texts);
        } catch (NotPlain | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private boolean more() {
        return at < expression.length();
    }

    private boolean next(String words) {
        boolean there = expression.startsWith(words, at);
        at += there ? words.length() : 0;
        return there;
    }

    private Set<Head> either() throws NotPlain {
        Set<Head> all = new LinkedHashSet<>(sequence());
        while (next("|")) {
            all.addAll(sequence());
        }
        return all;
    }

    private Set<Head> sequence() throws NotPlain {
        Set<Head> heads = Set.of(Head.NOTHING);
        while (more() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            heads = joined(heads, repeated(item()));
        }
        return heads;
    }

    private static Set<Head> joined(Set<Head> heads, Set<Head> following) {
        Set<Head> all = new LinkedHashSet<>();
        for (Head head : heads) {
            if (head.open) {
                following.forEach(next -> all.add(head.and(next)));
            } else {
                all.add(head);
            }
        }
        return all.size() <= MOST ? all : closed(heads);
    }

    private static Set<Head> closed(Set<Head> heads) {
        Set<Head> all = new LinkedHashSet<>();
        heads.forEach(head -> all.add(head.closed()));
        return all;
    }

    private Set<Head> item() throws NotPlain {
        char first = expression.charAt(at++);
        return switch (first) {
            case '(' -> group();
            case '[' -> oneOf();
            case '\\' -> escaped();
            case '.' -> Set.of(Head.ANYTHING);
            case '^', '$' -> Set.of(Head.NOTHING);
            case '?', '*', '+', '{' -> throw new NotPlain();
            default -> literal(first);
        };
    }

    private static Set<Head> literal(char letter) {
        char folded = folded(letter);
        return Set.of(folded < ASCII ? new Head(String.valueOf(folded), true) : Head.ANYTHING);
    }

    private Set<Head> group() throws NotPlain {
        boolean around = next("?=") || next("?!") || next("?<=") || next("?<!");
        if (!around && !next("?:") && more() && expression.charAt(at) == '?') {
            throw new NotPlain();
        }
        Set<Head> heads = either();
        if (!next(")")) {
            throw new NotPlain();
        }
        return around ? Set.of(Head.NOTHING) : heads;
    }

    private Set<Head> oneOf() throws NotPlain {
        next("^");
        for (boolean first = true; more(); first = false) {
            char each = expression.charAt(at++);
            if (each == ']' && !first) {
                return Set.of(Head.ANYTHING);
            }
            if (each == '[' || each == ']' || next("&&") || (each == '\\' && next("Q"))) {
                throw new NotPlain();
            }
            at += each == '\\' ? 1 : 0;
        }
        throw new NotPlain();
    }

    private Set<Head> escaped() throws NotPlain {
        if (!more()) {
            throw new NotPlain();
        }
        char letter = expression.charAt(at++);
        if (letter == 'b' || letter == 'B') {
            // \b{g} is another boundary, and reads as a repetition.
            return Set.of(Head.NOTHING);
        }
        if (ANY_CHARACTER.indexOf(letter) >= 0) {
            return Set.of(Head.ANYTHING);
        }
        if (letter >= ASCII || Character.isLetterOrDigit(letter)) {
            throw new NotPlain();
        }
        return literal(letter);
    }

    private Set<Head> repeated(Set<Head> heads) throws NotPlain {
        boolean none;
        boolean several;
        if (next("?")) {
            none = true;
            several = false;
        } else if (next("*")) {
            none = true;
            several = true;
        } else if (next("+")) {
            none = false;
            several = true;
        } else if (next("{")) {
            int end = expression.indexOf('}', at);
            String times = end < 0 ? "" : expression.substring(at, end);
            if (!times.matches("\\d+(?:,\\d*)?")) {
                throw new NotPlain();
            }
            at = end + 1;
            none = times.matches("0+(?:,.*)?");
            several = true;
        } else {
            return heads;
        }
        if (!next("?")) {
            next("+");
        }
        Set<Head> all = new LinkedHashSet<>(several ? closed(heads) : heads);
        if (none) {
            all.add(Head.NOTHING);
        }
        return all;
    }

    /** As {@link Pattern} compares letters where case means nothing. */
    private static char folded(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    /** Finds beginnings in texts: a tree of their letters. */
    static final class Index {
        /** Which column of the tree a letter has; 0 for those that begin nothing. */
        private final int[] columns = new int[ASCII];

        private final int width;
        private final List<int[]> tree = new ArrayList<>();

        /** A node at which a beginning ends. */
        private static final int[] END = new int[0];

        Index(Set<String> beginnings) {
            int count = 0;
            for (String beginning : beginnings) {
                for (int i = 0; i < beginning.length(); i++) {
                    if (columns[beginning.charAt(i)] == 0) {
                        columns[beginning.charAt(i)] = ++count;
                    }
                }
            }
            width = count + 1;
            tree.add(new int[width]);
            beginnings.forEach(this::add);
        }

        private void add(String beginning) {
            int node = 0;
            for (int i = 0; i < beginning.length(); i++) {
                if (tree.get(node) == END) {
                    return;
                }
                int column = columns[beginning.charAt(i)];
                if (tree.get(node)[column] == 0) {
                    tree.get(node)[column] = tree.size();
                    tree.add(new int[width]);
                }
                node = tree.get(node)[column];
            }
            tree.set(node, END);
        }

        /** Where a beginning stands first, at or behind an offset; -1 for nowhere. */
        int next(String text, int from) {
            for (int start = from; start < text.length(); start++) {
                if (isAt(text, start)) {
                    return start;
                }
            }
            return -1;
        }

        private boolean isAt(String text, int start) {
            int[] node = tree.getFirst();
            for (int i = start; i < text.length() && node != END; i++) {
                char letter = text.charAt(i);
                char folded = letter < ASCII && (letter < 'A' || letter > 'Z') ? letter : folded(letter);
                int child = folded < ASCII ? node[columns[folded]] : 0;
                if (child == 0) {
                    return false;
                }
                node = tree.get(child);
            }
            return node == END;
        }
    }
}
