package org.plainfact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.content.Passage;

/** What is counted of a text, under the names of Vale's {@code metric}. */
final class Counts {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}'’-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyäöü]+");
    private static final int LONG = 6;
    private static final int MANY_SYLLABLES = 3;

    private Counts() {}

    /** Each name with nothing counted. */
    static Map<String, Double> none() {
        return of(List.of());
    }

    static Map<String, Double> of(List<Prose> texts) {
        List<Prose> running = texts.stream()
                .filter(prose -> prose.kind() == Passage.Kind.TEXT)
                .toList();
        List<String> words = new ArrayList<>();
        double sentences = 0;
        for (Prose prose : running) {
            Matcher word = WORD.matcher(prose.text());
            while (word.find()) {
                words.add(word.group());
            }
            sentences += prose.sentences().size();
        }
        double many =
                words.stream().filter(word -> syllables(word) >= MANY_SYLLABLES).count();
        Map<String, Double> counts = new TreeMap<>();
        counts.put(
                "characters", (double) words.stream().mapToInt(String::length).sum());
        counts.put("complex_words", many);
        counts.put("long_words", (double)
                words.stream().filter(word -> word.length() > LONG).count());
        counts.put("paragraphs", (double) running.size());
        counts.put("polysyllabic_words", many);
        counts.put("sentences", sentences);
        counts.put(
                "syllables", (double) words.stream().mapToInt(Counts::syllables).sum());
        counts.put("words", (double) words.size());
        return counts;
    }

    /** Groups of vowels, a silent e at the end left out: right for most English words. */
    private static int syllables(String word) {
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        boolean silent = lower.endsWith("e") && !lower.endsWith("le");
        long groups = VOWELS.matcher(lower).results().count();
        return (int) Math.max(1, silent ? groups - 1 : groups);
    }
}
