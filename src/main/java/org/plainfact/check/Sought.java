package org.plainfact.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.MeteredText;

/**
 * An expression of a style as it is looked for. Where it is known how its matches begin, it is tried only where a text goes on
 * like that, and of its branches only those that begin so: an expression of some hundred words is else tried at every
 * character of every text, word by word.
 */
final class Sought {
    private final Pattern pattern;
    private volatile @Nullable List<Branch> branches;

    Sought(Pattern pattern) {
        this.pattern = pattern;
    }

    Pattern pattern() {
        return pattern;
    }

    /** One of the expressions that it joins by {@code |}, and how its matches begin. Safe for several threads. */
    static final class Branch {
        /** A boundary that is not said to be there several times, or not. */
        private static final Pattern AT_WORD = Pattern.compile("\\\\b[^?*+{]");

        private final String expression;
        private final int flags;
        private final boolean atWord;
        private final List<String> beginnings;
        private volatile @Nullable Pattern compiled;

        Branch(String before, Beginnings.Branch branch, int flags) {
            this.expression = before + branch.expression();
            this.flags = flags;
            this.atWord = AT_WORD.matcher(branch.expression()).lookingAt();
            this.beginnings = List.copyOf(branch.beginnings());
        }

        List<String> beginnings() {
            return beginnings;
        }

        /** Where a match begins at the boundary of a word, none begins between two letters. */
        private boolean isPossible(String text, int at) {
            return !(atWord && at > 0 && isOfWord(text.charAt(at - 1)) && isOfWord(text.charAt(at)));
        }

        private static boolean isOfWord(char letter) {
            return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
        }

        /** Most branches are never looked for. */
        private Pattern pattern() {
            Pattern known = compiled;
            if (known == null) {
                known = Pattern.compile(expression, flags);
                compiled = known;
            }
            return known;
        }
    }

    /** None where it is not known how its matches begin. */
    List<Branch> branches() {
        List<Branch> known = branches;
        if (known == null) {
            known = Beginnings.of(pattern).stream()
                    .flatMap(read ->
                            read.branches().stream().map(each -> new Branch(read.flags(), each, pattern.flags())))
                    .toList();
            branches = known;
        }
        return known;
    }

    /**
     * Its matches in a text, one after the other, as those of {@link Matcher#find()}.
     *
     * @param places at which its branches may match
     * @param before characters that stand before the text where the places are counted
     */
    Search in(String text, Vocabulary.Places places, int before) {
        return new Search(text, places, before);
    }

    /** For one thread. */
    final class Search {
        private final String text;
        private final MeteredText metered;
        private final Vocabulary.Places places;
        private final int before;
        private int next;
        private @Nullable Matcher matcher;
        private int start;
        private int end;

        private Search(String text, Vocabulary.Places places, int before) {
            this.text = text;
            this.metered = Metered.of(text);
            this.places = places;
            this.before = before;
            this.next = places.first(before);
        }

        /** @throws MeteredText.TooCostly where the expression takes far too long */
        boolean find() {
            return branches().isEmpty() ? findAnywhere() : findAtPlace();
        }

        private boolean findAnywhere() {
            Matcher known = matcher == null ? pattern.matcher(metered) : matcher;
            matcher = known;
            boolean found = known.find();
            if (found) {
                start = known.start();
                end = known.end();
            }
            return found;
        }

        private boolean findAtPlace() {
            for (; next < places.size() && places.start(next) - before < text.length(); next++) {
                int at = places.start(next) - before;
                Branch branch = branches().get(places.branch(next));
                boolean possible =
                        at >= end && places.end(next) - before <= text.length() && branch.isPossible(text, at);
                if (possible && isAt(branch, at)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isAt(Branch branch, int at) {
            // What is tried in the middle of a text still sees what stands before.
            Matcher each = branch.pattern()
                    .matcher(metered)
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false)
                    .region(at, text.length());
            boolean found = each.lookingAt();
            if (found) {
                start = at;
                end = each.end();
            }
            return found;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }
    }
}
