package org.plainfact.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plainfact.check.Prose.Stretch;

/**
 * What makes words mean something else than they say by themselves: a negation, say. It is there where one of its patterns
 * is found.
 *
 * @param before in the clause before the words
 * @param after in the clause behind them
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

    /**
     * @param clause around the words
     * @param whole the sentence
     */
    boolean isAround(Stretch words, Stretch clause, Stretch whole, Prose prose) {
        return found(before, prose.text().substring(clause.start(), words.start()))
                || found(after, prose.text().substring(words.end(), clause.end()))
                || found(sentence, whole.of(prose.text()))
                || found(section, prose.section());
    }

    private static boolean found(Optional<Pattern> pattern, String text) {
        return pattern.isPresent() && pattern.get().matcher(Metered.of(text)).find();
    }
}
