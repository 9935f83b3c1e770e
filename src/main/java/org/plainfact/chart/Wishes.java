package org.plainfact.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.source.SourceSpan;

/**
 * What an author asks for: {@code as}, {@code value}, {@code over}, {@code scale}, {@code across}.
 *
 * @param span of the call, for what is wrong with none of them
 */
public record Wishes(Map<String, Wish> byName, SourceSpan span) {
    public Wishes {
        byName = Map.copyOf(byName);
    }

    /** As written, with its place. */
    public record Wish(String text, SourceSpan span) {}

    Optional<String> text(String name) {
        return Optional.ofNullable(byName.get(name)).map(wish -> wish.text().strip());
    }

    /** Parts of a list with commas. */
    List<String> list(String name) {
        return Stream.of(text(name).orElse("").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    SourceSpan spanOf(String name) {
        Wish wish = byName.get(name);
        return wish == null ? span : wish.span();
    }
}
