package org.plainfact.figure;

import java.util.List;
import java.util.Optional;
import org.plainfact.data.Status;
import org.plainfact.data.Unit;
import org.plainfact.source.SourceSpan;

/** What an address stands for, before anything is computed. */
sealed interface Slot {
    SourceSpan span();

    /** A value in the data. */
    record Recorded(Figure figure) implements Slot {
        @Override
        public SourceSpan span() {
            return figure.span();
        }
    }

    /**
     * Another name of a figure.
     *
     * @param base what {@code target} may be relative to
     */
    record Alias(String base, String target, SourceSpan span) implements Slot {}

    /** Something declared that cannot be computed; told already. */
    record Broken(SourceSpan span) implements Slot {}

    /**
     * A formula to be applied.
     *
     * @param bases what the names in {@code bindings} may be relative to, nearest first
     * @param bindings one for each input of the formula, in its order
     */
    record Output(
            String record,
            String field,
            String title,
            String subject,
            DeclaredFormula formula,
            List<String> bases,
            List<Binding> bindings,
            Wishes wishes,
            SourceSpan span,
            String pointer)
            implements Slot {
        public Output {
            bases = List.copyOf(bases);
            bindings = List.copyOf(bindings);
        }

        String address() {
            return record + "." + field;
        }
    }

    /** @param declared whether the author wrote the name; else it is the input's own */
    record Binding(String name, boolean declared, SourceSpan span) {}

    /**
     * What an output asks for beyond its formula.
     *
     * @param strongest the strongest status that the result can have
     * @param required whether an absent result is an error
     */
    record Wishes(
            Optional<Unit> unit,
            Optional<Integer> digits,
            Optional<Status> strongest,
            boolean required,
            Optional<String> note,
            Optional<String> notFor) {}
}
