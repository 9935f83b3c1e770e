package org.plainfact.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How the matches of an expression begin, read from the expression: letters that each match starts with, capitals or not.
 * Nothing is said where it holds something whose meaning is not plain: flags, names, classes by property, quotations.
 */
final class Beginnings {
    private static final String IGNORE_CASE = "(?i)";
    private static final String GROUP = "(?:";
    private static final String BOUNDARY = "\\b";
    private static final int LONGEST = 8;
    private static final int MOST = 400;
    private static final int ASCII = 128;

    /** A class of more letters is taken for any. */
    private static final int FEW = 12;

    private static final String ANY_CHARACTER = "DsSwWhHvV";

    private final String expression;

    /** What each sequence begins with: where that is anything, it is only looked where the sequence ends. */
    private final Set<Head> start;

    private int at;

    /**
     * A beginning.
     *
     * @param open whether what follows in the expression follows in the match at once
     */
    private record Head(String text, boolean open) {
        static final Head NOTHING = new Head("", true);
        static final Head ANYTHING = new Head("", false);
        static final Set<Head> ONLY_NOTHING = Set.of(NOTHING);
        static final Set<Head> ONLY_ANYTHING = Set.of(ANYTHING);

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

    private Beginnings(String expression, Set<Head> start) {
        this.expression = expression;
        this.start = start;
    }

    /**
     * Those of an expression.
     *
     * @param flags that stand before it and hold for every branch
     * @param branches a match is one of the first branch that matches at its place
     */
    record Read(String flags, List<Branch> branches) {}

    /**
     * A part of an expression that others are joined to by {@code |}.
     *
     * @param beginnings one of them begins each match, in small letters of ASCII; none begins with another
     */
    record Branch(String expression, Set<String> beginnings) {}

    /** Empty where it is not known how each match begins. */
    static Optional<Read> of(Pattern pattern) {
        if ((pattern.flags() & ~(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)) != 0) {
            return Optional.empty();
        }
        String whole = pattern.pattern();
        String flags = whole.startsWith(IGNORE_CASE) ? IGNORE_CASE : "";
        try {
            List<Branch> branches = new ArrayList<>();
            for (String branch : branches(whole.substring(flags.length()))) {
                Set<String> beginnings = beginnings(branch);
                if (beginnings.isEmpty()) {
                    return Optional.empty();
                }
                branches.add(new Branch(branch, beginnings));
            }
            return Optional.of(new Read(flags, branches));
        } catch (NotPlain | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Also those of a group that is a branch by itself, at the boundaries of words or not, as of a list of tokens. */
    private static List<String> branches(String expression) throws NotPlain {
        List<String> all = new ArrayList<>();
        for (String branch : new Beginnings(expression, Head.ONLY_ANYTHING).alternatives()) {
            String before = branch.startsWith(BOUNDARY) ? BOUNDARY : "";
            Beginnings rest = new Beginnings(branch.substring(before.length()), Head.ONLY_ANYTHING);
            if (rest.next(GROUP)) {
                List<String> parts = rest.parts();
                String after = rest.next(")") ? rest.expression.substring(rest.at) : "?";
                if (after.isEmpty() || after.equals(BOUNDARY)) {
                    parts.forEach(part -> all.add(before + GROUP + part + ")" + after));
                    continue;
                }
            }
            all.add(branch);
        }
        return all;
    }

    /** What is joined by {@code |}, up to the end of the expression. */
    private List<String> alternatives() throws NotPlain {
        List<String> parts = parts();
        if (more()) {
            throw new NotPlain();
        }
        return parts;
    }

    /** As {@link #alternatives}, up to the end of the group. */
    private List<String> parts() throws NotPlain {
        List<String> parts = new ArrayList<>();
        do {
            int from = at;
            sequence();
            parts.add(expression.substring(from, at));
        } while (next("|"));
        return parts;
    }

    /** None where a match may begin with anything. */
    private static Set<String> beginnings(String branch) throws NotPlain {
        Set<String> all = new TreeSet<>();
        for (Head head : new Beginnings(branch, Head.ONLY_NOTHING).either()) {
            all.add(head.text);
        }
        Set<String> shortest = new LinkedHashSet<>();
        String last = "";
        for (String each : all) {
            // What begins with another follows it in this order.
            if (last.isEmpty() || !each.startsWith(last)) {
                last = each;
                shortest.add(each);
            }
        }
        return all.contains("") ? Set.of() : shortest;
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
        Set<Head> heads = start;
        while (more() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            heads = joined(heads, repeated(item()));
        }
        return heads;
    }

    private static Set<Head> joined(Set<Head> heads, Set<Head> following) {
        if (following.equals(Head.ONLY_NOTHING) || heads.stream().noneMatch(Head::open)) {
            return heads;
        }
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
            case '.' -> Head.ONLY_ANYTHING;
            case '^', '$' -> Head.ONLY_NOTHING;
            case '?', '*', '+', '{' -> throw new NotPlain();
            default -> literal(first);
        };
    }

    private static Set<Head> literal(char letter) {
        char folded = WordFinder.folded(letter);
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
        return around ? Head.ONLY_NOTHING : heads;
    }

    private Set<Head> oneOf() throws NotPlain {
        boolean others = next("^");
        Set<Head> letters = new LinkedHashSet<>();
        for (boolean first = true; more(); first = false) {
            if (!first && next("]")) {
                return others || letters.size() > FEW ? Head.ONLY_ANYTHING : letters;
            }
            letters.addAll(member());
        }
        throw new NotPlain();
    }

    /** A letter of a class, or a range of them. */
    private Set<Head> member() throws NotPlain {
        char first = expression.charAt(at++);
        if (first == '[' || first == ']' || first == '&') {
            throw new NotPlain();
        }
        if (first == '\\') {
            if (next("b") || next("B")) {
                throw new NotPlain();
            }
            return escaped();
        }
        boolean range = expression.startsWith("-", at) && !expression.startsWith("-]", at);
        if (!range) {
            return literal(first);
        }
        at++;
        char last = more() ? expression.charAt(at++) : '[';
        if (last == '[' || last == '\\') {
            throw new NotPlain();
        }
        Set<Head> letters = new LinkedHashSet<>();
        for (char each = first; each <= last && each < ASCII; each++) {
            letters.addAll(literal(each));
        }
        letters.addAll(literal(last));
        return letters;
    }

    private Set<Head> escaped() throws NotPlain {
        if (!more()) {
            throw new NotPlain();
        }
        char letter = expression.charAt(at++);
        if (letter == 'b' || letter == 'B') {
            // \b{g} is another boundary, and reads as a repetition.
            return Head.ONLY_NOTHING;
        }
        if (letter == 'd') {
            Set<Head> digits = new LinkedHashSet<>();
            for (char digit = '0'; digit <= '9'; digit++) {
                digits.addAll(literal(digit));
            }
            return digits;
        }
        if (ANY_CHARACTER.indexOf(letter) >= 0) {
            return Head.ONLY_ANYTHING;
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
}
