package org.plainfact.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plainfact.source.SourceSpan;

/** Finds where in a text a thing on its page was written: by what it calls, else the file. */
record Places(Edition.Text text) {
    /** @param before what is read on the page before it, since one figure may be named more than once */
    SourceSpan of(Reading reading, List<Reading> before) {
        if (reading.kind() == Reading.Kind.HEAD) {
            return text.description();
        }
        return within(reading)
                .or(() -> called(reading, before))
                .orElseGet(() -> SourceSpan.of(text.description().path()));
    }

    /** A cell or a word of a drawing comes from what the whole was called by. */
    private Optional<SourceSpan> within(Reading reading) {
        return call("#" + reading.anchor(), 0);
    }

    private Optional<SourceSpan> called(Reading reading, List<Reading> before) {
        return reading.links().stream()
                .sorted()
                .flatMap(link -> call(link, times(link, before)).stream())
                .min(Comparator.comparingInt(SourceSpan::line));
    }

    private static int times(String link, List<Reading> before) {
        return (int) before.stream()
                .filter(reading -> reading.kind() == Reading.Kind.SENTENCE)
                .filter(reading -> reading.links().contains(link))
                .count();
    }

    /** The call of that number, or the last there is. */
    private Optional<SourceSpan> call(String link, int number) {
        List<SourceSpan> spans = text.calls().stream()
                .filter(call -> call.link().equals(link))
                .map(Edition.Call::span)
                .toList();
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans.get(Math.min(number, spans.size() - 1)));
    }
}
