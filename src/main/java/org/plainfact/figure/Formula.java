package org.plainfact.figure;

import java.util.List;
import java.util.Optional;
import org.plainfact.data.Unit;
import org.plainfact.source.SourceSpan;

/**
 * A declared formula, parsed and dimension-checked.
 *
 * @param id kebab-case
 * @param symbol as in mathematics, such as {@code ε}
 * @param expression as declared, in the names of the inputs
 * @param readable the expression with symbols, for readers: {@code r · U ÷ (k · PUE)}
 * @param mathml the equation in symbols, as MathML presentation markup
 * @param mathmlInWords the same in the titles of formula and inputs
 * @param unit of the result
 */
public record Formula(
        String id,
        String title,
        String symbol,
        String expression,
        String readable,
        String mathml,
        String mathmlInWords,
        List<Parameter> inputs,
        Unit unit,
        Optional<String> note,
        Optional<String> notFor,
        SourceSpan span) {
    public Formula {
        inputs = List.copyOf(inputs);
    }

    /** A declared input: the values bound to it are converted to its unit. */
    public record Parameter(String name, String symbol, String title, Unit unit) {}
}
