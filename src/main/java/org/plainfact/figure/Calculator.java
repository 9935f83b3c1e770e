package org.plainfact.figure;

import java.util.List;
import java.util.Optional;
import org.plainfact.source.SourceSpan;

/**
 * A calculation whose inputs a reader may move within declared bounds: declared in {@code data/calculators/}. What it
 * shows before anything is moved is the calculation itself, its figures and their working.
 *
 * @param title what can be worked out
 * @param subject the calculation that it starts from
 * @param results figures of the calculation, in the order in which they are shown
 * @param notFor what no result must be used to claim
 * @param script all that a browser needs to work out the results anew, as JSON that can stand in a page: the formulas
 *     as programs, and what the choices put in
 */
public record Calculator(
        String id,
        String title,
        String subject,
        List<Control> controls,
        List<Result> results,
        Optional<String> note,
        String notFor,
        String script,
        SourceSpan span) {
    public Calculator {
        controls = List.copyOf(controls);
        results = List.copyOf(results);
    }

    /**
     * What a reader moves: a number, or a choice among records. One of the two is given.
     *
     * @param name unique in the calculator, part of the address of a state
     * @param given the figures that it stands at to begin with
     */
    public record Control(
            String name,
            String title,
            Optional<String> note,
            List<Figure> given,
            Optional<Dial> dial,
            List<Option> options) {
        public Control {
            given = List.copyOf(given);
            options = List.copyOf(options);
        }
    }

    /**
     * A number between bounds, in steps, as written in decimal and in the unit of the figure that it begins with.
     *
     * @param value that it begins with
     * @param bounds as readers see them: {@code 1 to 1,000}
     */
    public record Dial(String low, String high, String step, String value, String bounds) {}

    /**
     * A record that can be chosen.
     *
     * @param figures what it puts in
     * @param start whether it is chosen to begin with
     */
    public record Option(String id, String title, List<Figure> figures, boolean start) {
        public Option {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Something worked out.
     *
     * @param figure as it is before anything is moved
     * @param qualifiers what it must carry to be comparable, as a line of text; empty for nothing
     */
    public record Result(Figure figure, String qualifiers) {}
}
