package org.plainfact.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plainfact.data.Status;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/**
 * A rule of a style: what must not, or must, be found in a text.
 *
 * @param id style and file, such as {@code overclaim-price}
 * @param message the problem; {@code %s} are the words found, of a substitution the better ones first
 * @param link to a page about the rule
 * @param excuses names of contexts in which the words may stand
 * @param statuses of which a figure must stand in the clause; empty for all clauses
 * @param span where the rule is declared
 */
record Rule(
        String id,
        Severity severity,
        String message,
        Optional<String> hint,
        Optional<String> link,
        Scope scope,
        Set<String> excuses,
        Set<Status> statuses,
        Form form,
        SourceSpan span) {

    /** Which texts it looks at. */
    enum Scope {
        /** Each text by itself. */
        TEXT,
        /** Each sentence. */
        SENTENCE,
        /** Paragraphs and items. */
        PARAGRAPH,
        HEADING,
        ALT,
        /** All texts of a file as one. */
        PAGE,
        /** The sentence at the foot of every page. */
        DISCLAIMER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is looked for; the names are those of Vale's extension points. */
    sealed interface Form {
        /** @param exceptions what makes up a match, or holds it, is none */
        record Existence(Sought sought, Optional<Pattern> exceptions) implements Form {}

        record Substitution(List<Swap> swaps, Optional<Pattern> exceptions) implements Form {}

        /** How often something may, and must, be there. */
        record Occurrence(Pattern pattern, Optional<Integer> min, Optional<Integer> max) implements Form {}

        /** Where the first is, the second must be: of the same words, where both have a group. */
        record Conditional(Pattern first, Pattern second, List<String> exceptions) implements Form {}

        /** Either of two, but not both. */
        record Consistency(List<Pair> pairs) implements Form {}

        /** What is told where the condition holds. */
        record Metric(Formula formula, Formula.Condition condition) implements Form {}
    }

    record Swap(Sought observed, String better) {}

    record Pair(Pattern one, Pattern other) {}
}
