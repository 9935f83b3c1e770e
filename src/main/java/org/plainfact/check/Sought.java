package org.plainfact.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.check.Beginnings.Index;
import org.plainfact.source.MeteredText;

/**
 * An expression of a style as it is looked for. Where it is known how its matches begin, the expression is tried only where
 * a text goes on like that: an expression of some hundred words is else tried at every character of every text.
 */
final class Sought {
    private final Pattern pattern;
    private final Optional<Index> beginnings;

    Sought(Pattern pattern) {
        this.pattern = pattern;
        this.beginnings = Beginnings.of(pattern).map(Index::new);
    }

    /** Its matches in a text, one after the other, as those of {@link Matcher#find()}. */
    Search in(String text) {
        return new Search(pattern.matcher(Metered.of(text)), beginnings, text);
    }

    /** For one thread. */
    static final class Search {
        private final Matcher matcher;
        private final Optional<Index> beginnings;
        private final String text;
        private int from;

        private Search(Matcher matcher, Optional<Index> beginnings, String text) {
            // What is tried in the middle of a text still sees what stands before.
            this.matcher = matcher.useTransparentBounds(true).useAnchoringBounds(false);
            this.beginnings = beginnings;
            this.text = text;
        }

        /** @throws MeteredText.TooCostly where the expression takes far too long */
        boolean find() {
            return beginnings.isEmpty() ? matcher.find() : find(beginnings.get());
        }

        private boolean find(Index index) {
            for (int at = index.next(text, from); at >= 0; at = index.next(text, at + 1)) {
                if (matcher.region(at, text.length()).lookingAt()) {
                    from = matcher.end();
                    return true;
                }
            }
            from = text.length();
            return false;
        }

        int start() {
            return matcher.start();
        }

        int end() {
            return matcher.end();
        }
    }
}
