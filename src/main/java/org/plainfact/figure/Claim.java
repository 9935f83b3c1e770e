package org.plainfact.figure;

import java.util.List;
import java.util.Optional;
import org.plainfact.data.Provenance;
import org.plainfact.source.SourceSpan;

/**
 * Words that are true as long as figures stand in a relation: declared in {@code data/claims.json}, worked out anew in
 * every build.
 *
 * @param title what is claimed, as a sentence
 * @param words in which it may be said, at least one
 * @param predicate for readers: {@code b200 > 2 · h200}
 * @param verdict empty where the declaration could not be used, which has been told
 * @param shown the predicate with the values in it; of the rows of a table, how many it holds for
 * @param figures that it rests on, in the order of the declaration
 * @param provenance the weakest status of these figures and all their sources
 */
public record Claim(
        String id,
        String title,
        List<String> words,
        String predicate,
        Optional<Verdict> verdict,
        String shown,
        List<Figure> figures,
        Provenance provenance,
        Optional<String> note,
        SourceSpan span) {
    public Claim {
        words = List.copyOf(words);
        figures = List.copyOf(figures);
    }

    /** Whether it may be said in these words. Upper and lower case, and how words are spaced, do not matter. */
    public boolean saidAs(String said) {
        String plain = plain(said);
        return words.stream().anyMatch(word -> plain(word).equalsIgnoreCase(plain));
    }

    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ").replace('’', '\'');
    }
}
