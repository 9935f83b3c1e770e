package org.plainfact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.check.Prose.Stretch;
import org.plainfact.directive.TypedNumbers;
import org.plainfact.source.Finding;
import org.plainfact.source.MeteredText;
import org.plainfact.source.Severity;

/**
 * The rule that a quantity in a text is a figure, or stands in a quotation with its source behind it.
 *
 * @param allowed what may stand typed besides
 */
record Numbers(List<Pattern> allowed) {
    List<Flaw> of(Prose prose) {
        if (prose.text().chars().noneMatch(letter -> letter >= '0' && letter <= '9')) {
            return List.of();
        }
        List<Stretch> hidden = new ArrayList<>();
        prose.said().forEach(hidden::add);
        prose.quotations().stream()
                .filter(quotation -> prose.cites(quotation.end(), prose.sentenceEnd(quotation.end())))
                .forEach(hidden::add);
        allowed.forEach(pattern -> addMatches(pattern, prose, hidden));
        return TypedNumbers.find(prose.without(hidden), Set.of()).stream()
                .map(typed -> new Flaw(
                        new Finding(
                                Severity.ERROR,
                                "typed-number",
                                prose.at(typed.start()),
                                "the number " + typed.words() + " is typed and no figure",
                                Optional.empty()),
                        Optional.of(typed.words())))
                .toList();
    }

    private static void addMatches(Pattern pattern, Prose prose, List<Stretch> hidden) {
        Matcher matcher = pattern.matcher(Metered.of(prose.text()));
        while (found(matcher)) {
            hidden.add(new Stretch(matcher.start(), matcher.end()));
        }
    }

    /** An expression that takes too long allows nothing more, so the number is told. */
    private static boolean found(Matcher matcher) {
        try {
            return matcher.find();
        } catch (MeteredText.TooCostly | StackOverflowError e) {
            return false;
        }
    }
}
