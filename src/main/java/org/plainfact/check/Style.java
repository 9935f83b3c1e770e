package org.plainfact.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules that belong together: a folder of files in the format of Vale's styles.
 *
 * @param contexts by name, those that the rules may name as excuses
 * @param clause what parts the clauses of a sentence; without it a sentence is one
 * @param numbers what may stand typed in a text
 */
record Style(
        String name, List<Rule> rules, Map<String, Context> contexts, Optional<Pattern> clause, List<Pattern> numbers) {
    Style {
        rules = List.copyOf(rules);
        contexts = Map.copyOf(contexts);
        numbers = List.copyOf(numbers);
    }
}
