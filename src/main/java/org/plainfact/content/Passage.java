package org.plainfact.content;

import java.util.List;
import org.plainfact.content.Body.Part;
import org.plainfact.source.SourceSpan;

/**
 * A text that is read in one go, with the place of each word of it: what rules about words look at. Directives are not
 * among its runs; their texts have passages of their own.
 *
 * @param quoted whether it stands in a quotation that is a block of its own
 */
public record Passage(Kind kind, boolean quoted, List<Run> runs) {
    public Passage {
        runs = List.copyOf(runs);
    }

    /** What a passage is to its reader. */
    public enum Kind {
        /** A paragraph, or an item of a list. */
        TEXT,
        HEADING,
        /** A cell of a table. */
        CELL,
        /** The words for those who do not see a picture. */
        ALT
    }

    /** A stretch of a passage. */
    public sealed interface Run {
        /** Where its first character stands. */
        SourceSpan at();

        /** Words of one line, as a reader sees them; no character of the file is left out between two of them. */
        record Words(String text, SourceSpan at) implements Run {}

        /** What is written as code, or an address: no words of a sentence. */
        record Code(String text, SourceSpan at) implements Run {}

        /** A role, whose words are looked up. */
        record Call(Part.Role role) implements Run {
            @Override
            public SourceSpan at() {
                return role.span();
            }
        }
    }
}
