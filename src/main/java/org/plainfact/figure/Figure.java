package org.plainfact.figure;

import java.util.Optional;
import org.plainfact.data.Provenance;
import org.plainfact.data.Qualifiers;
import org.plainfact.data.Quantity;
import org.plainfact.data.Unit;
import org.plainfact.source.SourceSpan;

/**
 * An addressable value: a record's field, or a formula applied to bound inputs.
 *
 * @param address {@code record.field}, such as {@code b200-llama2-70b.tokens-per-mw}
 * @param record the part of the address that names the record or calculation
 * @param field the rest of it
 * @param title what the value is, for a reader
 * @param subject title of the record or calculation it belongs to
 * @param quantity empty where the value, or an input of it, is not stated
 * @param unit of the quantity, known also where the value is absent
 * @param display the value as printed, without the unit; {@code not stated} where it is absent
 * @param working how it was computed; empty for a value read from data
 * @param notFor what the figure must not be used to claim
 * @param pointer JSON pointer in the file of {@code span}
 */
public record Figure(
        String address,
        String record,
        String field,
        String title,
        String subject,
        Optional<Quantity> quantity,
        Unit unit,
        Qualifiers qualifiers,
        Provenance provenance,
        String display,
        Optional<Working> working,
        Optional<String> note,
        Optional<String> notFor,
        SourceSpan span,
        String pointer) {
    public boolean absent() {
        return quantity.isEmpty();
    }

    public boolean derived() {
        return working.isPresent();
    }

    /** The value with its unit, as printed in prose: {@code 9,894,000 tokens/s per MW}. */
    public String text() {
        return absent() || unit.name().isEmpty() ? display : display + " " + unit.name();
    }
}
