package org.plainfact.check;

import java.util.Optional;
import org.plainfact.directive.Library;
import org.plainfact.directive.TypedNumbers;
import org.plainfact.source.Finding;

/**
 * What is wrong with a text, found without looking at other texts.
 *
 * @param number a number that was typed, for which a figure is looked for when the flaw is told
 */
record Flaw(Finding finding, Optional<String> number) {
    /** With the nearest figure as hint. */
    Finding told(Library library) {
        return number.map(words -> new Finding(
                        finding.severity(),
                        finding.rule(),
                        finding.span(),
                        finding.problem(),
                        TypedNumbers.hint(words, library)))
                .orElse(finding);
    }
}
