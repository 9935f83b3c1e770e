package org.plainfact.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes words mean something else than they say by themselves: a negation, say. It is there where one of its patterns
 * is found.
 *
 * @param before in the clause before the words, at most {@link #NEAR} characters of it
 * @param after in the clause behind them, at most as many
 * @param sentence anywhere in the sentence
 * @param section in the headings and the box above
 */
record Context(
        String name,
        Optional<Pattern> before,
        Optional<Pattern> after,
        Optional<Pattern> sentence,
        Optional<Pattern> section) {
    static final String QUOTATION = "quotation";
    static final String QUESTION = "question";

    /** Those that need no words. */
    static final List<String> BUILT_IN = List.of(QUOTATION, QUESTION);

    /** With all of a clause that does not end each match in it would cost as much as the clause. */
    static final int NEAR = 200;

    /**
     * Whether it stands before words.
     *
     * @param from where their clause begins in the text
     * @param to where they begin
     */
    boolean isBefore(String text, int from, int to) {
        if (before.isEmpty()) {
            return false;
        }
        int near = Math.max(from, to - NEAR);
        // Whether a word begins there is told by the character in front of it.
        int seen = Math.max(from, near - 1);
        return before.get()
                .matcher(Metered.of(text.substring(seen, to)))
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(near - seen, to - seen)
                .find();
    }

    /**
     * Whether it stands behind words.
     *
     * @param from where they end in the text
     * @param to where their clause ends
     */
    boolean isAfter(String text, int from, int to) {
        if (after.isEmpty()) {
            return false;
        }
        int near = Math.min(to, from + NEAR);
        return after.get()
                .matcher(Metered.of(text.substring(from, Math.min(to, near + 1))))
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(0, near - from)
                .lookingAt();
    }

    boolean isInSentence(String words) {
        return found(sentence, words);
    }

    boolean isInSection(String words) {
        return found(section, words);
    }

    private static boolean found(Optional<Pattern> pattern, String text) {
        return pattern.isPresent() && pattern.get().matcher(Metered.of(text)).find();
    }
}
