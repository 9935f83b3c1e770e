package org.plainfact.link;

import java.util.List;
import java.util.Optional;

/**
 * What a printed page or file says of other addresses.
 *
 * @param base the address that its relative ones start from, where the page says one
 * @param references each once
 * @param anchors that a link can lead to, sorted
 */
record Page(Optional<String> base, List<Reference> references, List<String> anchors) {
    Page {
        references = List.copyOf(references);
        anchors = List.copyOf(anchors);
    }

    /** Where the page leads on to by itself. */
    Optional<String> leadsTo() {
        return references.stream()
                .filter(reference -> reference.use() == Reference.Use.REFRESH)
                .map(Reference::written)
                .findFirst();
    }
}
