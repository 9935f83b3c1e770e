package org.plainfact.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.source.SourceSpan;

/** A value in a record, with its place in the JSON. */
public sealed interface Field {
    SourceSpan span();

    record Text(String text, SourceSpan span) implements Field {}

    /** A plain number that is no quantity: a year, a rank. */
    @SuppressWarnings("AvoidCommonTypeNames") // the word for it in JSON; always written Field.Number
    record Number(double value, SourceSpan span) implements Field {}

    record Flag(boolean value, SourceSpan span) implements Field {}

    /** JSON {@code null}: not stated. */
    record Null(SourceSpan span) implements Field {}

    /**
     * A quantity; {@code quantity} is empty where the value is {@code null}: not stated.
     *
     * @param written the value, or the low and the high end, with the digits that stand in the file
     */
    record Measure(
            Optional<Quantity> quantity,
            List<BigDecimal> written,
            Unit unit,
            Qualifiers qualifiers,
            Provenance provenance,
            Optional<BestBefore> bestBefore,
            Optional<String> title,
            Optional<String> note,
            SourceSpan span)
            implements Field {
        public Measure {
            written = List.copyOf(written);
        }
    }

    /**
     * {@code {"ref": "…"}}: the same figure as at another address.
     *
     * @param title what it is called here; empty where the figure's own title will do
     */
    record Reference(String address, Optional<String> title, SourceSpan span) implements Field {}

    record Items(List<Field> items, SourceSpan span) implements Field {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object; the order of the keys is that of the file. */
    record Group(Map<String, Field> fields, SourceSpan span) implements Field {}
}
